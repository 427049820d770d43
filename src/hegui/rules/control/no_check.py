"""Every control is tested."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "control/no-check",
    Control,
    severity=Severity.MEDIUM,
    title=both("控制措施没有检查", "A control that nobody checks"),
    message=both("没有任何检查检验{subject}", "No check tests {subject}"),
    remedy=both(
        "在 checks/ 里为它写一份 check，说明怎么检查、多久一次。",
        "Write a check for it in checks/: how it is tested, and how often.",
    ),
    why=both(
        "没有检查的措施只是一句承诺。",
        "A control that nobody tests is no more than a promise.",
    ),
    references=("pipl#art-54",),
    where=lambda control, context: control.active and control.status != "planned",
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    if not any(context.repository.naming(control, Check, "control")):
        context.repository.complete("check")
        yield Fault()
