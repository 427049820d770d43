"""Shapes say what expressions may see: the field table, and facts as evidence types declare them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.expr import scope
from hegui.expr.cel import check
from hegui.expr.shape import BadFacts, Fields, Many, Scalar, Shape, good_name, of_facts, of_kind
from hegui.model.kinds import KINDS
from hegui.model.table import columns_of


def mappings(shape: Shape) -> Iterator[Fields]:
    """Every mapping in a shape."""
    while isinstance(shape, Many):
        shape = shape.of
    if isinstance(shape, Fields):
        yield shape
        for inner in shape.fields.values():
            yield from mappings(inner)


def plain(shape: Shape) -> object:
    """A shape to compare: mappings are told apart by identity otherwise."""
    match shape:
        case Many():
            return [plain(shape.of)]
        case Fields():
            return {name: plain(inner) for name, inner in shape.fields.items()}
    return shape


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_has_the_fields_of_the_table(kind: str) -> None:
    fields = [column.name for column in columns_of(KINDS[kind].cls)]
    assert list(of_kind(kind).fields) == ["kind", *fields]
    assert check("true", scope.subject(kind)) == []


def test_no_two_mappings_share_a_name() -> None:
    """In the environment of an expression a name stands for one message."""
    seen: dict[str, object] = {}
    for kind in KINDS:
        for shape in mappings(of_kind(kind)):
            assert seen.setdefault(shape.name, plain(shape)) == plain(shape), shape.name


def test_the_repository_shows_a_list_for_every_kind_of_its_own() -> None:
    sees = scope.repository()

    assert len(sees) == sum(not kind.catalogue for kind in KINDS.values())
    assert {"parties", "processings", "evidence", "vendor_assessments"} <= sees.keys()
    assert "regulations" not in sees
    for name in sees:
        assert check(f"{name}.size() > 0 && {name}.all(x, x.id == '')", sees) == []


def test_types_of_fields() -> None:
    dataset, incident = of_kind("dataset").fields, of_kind("incident").fields

    assert dataset["sensitive"] is Scalar.BOOL
    assert dataset["persons"] is Scalar.INT
    assert dataset["owner"] is Scalar.TEXT
    assert dataset["categories"] == Many(Scalar.TEXT)
    assert isinstance(incident["loss"], Fields)
    assert incident["loss"].fields["amount"] is Scalar.FLOAT
    assert of_kind("evidence").fields["facts"] is Scalar.ANY


# ── facts ──

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(good_name)
SINGLE = st.one_of(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["integer", "number"])},
        optional={"minimum": st.integers(-9, 9), "maximum": st.floats(-9, 9)},
    ),
    st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={"enum": st.lists(st.text(), min_size=1)},
    ),
    st.fixed_dictionaries(
        {"type": st.just("string")}, optional={"format": st.sampled_from(["date", "date-time"])}
    ),
    st.just({"type": "boolean"}),
)
SAID = st.fixed_dictionaries({}, optional={"zh": st.text(), "en": st.text(), "title": st.text()})
DECLARED = st.dictionaries(
    NAMES,
    st.tuples(SINGLE | SINGLE.map(lambda one: {"type": "array", "items": one}), SAID).map(
        lambda pair: {**pair[0], **pair[1]}
    ),
    max_size=8,
)


@given(DECLARED)
def test_what_is_declared_is_seen(declared: dict[str, Any]) -> None:
    shape = of_facts(declared)

    assert list(shape.fields) == list(declared)
    for name, fact in declared.items():
        seen = shape.fields[name]
        assert isinstance(seen, Many) == (fact["type"] == "array")
        assert check(f"has(facts.{name})", {"facts": shape}) == []
    assert [one.what for one in check("facts.NONE", {"facts": shape})] == ["field"]


@pytest.mark.parametrize(
    "fact",
    [
        None,
        "integer",
        [],
        {},
        {"type": "object"},
        {"type": "null"},
        {"type": ["integer"]},
        {"type": {"integer": 1}},
        {"type": "array"},
        {"type": "array", "items": "string"},
        {"type": "array", "items": {"type": "array", "items": {"type": "string"}}},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
        {"type": "string", "items": {"type": "string"}},
        {"type": "string", "$ref": "https://example.org/schema.json"},
        {"$ref": "#/definitions/x"},
        {"type": "string", "pattern": "("},
        {"type": "string", "format": "postcode"},
        {"type": "string", "format": ["date"]},
        {"type": "string", "enum": []},
        {"type": "string", "enum": "full"},
        {"type": "integer", "minimum": "0"},
        {"type": "integer", "maximum": None},
    ],
)
def test_what_no_test_can_read(fact: Any) -> None:
    with pytest.raises(BadFacts, match="persons"):
        of_facts({"persons": fact})


@pytest.mark.parametrize(
    "name", ["", "Persons", "persons-total", "_persons", "1st", "人数", "a b", "in", "true", "null"]
)
def test_names_that_no_test_can_write(name: str) -> None:
    assert not good_name(name)
    with pytest.raises(BadFacts):
        of_facts({name: {"type": "integer"}})


@pytest.mark.parametrize("name", ["has", "size", "all", "type", "string", "if", "for", "total"])
def test_words_that_are_names_all_the_same(name: str) -> None:
    shape = of_facts({name: {"type": "integer"}})

    assert check(f"facts.{name} > 0", {"facts": shape}) == []


def test_names_that_differ_in_underscores_are_different() -> None:
    names = ("tier_1", "tier1", "a_b", "a__b")
    shape = of_facts({name: {"type": "integer"} for name in names})

    for name in names:
        assert check(f"facts.{name} > 0", {"facts": shape}) == []
