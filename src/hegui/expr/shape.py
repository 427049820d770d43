"""Shapes: what an expression may see, told without any word of CEL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from hegui.model.compound import ListOf, Record
from hegui.model.kinds import KINDS, PARTS
from hegui.model.table import columns_of
from hegui.model.types import Boolean, Facts, FieldType, Integer, Number, Percent, Sum, Words


class Scalar(Enum):
    """A single value. Dates, instants, durations and references are text."""

    BOOL = "bool"
    INT = "int"
    FLOAT = "double"
    TEXT = "string"
    ANY = "dyn"


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    of: Shape


@dataclass(frozen=True, slots=True, eq=False)
class Fields:
    """A mapping with named fields."""

    name: str
    fields: Mapping[str, Shape]


Shape: TypeAlias = "Scalar | Many | Fields"

MONEY = Fields("money", {"amount": Scalar.FLOAT, "currency": Scalar.TEXT})
WORDS = Fields("words", {"zh": Scalar.TEXT, "en": Scalar.TEXT})
"""Text for people. What is written without its language stands in both."""
NAMED = {"kind": Scalar.TEXT, "id": Scalar.TEXT}
"""What every item and part has beside the fields of its table."""
_JSON = {
    "boolean": Scalar.BOOL,
    "integer": Scalar.INT,
    "number": Scalar.FLOAT,
    "string": Scalar.TEXT,
}


_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAKEN = ("true", "false", "null", "in")
_SINGLE = frozenset({"type", "format", "enum", "minimum", "maximum"})
_SAID = frozenset({"zh", "en", "title", "description"})
FORMATS = ("date", "date-time")


class BadFacts(ValueError):
    """Declared facts that are no JSON Schema of the few kinds allowed; the argument is the fact."""


@cache
def of_kind(kind: str) -> Fields:
    """What an expression sees of an item or part of ``kind``: its name and its table's fields."""
    cls = KINDS[kind].cls if kind in KINDS else PARTS[kind]
    shape = of_record(cls, kind.replace("-", "_"))
    return Fields(shape.name, {**NAMED, **shape.fields})


def of_record(cls: type, name: str) -> Fields:
    """What an expression sees of a record: the fields of its table."""
    return Fields(
        name,
        {column.name: _of_type(column.type, f"{name}_{column.name}") for column in columns_of(cls)},
    )


def _of_type(type_: FieldType, name: str) -> Shape:
    match type_:
        case ListOf():
            return Many(_of_type(type_.item, name))
        case Record():
            return of_record(type_.cls, name)
        case Sum():
            return MONEY
        case Words():
            return WORDS
        case Boolean():
            return Scalar.BOOL
        case Integer():
            return Scalar.INT
        case Number() | Percent():
            return Scalar.FLOAT
        case Facts():
            return Scalar.ANY
    return Scalar.TEXT


def of_facts(declared: Mapping[str, Any]) -> Fields:
    """What an expression sees of facts that a type of evidence declares.

    Each is a JSON Schema with one ``type``: boolean, integer, number, string, or an array of
    one of these. Raises `BadFacts` for anything else.
    """
    return Fields("facts", {name: _of_fact(name, fact) for name, fact in declared.items()})


def good_name(name: str) -> bool:
    """Whether an expression can name a fact so."""
    return _NAME.fullmatch(name) is not None and name not in _TAKEN


def _of_fact(name: str, fact: Any) -> Shape:
    if good_name(name) and isinstance(fact, Mapping):
        own = {key: value for key, value in fact.items() if key not in _SAID}
        if own.get("type") == "array" and own.keys() == {"type", "items"}:
            if _single(own["items"]):
                return Many(_JSON[own["items"]["type"]])
        elif _single(own):
            return _JSON[own["type"]]
    raise BadFacts(name)


def _single(fact: Any) -> bool:
    """Whether a JSON Schema is one of a single value and says no more than we understand.

    Not every keyword of JSON Schema is let through: ``$ref`` would read other files.
    """
    if not isinstance(fact, Mapping) or not fact.keys() <= _SINGLE:
        return False
    bounds = [fact[name] for name in ("minimum", "maximum") if name in fact]
    enum = fact.get("enum", [""])
    return (
        isinstance(fact.get("type"), str)
        and fact["type"] in _JSON
        and fact.get("format", FORMATS[0]) in FORMATS
        and all(isinstance(bound, int | float) for bound in bounds)
        and isinstance(enum, list)
        and enum != []
    )
