"""The functions of the library in a run: dates at the very instant, the graph, errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hegui.rules.context import Context
from hegui.rules.library import callable_at, implementations, name_of
from hegui.rules.rule import Stage
from tests.derive.small import grounds, text

DEAL = """
kind: transfer
id: sale
title: 转让
milestones: [{id: cut-over, on: 2026-11-28}, {id: closing, on: "2026-12-28T10:00+08:00"}]
"""
CALENDAR = """
kind: calendar
id: y2026
title: 日历
year: 2026
holidays: [2026-11-25]
workdays: [2026-11-28]
"""
NOON = "2026-11-23T12:00+08:00"


def call(name: str, *values: Any, as_of: str = NOON, content: str = "") -> Any:
    """What a function gives at an instant; Shanghai's midnight is 16:00 in London."""
    found = grounds(text(DEAL, CALENDAR, content) if content else text(DEAL, CALENDAR), as_of)
    functions: dict[str, Callable[..., Any]] = dict(
        implementations(Context(found), Stage.STRUCTURE)
    )
    return functions[name](*values)


@pytest.mark.parametrize(
    ("when", "as_of", "past", "started"),
    [
        ("2026-11-23", "2026-11-22T23:59:59+08:00", False, False),
        ("2026-11-23", "2026-11-23T00:00+08:00", False, True),
        ("2026-11-23", "2026-11-23T23:59:59+08:00", False, True),
        ("2026-11-23", "2026-11-24T00:00+08:00", True, True),
        ("2026-11-23T12:00+08:00", NOON, False, True),
        ("2026-11-23T04:00Z", NOON, False, True),
        ("2026-11-23T11:59:59+08:00", NOON, True, True),
        ("2026-11-23T12:00:01+08:00", NOON, False, False),
        ("cut-over", "2026-11-27T23:59:59+08:00", False, False),
        ("cut-over", "2026-11-28T00:00+08:00", True, True),
        ("sale#closing", "2026-12-28T10:00+08:00", True, True),
    ],
)
def test_past_and_started(when: str, as_of: str, past: bool, started: bool) -> None:
    assert call("past", when, as_of=as_of) is past
    assert call("started", when, as_of=as_of) is started


@pytest.mark.parametrize(
    ("record", "held"),
    [
        ({}, True),
        ({"from": "2026-11-23"}, True),
        ({"from": "2026-11-24"}, False),
        ({"until": "2026-11-23"}, True),
        ({"until": "2026-11-22"}, False),
        ({"granted": "2026-11-24"}, False),
        ({"effective": "2026-11-24", "until": "2026-12-01"}, False),
        ({"expires": "2026-11-22"}, False),
        ({"from": "2026-01-01", "until": "closing"}, True),
        ({"from": "cut-over"}, False),
    ],
)
def test_in_force(record: dict[str, str], held: bool) -> None:
    assert call("in_force", record) is held


@pytest.mark.parametrize(
    ("when", "span", "ahead"),
    [
        ("2026-11-22", "60 days", False),
        ("2026-11-23", "1 day", True),
        ("2026-11-23", "1 hour", False),
        ("2026-11-24T12:00+08:00", "24 hours", True),
        ("2026-11-24T12:00:01+08:00", "24 hours", False),
        ("2026-12-23T12:00+08:00", "1 month", True),
        ("2026-12-23T12:00:01+08:00", "1 month", False),
        ("2026-11-26T12:00+08:00", "2 working days", True),
        ("2026-11-26T12:00:01+08:00", "2 working days", False),
        ("cut-over", "5 days", True),
        ("cut-over", "4 days", False),
    ],
)
def test_within(when: str, span: str, ahead: bool) -> None:
    assert call("within", when, span) is ahead


@pytest.mark.parametrize(
    ("when", "span", "older"),
    [
        ("2026-08-25T12:00+08:00", "90 days", False),
        ("2026-08-25T11:59:59+08:00", "90 days", True),
        ("2026-08-25", "90 days", True),
        ("2026-10-23", "1 month", True),
        ("2026-10-24", "1 month", False),
        ("2027-01-01", "1 day", False),
    ],
)
def test_older_than(when: str, span: str, older: bool) -> None:
    assert call("older_than", when, span) is older


@pytest.mark.parametrize(
    ("one", "other", "days", "working"),
    [
        ("2026-11-23", "2026-11-23", 0, 0),
        ("2026-11-23", "2026-11-24", 1, 1),
        ("2026-11-24", "2026-11-23", -1, 0),
        ("2026-11-23", "2026-11-30", 7, 5),
        ("2026-11-24", "2026-11-25", 1, 0),
        ("2026-11-27", "cut-over", 1, 1),
        ("2026-11-28", "2026-11-29", 1, 0),
        ("2026-11-23T12:00+08:00", "2026-11-24T11:59+08:00", 0, 1),
        ("2026-11-23T12:00+08:00", "2026-11-24T12:00+08:00", 1, 1),
        ("2026-11-23T15:59Z", "2026-11-23T16:00Z", 0, 1),
    ],
)
def test_days_between(one: str, other: str, days: int, working: int) -> None:
    """25 November is a holiday, and Saturday the 28th is worked instead."""
    assert call("days", one, other) == days
    assert call("working_days", one, other) == working


def test_comparing() -> None:
    assert call("earlier", "2026-11-23", "2026-11-23T00:00:01+08:00") is True
    assert call("earlier", "2026-11-23", "2026-11-23T00:00+08:00") is False
    assert call("earlier", "cut-over", "closing") is True
    assert call("longer", "25 hours", "1 day") is True
    assert call("longer", "24 hours", "1 day") is False
    assert call("longer", "1 month", "30 days") is False  # from 23 November there are thirty
    assert call("longer", "1 month", "29 days") is True


@pytest.mark.parametrize(
    ("name", "values", "said"),
    [
        ("past", ("yesterday soon",), "not a date"),
        ("past", ("2026-13-01",), "not a date"),
        ("past", ("launch",), "no such milestone: launch"),
        ("within", ("2026-11-23", "sixty days"), "not a span"),
        ("accountable", ("loans",), "not a name"),
        ("protecting", ("dataset/none",), "there is no dataset/none"),
        ("accountable", ("control/none",), "there is no control/none"),
    ],
)
def test_what_cannot_be_answered_says_why(name: str, values: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        call(name, *values)


def test_names() -> None:
    assert str(name_of("vendor/x")) == "vendor/x"
    assert str(name_of({"kind": "vendor", "id": "x"})) == "vendor/x"
    assert str(name_of("objective/c#o")) == "objective/c#o"


def test_proof_is_asked_for_once_it_is_there() -> None:
    proof = {"proof", "residual", "claimed_residual", "inherent", "measured", "higher"}

    assert callable_at(Stage.DERIVED) - callable_at(Stage.STRUCTURE) == proof
    assert callable_at(Stage.PROOF) == callable_at(Stage.WAIVER) == callable_at(Stage.DERIVED)


FLOWS = """
{kind: dataset, id: loans, title: 借款, systems: [core]}
---
{kind: system, id: core, title: 核心, vendor: host}
---
{kind: vendor, id: host, title: 机房, services: [{id: s, access: store}], raci: [{accountable: it}]}
---
{kind: department, id: it, title: 科技, party: acme}
---
{kind: control, id: b, title: 乙, statement: 乙, status: implemented, datasets: [loans]}
---
{kind: control, id: a, title: 甲, statement: 甲, status: planned, datasets: [loans],
 raci: [{until: 2026-11-22, accountable: it}]}
---
{kind: control, id: old, title: 旧, statement: 旧, status: retired, datasets: [loans]}
"""


@pytest.mark.parametrize(
    ("name", "values", "answer"),
    [
        ("protecting", ("dataset/loans",), ["control/a", "control/b"]),
        ("protecting", ({"kind": "dataset", "id": "loans"},), ["control/a", "control/b"]),
        ("protecting", ("system/core",), []),
        ("accountable", ("vendor/host",), "it"),
        ("accountable", ("control/a",), ""),
        ("reaches", ("dataset/loans", "vendor/host"), True),
        ("reaches", ("vendor/host", "dataset/loans"), False),
        ("paths_avoiding", ("dataset/loans", "vendor/host", []), True),
        ("paths_avoiding", ("dataset/loans", "vendor/host", ["control/a"]), False),
        ("paths_avoiding", ("dataset/loans", "vendor/host", ["control/old"]), True),
        ("paths_avoiding", ("dataset/loans", "vendor/host", ["system/core"]), False),
        ("depends_on", ("dataset/loans", "vendor/host"), True),
        ("depends_on", ("vendor/host", "system/core"), False),
    ],
)
def test_questions_of_the_graph(name: str, values: tuple[Any, ...], answer: Any) -> None:
    assert call(name, *values, content=FLOWS) == answer
