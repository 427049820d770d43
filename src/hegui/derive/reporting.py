"""Reporting of incidents: who must be told by when, and whether it was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.answers import Answer, Value
from hegui.derive.law import Standing, facts_of, in_force, standing
from hegui.derive.workdays import Workdays
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_item
from hegui.model.calendar import Calendar
from hegui.model.incident import Incident, Report
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity
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


class Why(StrEnum):
    """What decides that a report is not owed, or that nobody can say."""

    SCOPE = "scope"
    CONDITION = "condition"
    FIGURE = "figure"
    NOT_IN_FORCE = "not-in-force"


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
    why: Why | None = None


class _Owed(NamedTuple):
    value: Value
    why: Why | None = None
    deciding: tuple[Answer, ...] = ()
    missing: str = ""


def duties(
    incident: Incident, repository: Repository, answers: Mapping[str, Answer], clock: Clock
) -> list[Duty]:
    """Every report that the law of the repository's packs knows for an incident, soonest first."""
    days = Workdays(repository.all(Calendar))
    found = [
        _duty(one, repository.find(one.obligation), incident, answers, clock, days)
        for one in repository.all(IncidentClock)
    ]
    never = datetime.max.replace(tzinfo=clock.zone)
    return sorted(found, key=lambda duty: (duty.due or duty.start or never, duty.clock.id))


def _duty(
    clock_: IncidentClock,
    clause: Entity | None,
    incident: Incident,
    answers: Mapping[str, Answer],
    clock: Clock,
    days: Workdays,
) -> Duty:
    start = _instant(getattr(incident, clock_.starts), clock)
    happened = _instant(incident.discovered, clock) or start or clock.as_of
    if clause is not None and not in_force(clause, happened.date()):
        owed = _Owed(Value.NO, Why.NOT_IN_FORCE)
    else:
        facts = (*clock_.applies_when, *(facts_of(clause) if clause else ()))
        owed = _owed(clock_, incident, standing(tuple(dict.fromkeys(facts)), answers))
    due = None
    if start is not None and clock_.within is not None:
        due = days.due(start, clock_.within)
    report = next((one for one in incident.reports if one.clock.id == clock_.id), None)
    told = _instant(report.at if report else None, clock)
    if told is not None and told > clock.as_of:
        told = None
    provisional = (
        due is not None and clock_.within is not None and days.provisional(due, clock_.within)
    )
    state = _state(owed.value, clock_, start, due, report, told, clock.as_of)
    return Duty(
        clock_, owed.value, state, start, due, report, told, owed.deciding, owed.missing,
        provisional, owed.why,
    )  # fmt: skip


def _owed(clock_: IncidentClock, incident: Incident, scope: Standing) -> _Owed:
    """Whether a report is owed, and what decides where it is not, or where it is uncertain."""
    if scope.value is Value.NO:
        return _Owed(Value.NO, Why.SCOPE, scope.deciding)
    if clock_.if_ is not None:
        try:
            if not holds(clock_.if_, {"incident": of_item(incident)}):
                return _Owed(Value.NO, Why.CONDITION)
        except Undecided as reason:
            unsure = scope.deciding if scope.value is Value.UNCERTAIN else ()
            return _Owed(Value.UNCERTAIN, Why.FIGURE, unsure, str(reason))
    if scope.value is Value.UNCERTAIN:
        return _Owed(Value.UNCERTAIN, Why.SCOPE, scope.deciding)
    return _Owed(Value.YES)


def _state(
    owed: Value,
    clock_: IncidentClock,
    start: datetime | None,
    due: datetime | None,
    report: Report | None,
    told: datetime | None,
    as_of: datetime,
) -> State:
    if told is not None:
        return State.LATE if due is not None and told > due else State.TOLD
    if owed is Value.NO:
        return State.NOT_OWED
    if report is not None and report.excused is not None and _excusable(clock_, owed):
        return State.EXCUSED
    if start is None or start > as_of:
        return State.WAITING
    if due is None:
        return State.OVERDUE if clock_.speed == "at-once" else State.RUNNING
    return State.OVERDUE if due < as_of else State.RUNNING


def _excusable(clock_: IncidentClock, owed: Value) -> bool:
    """Whether somebody may decide not to report: where the law says so, or nobody can be sure.

    A term of our own may be left out; one that the law sets without exception may not.
    """
    return clock_.excused_if is not None or clock_.basis == "house" or owed is Value.UNCERTAIN


def _instant(moment: Moment | None, clock: Clock) -> datetime | None:
    """The first instant of a moment in the organisation's zone."""
    return None if moment is None else clock.begin(moment).astimezone(clock.zone)
