"""Reporting of incidents: who must be told by when, and whether it was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.answers import Answer, Value
from hegui.derive.law import standing
from hegui.derive.workdays import Workdays
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_item
from hegui.model.calendar import Calendar
from hegui.model.incident import Incident, Report
from hegui.model.incident_clock import IncidentClock
from hegui.model.moment import Clock, Moment
from hegui.model.repository import Repository


class State(StrEnum):
    """Where a report stands at the instant of judgement."""

    NOT_OWED = "not-owed"
    EXCUSED = "excused"
    TOLD = "told"
    LATE = "told-late"
    OVERDUE = "overdue"
    RUNNING = "running"
    WAITING = "waiting"


class Duty(NamedTuple):
    """One report that an incident may call for.

    ``owed`` says whether it must be made: uncertain where a fact of scope or a figure of the
    incident is missing; ``deciding`` are the facts behind that and ``missing`` the figure.
    ``due`` is ``None`` where the law sets no term, or where the clock has not started.
    ``provisional`` says that the count runs into a year whose calendar is not published.
    """

    clock: IncidentClock
    owed: Value
    state: State
    start: datetime | None
    due: datetime | None
    report: Report | None
    told_at: datetime | None
    deciding: tuple[Answer, ...] = ()
    missing: str = ""
    provisional: bool = False


def duties(
    incident: Incident, repository: Repository, answers: Mapping[str, Answer], clock: Clock
) -> list[Duty]:
    """Every report that the law of the repository's packs knows for an incident, soonest first."""
    days = Workdays(repository.all(Calendar))
    found = [_duty(one, incident, answers, clock, days) for one in repository.all(IncidentClock)]
    never = datetime.max.replace(tzinfo=clock.zone)
    return sorted(found, key=lambda duty: (duty.due or duty.start or never, duty.clock.id))


def _duty(
    clock_: IncidentClock,
    incident: Incident,
    answers: Mapping[str, Answer],
    clock: Clock,
    days: Workdays,
) -> Duty:
    scope = standing(clock_.applies_when, answers)
    owed, missing = _owed(clock_, incident, scope.value)
    start = _instant(getattr(incident, clock_.starts), clock)
    due = None
    if start is not None and clock_.within is not None:
        due = days.due(start, clock_.within)
    report = next((one for one in incident.reports if one.clock.id == clock_.id), None)
    told = _instant(report.at if report else None, clock)
    deciding = scope.deciding if scope.value is not Value.YES else ()
    provisional = (
        due is not None and clock_.within is not None and days.provisional(due, clock_.within)
    )
    state = _state(owed, clock_, start, due, report, told, clock.as_of)
    return Duty(clock_, owed, state, start, due, report, told, deciding, missing, provisional)


def _owed(clock_: IncidentClock, incident: Incident, scope: Value) -> tuple[Value, str]:
    """Whether a report is owed, and the figure that is missing where that is uncertain."""
    if scope is Value.NO:
        return Value.NO, ""
    if clock_.if_ is None:
        return scope, ""
    try:
        triggered = holds(clock_.if_, {"incident": of_item(incident)})
    except Undecided as reason:
        return Value.UNCERTAIN, str(reason)
    return (scope if triggered else Value.NO), ""


def _state(
    owed: Value,
    clock_: IncidentClock,
    start: datetime | None,
    due: datetime | None,
    report: Report | None,
    told: datetime | None,
    as_of: datetime,
) -> State:
    if told is not None and told <= as_of:
        return State.LATE if due is not None and told > due else State.TOLD
    if owed is Value.NO:
        return State.NOT_OWED
    if report is not None and report.excused is not None:
        return State.EXCUSED
    if start is None or start > as_of:
        return State.WAITING
    if due is None:
        return State.OVERDUE if clock_.speed == "at-once" else State.RUNNING
    return State.OVERDUE if due < as_of else State.RUNNING


def _instant(moment: Moment | None, clock: Clock) -> datetime | None:
    """The first instant of a moment in the organisation's zone."""
    return None if moment is None else clock.begin(moment).astimezone(clock.zone)
