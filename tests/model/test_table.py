"""The field table is sound, and everything derives from it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import jsonschema_rs
import pytest

from hegui.model.compound import ListOf, Record
from hegui.model.kinds import KINDS
from hegui.model.naming import TITLES
from hegui.model.reference import Ref
from hegui.model.route import route, type_at
from hegui.model.schema import document_schema, kind_schema, settings_schema
from hegui.model.settings import Settings
from hegui.model.table import Column, columns_of
from hegui.model.types import FieldType, Reference

DESIGN = """organization party department person role transfer dataset system processing
regulation catalogue evidence-type questionnaire calendar rule report pack control check evidence
exclusion vendor agreement vendor-assessment appetite risk measurement incident action waiver
sign-off""".split()
ADDED = """fact evidence-shape data-class retention-rule incident-clock deal-structure""".split()
"""Catalogue kinds that came with the law: what decides that it applies, and its lists as data."""


def columns(cls: type) -> Iterator[Column]:
    """All columns of a kind, those of its records included."""
    for column in columns_of(cls):
        yield column
        type_: FieldType = column.type
        while isinstance(type_, ListOf):
            type_ = type_.item
        if isinstance(type_, Record):
            yield from columns(type_.cls)


def test_every_kind_of_the_design_is_there() -> None:
    assert sorted(KINDS) == sorted([*DESIGN, *ADDED])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_help_in_both_languages(kind: str) -> None:
    for column in columns(KINDS[kind].cls):
        assert column.help.zh, column.name
        assert column.help.en, column.name
        assert column.help.zh != column.help.en, column.name


@pytest.mark.parametrize("kind", KINDS)
def test_lists_of_records_have_a_key(kind: str) -> None:
    for column in columns(KINDS[kind].cls):
        if isinstance(column.type, ListOf) and isinstance(column.type.item, Record):
            names = {inner.name for inner in columns_of(column.type.item.cls)}
            assert column.type.key, column.name
            assert set(column.type.key) <= names, column.name


@pytest.mark.parametrize("kind", KINDS)
def test_references_name_kinds_that_there_are(kind: str) -> None:
    for column in columns(KINDS[kind].cls):
        type_: FieldType = column.type
        while isinstance(type_, ListOf):
            type_ = type_.item
        if isinstance(type_, Reference):
            assert set(type_.kinds) <= set(TITLES), column.name


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_schemas_are_json_schema(kind: str | None) -> None:
    schema = document_schema() if kind is None else kind_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema_rs.validator_for(schema)
    json.dumps(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_no_schema_holds_a_choice_of_schemas(kind: str) -> None:
    """So that no error is ever a bare oneOf."""
    text = json.dumps([kind_schema(kind), settings_schema()])
    assert not any(word in text for word in ('"oneOf"', '"anyOf"', '"not"'))


def test_the_document_schema_chooses_by_kind() -> None:
    judge = jsonschema.Draft202012Validator(document_schema())
    good = {"kind": "party", "id": "a", "title": "甲", "role": "buyer"}
    assert judge.is_valid(good)
    assert not judge.is_valid(good | {"kind": "partyy"})
    assert not judge.is_valid(good | {"role": "purchaser"})
    assert not judge.is_valid(good | {"rank": 1})


def test_items_are_frozen_and_hide_nothing() -> None:
    party = KINDS["party"].cls(id="a", role="buyer")
    with pytest.raises(AttributeError):
        party.role = "seller"
    with pytest.raises(TypeError):
        KINDS["party"].cls(id="a", rolle="buyer")
    assert "buyer" in repr(party)


def test_routes_use_keys() -> None:
    cls = KINDS["control"].cls
    data = {"raci": [{"until": "closing"}, {"from": "closing", "responsible": ["a", "b"]}]}
    assert route(cls, data, ("raci", 0)) == "raci[..closing]"
    assert route(cls, data, ("raci", 1, "responsible", 1)) == "raci[closing..].responsible[b]"
    assert route(cls, data, ("raci", 5)) == "raci[#6]"
    assert route(cls, {}, ()) == ""


def test_types_by_path() -> None:
    cls = KINDS["control"].cls
    assert isinstance(type_at(cls, ("raci", 0, "accountable")), Reference)
    assert type_at(cls, ("raci", 0, "acountable")) is None
    assert type_at(cls, ("raci", 0, "accountable", "x")) is None
    assert isinstance(type_at(Settings, ("packs", 0)), Record)


def test_a_bare_reference_means_the_first_kind() -> None:
    type_ = type_at(KINDS["evidence"].cls, ("performed_by",))
    assert type_ is not None
    assert type_.decode("it", (), []) == Ref("department", "it")
    assert type_.decode("vendor/v", (), []) == Ref("vendor", "v")
