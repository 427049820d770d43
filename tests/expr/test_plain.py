"""Plain values: an expression reads of an item what is written, in the shape that was checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hegui import api
from hegui.expr.plain import of_entity, of_facts, of_item
from hegui.expr.shape import Fields, Many, Scalar, Shape, of_kind
from hegui.expr.shape import of_facts as shape_of
from hegui.model.item import Entity
from hegui.model.repository import Repository
from tests.derive.helpers import item

ROOT = Path(__file__).parents[2]
_TYPES: dict[Scalar, type] = {
    Scalar.BOOL: bool,
    Scalar.INT: int,
    Scalar.FLOAT: float,
    Scalar.TEXT: str,
    Scalar.ANY: object,
}


@cache
def case() -> Repository:
    return api.load(ROOT).repository


def assert_fits(value: Any, shape: Shape, where: str) -> None:
    """``value`` is what the shape promised."""
    match shape:
        case Many():
            assert isinstance(value, list), where
            for one in value:
                assert_fits(one, shape.of, where)
        case Fields():
            assert value.keys() <= shape.fields.keys(), where
            for name, one in value.items():
                assert_fits(one, shape.fields[name], f"{where}.{name}")
        case _:
            assert isinstance(value, _TYPES[shape]), (where, value)
            assert shape is not Scalar.INT or not isinstance(value, bool), where


def test_every_item_of_the_case_fits_its_shape() -> None:
    """What was checked beforehand is what expressions then see."""
    parts = [part for some in case().parts.values() for part in some.values()]
    items = list(case().every())
    every: list[Entity] = [*items, *parts]
    for one in every:
        assert_fits(of_entity(one), of_kind(one.kind), f"{one.kind}/{one.id}")
    assert len(items) > 1_000
    assert len(parts) > 500


def test_a_part_goes_by_its_full_name() -> None:
    milestone = of_entity(case().parts["milestone"]["heting-2026#closing"])

    assert milestone["kind"] == "milestone"
    assert milestone["id"] == "heting-2026#closing"
    assert milestone["on"].startswith("20")


def test_what_is_not_written_is_absent_and_lists_are_empty() -> None:
    values = of_item(item("{kind: dataset, id: loans, title: {zh: 借款, en: Loans}}"))

    assert values == {
        "kind": "dataset",
        "id": "loans",
        "title": {"zh": "借款", "en": "Loans"},
        "formerly": [],
        "categories": [],
        "systems": [],
        "location": [],
        "holds": [],
    }


def test_values_are_plain() -> None:
    values = of_item(
        item(
            """
            kind: incident
            id: inc-1
            title: {en: A leak}
            owner: it
            discovered: 2026-11-20T09:12+08:00
            contained: 2026-11-21
            persons: 0
            leaked: false
            loss: {amount: 12.5, currency: CNY}
            datasets: [loans, dataset/persons]
            reports: [{clock: police, at: 2026-11-21, excused: 已报}]
            """
        )
    )

    assert values["title"] == {"en": "A leak"}
    assert values["reports"][0]["excused"] == {"zh": "已报", "en": "已报"}
    assert values["owner"] == "it"
    assert values["discovered"] == "2026-11-20T09:12:00+08:00"
    assert values["contained"] == "2026-11-21"
    assert values["persons"] == 0
    assert values["leaked"] is False
    assert values["loss"] == {"amount": 12.5, "currency": "CNY"}
    assert values["datasets"] == ["loans", "persons"]
    assert values["reports"][0]["at"] == "2026-11-21"


def test_durations_and_shares_are_plain_too() -> None:
    control = of_item(
        item(
            """
            {kind: control, id: a, title: 甲, status: planned, statement: 甲。,
             review: {every: P90D}, raci: [{until: closing, accountable: it}]}
            """
        )
    )
    risk = of_item(
        item(
            """
            kind: risk
            id: leak
            title: 泄露
            mitigations: [{objective: own#b.1, side: frequency, layer: prevent, reduction: 60%}]
            """
        )
    )

    assert control["review"] == {"every": "90 days"}
    assert control["raci"][0]["until"] == "closing"
    assert risk["mitigations"][0]["reduction"] == 0.6


# ── facts ──

FACTS = shape_of(
    {
        "n": {"type": "integer"},
        "x": {"type": "number"},
        "b": {"type": "boolean"},
        "s": {"type": "string"},
        "xs": {"type": "array", "items": {"type": "number"}},
        "ns": {"type": "array", "items": {"type": "integer"}},
    }
)
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


def test_numbers_are_of_the_declared_type() -> None:
    facts = of_facts({"n": 2.0, "x": 1, "xs": [1, 2.5], "ns": [3.0, 4]}, FACTS)

    assert [type(value) for value in (facts["n"], facts["x"])] == [int, float]
    assert [type(value) for value in facts["xs"] + facts["ns"]] == [float, float, int, int]
    assert facts == {"n": 2, "x": 1.0, "xs": [1.0, 2.5], "ns": [3, 4]}


@given(
    st.dictionaries(
        st.sampled_from([*FACTS.fields, "unknown"]), ANYTHING | st.lists(ANYTHING, max_size=3)
    )
)
def test_facts_keep_their_values(facts: dict[str, Any]) -> None:
    """Whatever is written, only the type of a number changes, and only once."""
    found = of_facts(facts, FACTS)

    assert repr(of_facts(found, FACTS)) == repr(found)
    for name, value in facts.items():
        if isinstance(value, bool | str | None):
            assert found[name] is value
        elif value == value and not isinstance(value, list):
            assert found[name] == value or abs(value) > 2**53
