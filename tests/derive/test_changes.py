"""Changes in the law: what began, ended or is to come, and the controls that rest on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.derive.changes import Amendment, Change, changes
from tests.derive.helpers import repository

_TEXT = """
kind: regulation
id: act
title: 某法
force: mandatory
effective: 2026-03-01
ends: 2026-09-30
obligations:
  - {ref: art-1, nature: duty, summary: 甲。}
  - {ref: art-2, nature: duty, summary: 乙。, effective: 2026-06-01}
  - {ref: art-3, nature: duty, summary: 丙。, ends: 2026-05-31}
---
{kind: regulation, id: timeless, title: 无期, force: mandatory}
---
kind: catalogue
id: own
title: 目录
areas: [{id: b, title: 备份}]
objectives:
  - {ref: b.1, area: b, title: 甲, satisfies: [act#art-1, act#art-2]}
  - {ref: b.2, area: b, title: 乙, satisfies: act#art-3}
---
{kind: control, id: a, title: 甲, status: implemented, statement: 甲。, achieves: own#b.1,
 review: {last: 2026-06-01}}
---
{kind: control, id: b, title: 乙, status: planned, statement: 乙。, achieves: [own#b.2, own#b.1]}
---
{kind: control, id: c, title: 丙, status: retired, statement: 丙。, achieves: own#b.1}
"""


def found(since: str, today: str) -> list[Amendment]:
    return changes(repository(_TEXT), date.fromisoformat(since), date.fromisoformat(today))


def told(since: str, today: str) -> list[tuple[str, str, str]]:
    return [(one.change.value, str(one.day), one.entity.id) for one in found(since, today)]


def test_in_the_order_of_days() -> None:
    assert told("2026-01-01", "2026-12-31") == [
        ("begins", "2026-03-01", "act"),
        ("ends", "2026-05-31", "act#art-3"),
        ("begins", "2026-06-01", "act#art-2"),
        ("ends", "2026-09-30", "act"),
    ]


@pytest.mark.parametrize(
    ("since", "today", "expected"),
    [
        # it begins at the start of its day
        ("2026-02-27", "2026-02-28", [("coming", "2026-03-01"), ("coming", "2026-06-01")]),
        ("2026-02-28", "2026-03-01", [("begins", "2026-03-01"), ("coming", "2026-06-01")]),
        ("2026-03-01", "2026-03-01", [("coming", "2026-06-01")]),
        # it ends with its last day
        ("2026-09-01", "2026-09-30", []),
        ("2026-09-01", "2026-10-01", [("ends", "2026-09-30")]),
        ("2026-09-30", "2026-10-01", [("ends", "2026-09-30")]),
        ("2026-10-01", "2026-10-01", []),
    ],
)
def test_boundaries(since: str, today: str, expected: list[tuple[str, str]]) -> None:
    assert [(change, day) for change, day, _ in told(since, today)] == expected


def test_clauses_with_dates_of_their_own_are_not_counted_with_the_regulation() -> None:
    counts = {(one.change, one.entity.id): one.clauses for one in found("2026-01-01", "2026-12-31")}

    assert counts == {
        (Change.BEGINS, "act"): 2,  # article 2 begins later
        (Change.ENDS, "act#art-3"): 1,
        (Change.BEGINS, "act#art-2"): 1,
        (Change.ENDS, "act"): 2,  # article 3 has ended before
    }


def test_the_controls_that_rest_on_it() -> None:
    touched = {
        (one.change, one.entity.id): [
            (control.control.id, control.before) for control in one.controls
        ]
        for one in found("2026-01-01", "2026-12-31")
    }

    assert touched == {
        (Change.BEGINS, "act"): [("a", False), ("b", True)],  # b was never reviewed
        (Change.ENDS, "act#art-3"): [("b", True)],
        (Change.BEGINS, "act#art-2"): [("a", False), ("b", True)],  # on that day
        (Change.ENDS, "act"): [("a", True), ("b", True)],
    }


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_two_stretches_hold_what_the_whole_does(a: date, b: date, c: date) -> None:
    """Whoever looks twice has seen every change once; the last day of one is where two meet."""
    since, middle, today = sorted((a, b, c))
    law = repository(_TEXT)

    def past(first: date, last: date) -> list[tuple[Change, date, str]]:
        return [
            (one.change, one.day, one.entity.id)
            for one in changes(law, first, last)
            if one.change is not Change.COMING
        ]

    assert sorted(past(since, middle) + past(middle, today)) == sorted(past(since, today))


@given(DAYS)
def test_what_is_to_come_will_have_begun(today: date) -> None:
    law = repository(_TEXT)
    coming = {one.entity.id for one in changes(law, today, today) if one.change is Change.COMING}
    later = today + timedelta(days=400)
    begun = {one.entity.id for one in changes(law, today, later) if one.change is Change.BEGINS}

    assert coming == begun
