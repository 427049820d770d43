"""Plain values: items and facts as an expression reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hegui.expr.shape import Fields, Many, Scalar, Shape
from hegui.model.compound import ListOf, Record
from hegui.model.item import Item
from hegui.model.money import Money
from hegui.model.reference import Ref
from hegui.model.table import columns_of
from hegui.model.types import FieldType
from hegui.source.bilingual import Text


def of_item(item: Item) -> dict[str, Any]:
    """The fields of an item by name; what is not written is absent, and lists are empty.

    A field that is absent makes an expression that reads it undecided, unless it asks
    ``has(…)`` first: nothing is taken for zero because nobody wrote it.
    """
    return _of_record(type(item), item)


def _of_record(cls: type, record: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column in columns_of(cls):
        value = getattr(record, column.attribute)
        if value is not None:
            values[column.name] = _of_value(column.type, value)
    return values


def _of_value(type_: FieldType, value: Any) -> Any:
    match type_:
        case ListOf():
            return [_of_value(type_.item, item) for item in value]
        case Record():
            return _of_record(type_.cls, value)
    match value:
        case Money():
            return {"amount": float(value.amount), "currency": value.currency}
        case Ref():
            return value.id
        case Text():
            return value.get("zh")
        case Decimal():
            return float(value)
        case bool() | int() | float() | str() | Mapping():
            return value
        case date():
            return value.isoformat()
    return str(value)


def of_facts(facts: Mapping[str, Any], shape: Fields) -> dict[str, Any]:
    """Facts as their declaration means them: ``1`` where a number is declared is 1.0.

    ``1.0`` where a whole number is declared is 1.
    """
    return {name: _as_declared(value, shape.fields.get(name)) for name, value in facts.items()}


def _as_declared(value: Any, shape: Shape | None) -> Any:
    if isinstance(shape, Many) and isinstance(value, list):
        return [_as_declared(item, shape.of) for item in value]
    if shape is Scalar.FLOAT and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if shape is Scalar.INT and isinstance(value, float) and value.is_integer():
        return int(value)
    return value
