"""Groups: who belongs where, in which order, and what each group counts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from hegui.derive.coverage import Covered, coverage
from hegui.derive.derived import Derived
from hegui.derive.groups import (
    BY,
    Group,
    by_area,
    by_department,
    by_milestone,
    by_phase,
    by_regulation,
)
from hegui.derive.proof import Found
from tests.derive.small import LOG, NOON, control, derived, record, text

CATALOGUE = """
kind: catalogue
id: c
title: 目录
areas: [{id: x, title: 甲}, {id: w, title: 乙}, {id: empty, title: 丙}]
objectives:
- ref: o
  area: x
  title: 目标
  satisfies: [law#a1, act#b1]
  requirements: [{key: a, title: 要求, evidence: log}, {key: b, title: 要求, evidence: log, weight: 3}]
- ref: p
  area: w
  title: 目标
  satisfies: [act#b1, act#b2]
  requirements: [{key: a, title: 要求, evidence: log, due: [closing]}]
- ref: q
  area: nowhere
  title: 目标
  satisfies: [act#gone]
  requirements: [{key: a, title: 要求, evidence: log, due: [opening], applies_when: [f]}]
- ref: r
  area: x
  title: 目标
---
kind: catalogue
id: b
title: 另一目录
areas: [{id: x, title: 丁}]
objectives:
- ref: o
  area: x
  title: 目标
  requirements: [{key: a, title: 要求, evidence: log, due: [opening]}]
---
{kind: fact, id: f, title: 事实, question: 如何？, no_if: 'true'}
"""
LAWS = """
kind: regulation
id: law
title: 法
force: mandatory
obligations: [{ref: a1, nature: duty, summary: 要旨。}, {ref: a2, nature: duty, summary: 要旨。}]
---
kind: regulation
id: act
title: 条例
force: mandatory
obligations:
- {ref: b1, nature: duty, summary: 要旨。}
- {ref: b2, nature: right, summary: 要旨。}
---
kind: regulation
id: alone
title: 规定
force: mandatory
obligations: [{ref: c1, nature: duty, summary: 要旨。}]
---
kind: regulation
id: soft
title: 指南
force: reference
obligations: [{ref: d1, nature: duty, summary: 要旨。}]
"""
DEAL = """
kind: transfer
id: deal
title: 转让
phases:
- {id: z-early, from: 2026-11-01, until: 2026-11-30}
- {id: y-late, from: 2026-11-20, until: closing}
- {id: x-end, from: closing, until: 2026-12-31}
- {id: w-none, from: 2027-01-01, until: 2027-02-01}
milestones:
- {id: closing, title: 交割, on: 2026-12-05}
- {id: opening, title: 开放, on: 2026-11-28}
- {id: unused, title: 无, on: 2026-11-01}
"""
HOUSES = """
{kind: department, id: it, title: 科技部, party: acme}
---
{kind: department, id: law, title: 法务部, party: acme}
"""
CONTROLS = text(
    control("k", "c#o, c#p", more=", raci: [{accountable: it}]"),
    control("l", "c#o", more=", raci: [{accountable: law}]"),
    control("m", "c#o"),
    control("old", "b#o", more=", raci: [{accountable: law}]", status="retired"),
)
PASS = text(
    record("p", "2026-11-20"),
    record("q", "2026-11-20", of="c#p:a"),
)


def found(*more: str, as_of: str = NOON) -> Derived:
    return derived(text(CATALOGUE, LOG, LAWS, DEAL, HOUSES, CONTROLS, *more), as_of)


Way = Callable[[Derived, object], list[Group]]


def groups(way: object, of: Derived | None = None) -> list[Group]:
    of = of or found(PASS)
    return way(of, coverage(of))  # type: ignore[operator,no-any-return]


def told(some: list[Group]) -> list[tuple[str | None, list[str], list[str]]]:
    """The groups in their order, with their requirements and obligations."""
    return [
        (
            None if group.entity is None else group.entity.id,
            [one.requirement.id for one in group.requirements],
            [row.obligation.id for row in group.rows],
        )
        for group in some
    ]


def test_the_ways_to_group() -> None:
    assert {
        "regulation": by_regulation,
        "area": by_area,
        "department": by_department,
        "milestone": by_milestone,
        "phase": by_phase,
    } == BY


def test_by_regulation_each_clause_belongs_to_its_own() -> None:
    """``c#o`` serves clauses of two, and counts in each once; ``alone`` has nobody that serves it."""
    assert told(groups(by_regulation)) == [
        ("act", ["c#o:a", "c#o:b", "c#p:a"], ["act#b1"]),
        ("alone", [], ["alone#c1"]),
        ("law", ["c#o:a", "c#o:b"], ["law#a1", "law#a2"]),
    ]


def test_a_regulation_of_which_no_clause_is_counted_is_told_with_what_serves_it() -> None:
    soft = CATALOGUE.replace("satisfies: [act#gone]", "satisfies: [soft#d1]")
    of = derived(text(soft, LOG, LAWS))

    assert told(groups(by_regulation, of))[-1] == ("soft", ["c#q:a"], [])


def test_by_area() -> None:
    assert told(groups(by_area)) == [
        ("b#x", ["b#o:a"], []),
        ("c#w", ["c#p:a"], ["act#b1"]),
        ("c#x", ["c#o:a", "c#o:b"], ["act#b1", "law#a1"]),
        (None, ["c#q:a"], []),
    ]


def test_where_no_area_is_declared_all_belong_nowhere() -> None:
    asked = CATALOGUE.partition("---")[0].replace(
        "areas: [{id: x, title: 甲}, {id: w, title: 乙}, {id: empty, title: 丙}]", "areas: []"
    )
    of = derived(text(asked, LOG))

    assert told(groups(by_area, of)) == [(None, ["c#o:a", "c#o:b", "c#p:a", "c#q:a"], [])]


def test_by_department_through_the_controls_in_operation() -> None:
    assert told(groups(by_department)) == [
        ("it", ["c#o:a", "c#o:b", "c#p:a"], ["act#b1", "law#a1"]),
        ("law", ["c#o:a", "c#o:b"], ["act#b1", "law#a1"]),
        # c#o has a control too for which nobody answers; the one of b#o is retired
        (None, ["b#o:a", "c#o:a", "c#o:b", "c#q:a"], ["act#b1", "law#a1"]),
    ]


def test_by_milestone_the_first_by_which_it_is_due_in_the_order_of_time() -> None:
    """What is always due comes first; unused milestones are not told."""
    assert told(groups(by_milestone)) == [
        (None, ["c#o:a", "c#o:b"], ["act#b1", "law#a1"]),
        ("deal#opening", ["b#o:a", "c#q:a"], []),
        ("deal#closing", ["c#p:a"], ["act#b1"]),
    ]


def test_by_phase_in_the_order_of_their_beginnings() -> None:
    """The opening, on 28 November, lies in two phases; the closing ends one and begins another."""
    assert told(groups(by_phase)) == [
        (None, ["c#o:a", "c#o:b"], ["act#b1", "law#a1"]),
        ("deal#z-early", ["b#o:a", "c#q:a"], []),
        ("deal#y-late", ["b#o:a", "c#q:a"], []),
        ("deal#x-end", ["c#p:a"], ["act#b1"]),
    ]


@pytest.mark.parametrize(
    ("on", "phases"),
    [
        ("2026-10-31T23:59:59+08:00", [None]),
        ("2026-11-01", ["deal#z-early"]),
        ("2026-11-19T23:59:59+08:00", ["deal#z-early"]),
        ("2026-11-20", ["deal#z-early", "deal#y-late"]),
        ("2026-11-30T23:59:59+08:00", ["deal#z-early", "deal#y-late"]),
        ("2026-12-01", ["deal#y-late"]),
        ("2026-12-04T23:59:59+08:00", ["deal#y-late"]),
        ("2026-12-05", ["deal#x-end"]),
        ("2027-01-31", ["deal#w-none"]),
    ],
)
def test_a_phase_reaches_from_its_first_to_its_last_instant(
    on: str, phases: list[str | None]
) -> None:
    moved = DEAL.replace("{id: opening, title: 开放, on: 2026-11-28}", f"{{id: opening, on: {on}}}")
    of = derived(text(CATALOGUE, LOG, moved))

    assert [
        name for name, requirements, _ in told(groups(by_phase, of)) if "b#o:a" in requirements
    ] == phases


@pytest.mark.parametrize(("until", "belongs"), [("10:00", True), ("09:59", False)])
def test_a_phase_that_ends_at_an_instant_reaches_to_it(until: str, belongs: bool) -> None:
    moved = DEAL.replace("on: 2026-11-28", "on: '2026-11-28T10:00+08:00'")
    moved = moved.replace("until: 2026-11-30", f"until: '2026-11-28T{until}+08:00'")
    of = derived(text(CATALOGUE, LOG, moved))

    assert ("deal#z-early" in [name for name, *_ in told(groups(by_phase, of))]) is belongs


def test_milestones_and_phases_at_one_instant_are_told_by_id() -> None:
    moved = DEAL.replace("2026-11-28", "2026-12-05").replace("from: closing", "from: 2026-11-20")
    moved = moved.replace("until: closing", "until: 2026-12-31")
    of = derived(text(CATALOGUE, LOG, moved))

    assert [name for name, *_ in told(groups(by_milestone, of))] == [
        None,
        "deal#closing",
        "deal#opening",
    ]
    assert [name for name, *_ in told(groups(by_phase, of))] == [
        None,
        "deal#x-end",
        "deal#y-late",
    ]


def test_the_score_of_a_group_is_over_its_requirements() -> None:
    # c#x: a 1 of a 1 and b 3; c#w: not due; nowhere: not applicable
    scores = {
        None if group.entity is None else group.entity.id: group.score.value
        for group in groups(by_area)
    }

    assert scores == {"b#x": None, "c#w": None, "c#x": Fraction(1, 4), None: None}
    later = found(PASS, as_of="2026-12-06 00:00")
    assert {
        None if group.entity is None else group.entity.id: group.score.value
        for group in groups(by_area, later)
    } == {"b#x": 0, "c#w": 1, "c#x": Fraction(1, 4), None: None}


def test_the_obligations_of_a_group() -> None:
    act, alone, law = groups(by_regulation)

    assert {one: count for one, count in act.obligations.items() if count} == {Covered.PARTLY: 1}
    assert {one: count for one, count in alone.obligations.items() if count} == {Covered.NOT: 1}
    assert {one: count for one, count in law.obligations.items() if count} == {
        Covered.PARTLY: 1,
        Covered.NOT: 1,
    }
    assert list(law.obligations) == list(Covered)


def test_how_far_one_has_got_counts_what_is_not_due_too() -> None:
    ready = {
        None if group.entity is None else group.entity.id: group.ready for group in groups(by_area)
    }

    assert ready["c#w"] == {Found.PROVED: 1, Found.FAILED: 0, Found.UNKNOWN: 0}
    assert ready["c#x"] == {Found.PROVED: 1, Found.FAILED: 0, Found.UNKNOWN: 1}
    assert ready[None] == {Found.PROVED: 0, Found.FAILED: 0, Found.UNKNOWN: 0}  # not applicable


def test_an_empty_repository_has_no_groups() -> None:
    empty = derived(LOG)

    assert [way(empty, coverage(empty)) for way in BY.values()] == [[], [], [], [], []]
