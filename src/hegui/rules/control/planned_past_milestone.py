"""A control is in place when the milestone comes that it must be ready for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from hegui.findings.severity import Severity
from hegui.model.control import STATUSES, Control
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_UNREADY = ("planned", "implementing")


class _Reached(NamedTuple):
    """A milestone that has come: when, and where the control names it."""

    at: datetime
    position: int
    milestone: Part


@rule(
    "control/planned-past-milestone",
    Control,
    severity=Severity.MEDIUM,
    title=both(
        "里程碑已过，控制措施仍未就绪", "A milestone passed before its control was in place"
    ),
    message=both(
        "{subject}须在{milestone}前就绪，该里程碑已于 {day} 到来，而措施仍是“{status}”",
        "{subject} had to be in place for {milestone}, reached on {day}, and is still {status}",
    ),
    remedy=both(
        "已就绪的，把 status 改为 implemented 并补证据；未就绪的，立整改事项并报里程碑决策人。",
        "If it is in place, write implemented and give evidence; if not, open an action and tell "
        "whoever decides on the milestone.",
    ),
    why=both(
        "里程碑靠措施把关；措施没到位而里程碑已过，等于无人把关。",
        "Controls guard a milestone; one passed without them was not guarded.",
    ),
    where=lambda control, context: control.status in _UNREADY and bool(control.milestones),
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    reached = min(_reached(control, context), default=None)
    if reached is not None:
        yield Fault(
            at=("milestones", reached.position),
            values={
                "milestone": context.name(reached.milestone),
                "day": context.day(control.milestones[reached.position]),
                "status": STATUSES[control.status],
            },
            related=(see(reached.milestone, "on"),),
        )
        return
    for ref in control.milestones:
        if context.repository.find(ref) is None:
            raise Unassessable(str(ref))


def _reached(control: Control, context: Context) -> Iterator[_Reached]:
    """The milestones of a control that have come, as far as they are there."""
    for position, ref in enumerate(control.milestones):
        milestone = context.repository.find(ref)
        if isinstance(milestone, Part):
            at = context.clock.begin(ref)
            if at <= context.clock.as_of:
                yield _Reached(at, position, milestone)
