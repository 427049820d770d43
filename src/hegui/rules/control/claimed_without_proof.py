"""A control that is said to be implemented shows that it works."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import unread
from hegui.derive.records import operating
from hegui.derive.score import State
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.requirements import NOT_DUE, asked_of, due_unread, objectives_read, shown_by
from hegui.rules.rule import Apart, Fault, Stage, rule
from hegui.source.bilingual import both

_DUE = (State.PROVED, State.FAILED, State.UNKNOWN)


def _claims(control: Control, context: Context) -> bool | Apart:
    if control.status != "implemented" or not operating(control, context.grounds):
        return False
    asked = asked_of(control, context)
    if not objectives_read(control, context) or any(one.state in _DUE for one in asked):
        return True
    return Apart(Status.NOT_DUE, NOT_DUE) if asked else False


@rule(
    "control/claimed-without-proof",
    Control,
    severity=Severity.MEDIUM,
    title=both("自称已实施而无证据", "Said to be implemented, and nothing shows it"),
    message=both(
        "{subject}自称已实施，所达成目标的 {count} 项到期要求中，没有一项由它证明",
        "{subject} is said to be implemented, and proves none of the {count} requirements of its "
        "objectives that are due",
    ),
    remedy=both(
        "检查它并立记录；尚未运行的，把 status 改为 implementing 或 planned。",
        "Check it and record that; where it does not work yet, set status to implementing or planned.",
    ),
    why=both(
        "自述与证明是两回事，只有证明计分。",
        "A claim and a proof are two things, and only proof earns credit.",
    ),
    where=_claims,
    stage=Stage.PROOF,
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    if unread(context.grounds) or not objectives_read(control, context):
        raise Unassessable(control.id)
    if not shown_by(control, context):
        due = [one for one in asked_of(control, context) if one.state in _DUE]
        if all(due_unread(one, context) for one in due):
            raise Unassessable(control.id)
        yield Fault(at=("status",), values={"count": len(due)})
