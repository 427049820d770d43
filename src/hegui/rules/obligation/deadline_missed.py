"""What the law wants done by a day counted from the deal is proved by that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.derive.asked import milestones_named
from hegui.derive.coverage import Covered, capacities_of, left_out, row_of
from hegui.derive.proof import unread
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.model.regulation import Deadline
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


def _counted(obligation: Part, context: Context) -> bool:
    dated = any(one.milestone is not None for one in obligation.record.deadlines)
    if not dated:
        return False
    today = context.clock.as_of.date()
    return left_out(obligation, today, capacities_of(context.derived)) is None


@rule(
    "obligation/deadline-missed",
    "obligation",
    severity=Severity.HIGH,
    title=both("法定期限已过而无证明", "A statutory term passed without proof"),
    message=both(
        "{subject}：“{what}”的期限为 {day}，已过而未证实",
        "{subject}: the term for “{what}” ended on {day}, and it is not proved",
    ),
    remedy=both(
        "立即补办并立记录；确已办理的，补登记录与原件摘要。",
        "Do it at once and record it; where it was done, add the record with the digest of its document.",
    ),
    why=both(
        "法定期限过了就是违法，补办只能减轻后果。",
        "Past a statutory term the law is broken, and doing it late only lessens what follows.",
    ),
    references=("market-entity-reg-2021#art-24",),
    where=_counted,
    stage=Stage.DERIVED,
)
def check(obligation: Part, context: Context) -> Iterator[Fault]:
    row = row_of(obligation, context.derived)
    if row.covered in (Covered.COVERED, Covered.NOT_APPLICABLE, Covered.EXCLUDED):
        return
    for position, deadline in enumerate(obligation.record.deadlines):
        due = _due(deadline, context)
        if due is None or due >= context.clock.as_of:
            continue
        if unread(context.grounds):
            raise Unassessable(obligation.id)
        yield Fault(
            at=("deadlines", position),
            values={"what": deadline.title, "day": context.day(due)},
            discriminator=deadline.id,
        )


def _due(deadline: Deadline, context: Context) -> datetime | None:
    """The last instant of a term that is counted from a milestone, or leads up to one."""
    if deadline.milestone is None:
        return None
    days, clock = context.workdays, context.clock
    ends = []
    for part in milestones_named(deadline.milestone, context.repository):
        on = clock.begin(part.record.on).astimezone(clock.zone)
        if deadline.within is not None:
            ends.append(days.due(on, deadline.within))
        elif deadline.before is not None:
            ends.append(days.lead(on, deadline.before))
    return min(ends, default=None)
