"""Plain values: items and facts as an expression reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from hegui.expr.shape import Fields, Many, Scalar, Shape
from hegui.model.compound import ListOf, Record
from hegui.model.item import Entity, Item
from hegui.model.money import Money
from hegui.model.reference import Ref
from hegui.model.table import columns_of
from hegui.model.types import FieldType, Reference
from hegui.source.bilingual import Text

Reader = Callable[[Any], Any]


def of_item(item: Item) -> dict[str, Any]:
    """The kind, id and fields of an item by name; what is not written is absent, lists are empty.

    A field that is absent makes an expression that reads it undecided, unless it asks
    ``has(…)`` first: nothing is taken for zero because nobody wrote it.
    """
    return {"kind": item.kind, **of_record(item)}


def of_entity(entity: Entity) -> dict[str, Any]:
    """An item as `of_item` has it; a part with its full name (``cip#04.3``) as its id."""
    if isinstance(entity, Item):
        return of_item(entity)
    return {**of_record(entity.record), "kind": entity.kind, "id": entity.id}


def of_record(record: Any) -> dict[str, Any]:
    """The fields of a record that are written, by name."""
    values: dict[str, Any] = {}
    cls: Any = type(record)
    for name, attribute, reader in _readers(cls):
        value = getattr(record, attribute)
        if value is not None:
            values[name] = value if reader is None else reader(value)
    return values


@cache
def _readers(cls: Any) -> tuple[tuple[str, str, Reader | None], ...]:
    """How each field of a class is read; ``None`` where the value can be taken as it is.

    Worked out once for a class: an expression's context is made far more often than that.
    """
    return tuple((one.name, one.attribute, _reader(one.type)) for one in columns_of(cls))


def _reader(type_: FieldType) -> Reader | None:
    match type_:
        case ListOf():
            inner = _reader(type_.item)
            return list if inner is None else lambda values: [inner(value) for value in values]
        case Record():
            return of_record
        case Reference() if type_.explicit or len(type_.kinds) > 1:
            return str
    return None if type_.plain else _plain


def _plain(value: Any) -> Any:
    match value:
        case Money():
            return {"amount": float(value.amount), "currency": value.currency}
        case Ref():
            return value.id
        case Text():
            return _words(value)
        case Decimal():
            return float(value)
        case bool() | int() | float() | str() | Mapping():
            return value
        case date():
            return value.isoformat()
    return str(value)


def _words(text: Text) -> dict[str, str]:
    wordings = {"zh": text.zh or text.plain, "en": text.en or text.plain}
    return {language: said for language, said in wordings.items() if said is not None}


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
