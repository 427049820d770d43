"""Every control achieves something."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "control/no-objective",
    Control,
    severity=Severity.MEDIUM,
    title=both("控制措施没有对应的控制目标", "A control without an objective"),
    message=both("{subject}没有写明达成哪个控制目标", "{subject} does not say what it achieves"),
    remedy=both(
        "在 achieves 里写上控制目标；确无目标的措施应停用。",
        "Name the objective in achieves; a control that achieves none should be retired.",
    ),
    why=both(
        "说不清目的的措施，既不能证明什么，也不知道能否取消。",
        "A control without a purpose proves nothing, and nobody knows whether it may go.",
    ),
    where=lambda control, context: control.active,
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    if not control.achieves:
        yield Fault(at=("achieves",))
