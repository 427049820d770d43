"""Every objective has a control that achieves it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.asked import exclusion_of
from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.item import Part
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _pursued(objective: Part, context: Context) -> bool:
    return exclusion_of(objective, context.grounds) is None


@rule(
    "objective/no-control",
    "objective",
    severity=Severity.HIGH,
    title=both("控制目标没有控制措施", "An objective without a control"),
    message=both("没有控制措施达成{subject}", "No control achieves {subject}"),
    remedy=both(
        "在 controls/ 里写一份达成它的 control；确不适用的，写 exclusion 并说明理由。",
        "Write a control that achieves it in controls/, or exclude it with a reason.",
    ),
    why=both(
        "启用规则包，就是承诺对其中每个目标都有所安排。",
        "To enable a pack is to promise something for each of its objectives.",
    ),
    references=("pipl#art-51",),
    where=_pursued,
)
def check(objective: Part, context: Context) -> Iterator[Fault]:
    if any(control.active for control in context.repository.naming(objective, Control, "achieves")):
        return
    context.repository.complete("control", "exclusion")
    yield Fault()
