"""Shapes: what an expression may see, told without any word of CEL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from hegui.model.compound import ListOf, Record
from hegui.model.kinds import KINDS
from hegui.model.table import columns_of
from hegui.model.types import Boolean, Facts, FieldType, Integer, Number, Percent, Sum


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
_JSON = {
    "boolean": Scalar.BOOL,
    "integer": Scalar.INT,
    "number": Scalar.FLOAT,
    "string": Scalar.TEXT,
}


class BadFacts(ValueError):
    """Declared facts that are no JSON Schema of the few kinds allowed; the argument is the fact."""


@cache
def of_kind(kind: str) -> Fields:
    """What an expression sees of an item of ``kind``: the fields of the field table."""
    shape = _of_record(KINDS[kind].cls, kind.replace("-", "_"))
    return shape


def _of_record(cls: type, name: str) -> Fields:
    return Fields(
        name,
        {column.name: _of_type(column.type, f"{name}_{column.name}") for column in columns_of(cls)},
    )


def _of_type(type_: FieldType, name: str) -> Shape:
    match type_:
        case ListOf():
            return Many(_of_type(type_.item, name))
        case Record():
            return _of_record(type_.cls, name)
        case Sum():
            return MONEY
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


def _of_fact(name: str, fact: Any) -> Shape:
    kind = fact.get("type") if isinstance(fact, Mapping) else None
    if kind == "array":
        items = fact.get("items")
        inner = _JSON.get(items.get("type")) if isinstance(items, Mapping) else None
        if inner is not None:
            return Many(inner)
    elif kind in _JSON:
        return _JSON[kind]
    raise BadFacts(name)
