"""Nobody accepts his own gap."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import Own, own
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import claim, over
from hegui.source.bilingual import Text, both


@rule(
    "waiver/self-approved",
    Waiver,
    severity=Severity.HIGH,
    title=both("豁免由自己人批准", "A waiver approved by those it concerns"),
    message=both(
        "{subject} 的批准人 {who} {why}，豁免不生效",
        "{subject}: its approver {who} {why}; it does not hold",
    ),
    remedy=both(
        "改由申请人以外、不属于责任部门的有权人批准，并写明新的批准日期。",
        "Have it approved by somebody with the power who neither asked for it nor belongs to the "
        "department accountable, and write the new date of approval.",
    ),
    why=both(
        "申请、担责、批准三者不得同一：责任部门的负责人、副职和成员都站在同一边。",
        "Asking, answering and approving are kept apart: head, deputy and members of the department "
        "accountable all stand on one side.",
    ),
    where=lambda waiver, context: not over(waiver, context),
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    claimed = claim(waiver, context)
    found = own(waiver, claimed.subject if claimed is not None else None, context.derived)
    if found is not None:
        yield Fault(
            at=("approved_by",),
            values={"who": waiver.approved_by.id, "why": _why(found, context)},
            related=(see(found.department),) if found.department is not None else (),
        )


def _why(found: Own, context: Context) -> Text:
    if found.department is None:
        return both("就是申请人", "asked for it")
    name = context.name(found.department)
    return both(
        f"属于对此最终负责的{name.get('zh')}",
        f"belongs to {name.get('en')}, which is accountable for it",
    )
