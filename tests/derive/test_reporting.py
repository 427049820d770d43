"""Reports of incidents: owed or not, by when, and where each of them stands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.derive.answers import Value, answers
from hegui.derive.reporting import Duty, State, duties
from hegui.model.incident import Incident
from tests.derive.helpers import SETTINGS, at, clock, repository

_LAW = """
kind: regulation
id: act
title: 办法
force: mandatory
obligations: [{ref: art-4, nature: duty, summary: 报告。}]
---
{kind: fact, id: scope, title: 适用, question: 是否适用？}
"""
_STATED = """
organization: acme
time_zone: Asia/Shanghai
facts: [{id: scope, value: 'VALUE', reason: 因。}]
"""


def all_duties(
    incident: str, clocks: list[str], as_of: str = "2026-11-23 23:59", scope: str | None = None
) -> list[Duty]:
    """The duties of an incident under some clocks."""
    made = [
        f"{{kind: incident-clock, title: 报告, to: 监管部门, obligation: act#art-4, {one}}}"
        for one in clocks
    ]
    text = [f"{{kind: incident, id: inc, title: 泄露, {incident}}}", *made]
    settings = SETTINGS if scope is None else _STATED.replace("VALUE", scope)
    found = repository("\n---\n".join([_LAW.strip(), *text]), settings)
    [one] = found.all(Incident)
    return duties(one, found, answers(found), clock(as_of))


def duty(incident: str, clock: str, as_of: str = "2026-11-23 23:59", scope: str = "yes") -> Duty:
    [one] = all_duties(incident, [f"id: it, {clock}"], as_of, scope)
    return one


_FOUR = "starts: discovered, within: 4 hours"
_AT = "discovered: 2026-11-20T09:12+08:00"


@pytest.mark.parametrize(
    ("incident", "as_of", "state"),
    [
        (_AT, "2026-11-20 09:11", State.WAITING),
        (_AT, "2026-11-20 09:12", State.RUNNING),
        (_AT, "2026-11-20 13:12", State.RUNNING),
        (_AT, "2026-11-20 13:13", State.OVERDUE),
        ("persons: 1", "2026-11-23 23:59", State.WAITING),
        (f"{_AT}, reports: [{{clock: it}}]", "2026-11-23 23:59", State.OVERDUE),
        (f"{_AT}, reports: [{{clock: other}}]", "2026-11-23 23:59", State.OVERDUE),
        (
            f"{_AT}, reports: [{{clock: it, at: 2026-11-20T13:12+08:00}}]",
            "2026-11-23 23:59",
            State.TOLD,
        ),
        (
            f"{_AT}, reports: [{{clock: it, at: 2026-11-20T13:13+08:00}}]",
            "2026-11-23 23:59",
            State.LATE,
        ),
        (
            f"{_AT}, reports: [{{clock: it, at: 2026-11-20T05:12Z}}]",
            "2026-11-23 23:59",
            State.TOLD,
        ),
        (
            f"{_AT}, reports: [{{clock: it, at: 2026-11-20T12:00+08:00}}]",
            "2026-11-20 11:00",
            State.RUNNING,
        ),
        (f"{_AT}, reports: [{{clock: it, at: 2026-11-20}}]", "2026-11-23 23:59", State.TOLD),
        (f"{_AT}, reports: [{{clock: it, excused: 无}}]", "2026-11-23 23:59", State.OVERDUE),
        (
            f"{_AT}, reports: [{{clock: it, at: 2026-11-21, excused: 无}}]",
            "2026-11-23 23:59",
            State.LATE,
        ),
    ],
)
def test_states(incident: str, as_of: str, state: State) -> None:
    assert duty(incident, _FOUR, as_of).state is state


@pytest.mark.parametrize(
    ("clock", "state", "due"),
    [
        ("starts: discovered, speed: at-once", State.OVERDUE, None),
        ("starts: discovered, speed: promptly", State.RUNNING, None),
        ("starts: discovered", State.RUNNING, None),
        ("starts: contained, speed: at-once", State.WAITING, None),
        ("starts: discovered, within: 1 day", State.OVERDUE, "2026-11-21 23:59"),
        ("starts: discovered, within: 1 working day", State.RUNNING, "2026-11-23 23:59"),
        ("starts: discovered, within: 1 day, speed: at-once", State.OVERDUE, "2026-11-21 23:59"),
        ("starts: discovered, within: 1 month", State.RUNNING, "2026-12-20 23:59"),
    ],
)
def test_terms(clock: str, state: State, due: str | None) -> None:
    found = duty(_AT, clock)

    assert found.state is state
    told = found.due.isoformat(" ", "minutes").removesuffix("+08:00") if found.due else None
    assert told == due


def test_a_discovery_in_another_zone_and_a_discovery_on_a_day() -> None:
    abroad = duty("discovered: 2026-11-20T01:12Z", _FOUR)
    day = duty("discovered: 2026-11-20", _FOUR)

    assert abroad.due == at("2026-11-20 13:12")
    assert abroad.due is not None
    assert abroad.due.utcoffset() == timedelta(hours=8)
    assert day.due == at("2026-11-20 04:00")


# ── owed or not ──

_IF = "if: incident.persons >= 100 || incident.crime"


@pytest.mark.parametrize(
    ("facts", "scope", "owed", "missing"),
    [
        ("persons: 100", "yes", Value.YES, ""),
        ("persons: 99, crime: false", "yes", Value.NO, ""),
        ("crime: true", "yes", Value.YES, ""),  # whatever the number is
        ("crime: false", "yes", Value.UNCERTAIN, "persons"),
        ("persons: 99", "yes", Value.UNCERTAIN, "crime"),
        ("persons: 100", "uncertain", Value.UNCERTAIN, ""),
        ("persons: 99, crime: false", "uncertain", Value.NO, ""),
        ("crime: false", "uncertain", Value.UNCERTAIN, "persons"),
        ("persons: 100", "no", Value.NO, ""),
        ("crime: false", "no", Value.NO, ""),
    ],
)
def test_owed(facts: str, scope: str, owed: Value, missing: str) -> None:
    found = duty(f"{_AT}, {facts}", f"{_FOUR}, {_IF}, applies_when: scope", scope=scope)

    assert found.owed is owed
    assert found.missing == missing
    decided_by_itself = scope == "yes" or (owed is Value.NO and scope == "uncertain")
    assert [one.fact.id for one in found.deciding] == ([] if decided_by_itself else ["scope"])
    assert (found.state is State.NOT_OWED) == (owed is Value.NO)


@pytest.mark.parametrize(
    ("more", "scope", "state"),
    [
        ("", "yes", State.OVERDUE),  # the law sets the term and knows no exception
        ("excused_if: 已避免危害", "yes", State.EXCUSED),
        ("basis: house", "yes", State.EXCUSED),
        ("applies_when: scope", "uncertain", State.EXCUSED),
    ],
)
def test_who_may_be_excused(more: str, scope: str, state: State) -> None:
    clock = f"{_FOUR}, {more}" if more else _FOUR
    found = duty(f"{_AT}, reports: [{{clock: it, excused: 不报}}]", clock, scope=scope)

    assert found.state is state


def test_a_report_that_was_not_owed_was_made_all_the_same() -> None:
    found = duty(
        f"{_AT}, persons: 1, crime: false, reports: [{{clock: it, at: 2026-11-20}}]",
        f"{_FOUR}, {_IF}",
    )

    assert (found.owed, found.state) == (Value.NO, State.TOLD)


def test_the_count_over_an_unpublished_year_is_provisional() -> None:
    assert duty(_AT, "starts: discovered, within: 3 working days").provisional
    assert not duty(_AT, "starts: discovered, within: 3 days").provisional
    assert not duty("persons: 1", "starts: discovered, within: 3 working days").provisional


def test_the_soonest_comes_first() -> None:
    found = all_duties(
        f"{_AT}, contained: 2026-11-22",
        [
            "id: z, starts: discovered, within: 30 days",
            "id: e, starts: closed, within: 1 hour",
            "id: c, starts: contained, speed: at-once",
            "id: b, starts: discovered, within: 4 hours",
            "id: a, starts: discovered, within: 4 hours",
        ],
    )

    assert [one.clock.id for one in found] == ["a", "b", "c", "z", "e"]


# ── as time goes by ──

_ORDER = [State.WAITING, State.RUNNING, State.OVERDUE]
TERMS = st.sampled_from(
    [
        "within: 4 hours",
        "within: 2 days",
        "within: 1 working day",
        "speed: at-once",
        "within: 0 days",
    ]
)
HOURS = st.lists(st.integers(-48, 240), min_size=2, max_size=6).map(sorted)


@given(TERMS, HOURS)
def test_a_term_only_runs_on(term: str, hours: list[int]) -> None:
    start = at("2026-11-20 09:12")
    states = [
        duty(_AT, f"starts: discovered, {term}", str(start + timedelta(hours=hour))[:16]).state
        for hour in hours
    ]

    assert [_ORDER.index(state) for state in states] == sorted(map(_ORDER.index, states))


@given(TERMS, st.integers(0, 240), HOURS)
def test_once_told_it_stays_told(term: str, told: int, hours: list[int]) -> None:
    start = at("2026-11-20 09:12")
    made = (start + timedelta(hours=told)).isoformat()
    found = [
        duty(
            f"{_AT}, reports: [{{clock: it, at: {made}}}]",
            f"starts: discovered, {term}",
            str(start + timedelta(hours=hour))[:16],
        ).state
        for hour in hours
    ]

    after = [state for hour, state in zip(hours, found, strict=True) if hour >= told]
    before = [state for hour, state in zip(hours, found, strict=True) if hour < told]
    assert set(after) <= {State.TOLD, State.LATE}
    assert len(set(after)) <= 1
    assert set(before) <= set(_ORDER)
