"""Walking through an item: every value of the wanted types, with its path."""

from __future__ import annotations

from functools import cache
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.item import Item
from hegui.model.table import Column, columns_of
from hegui.model.types import FieldType, Path

Leaf = tuple[Path, FieldType, Any]
"""Path within the document, declared type, decoded value."""


def walk(item: Item, *wanted: type[FieldType]) -> list[Leaf]:
    """Every value of ``item`` whose declared type is one of ``wanted``, in the order of fields."""
    found: list[Leaf] = []
    _in_fields(type(item), item, item.document.data, (), wanted, found)
    return found


def _in_fields(
    cls: type,
    value: Any,
    raw: Any,
    path: Path,
    wanted: tuple[type[FieldType], ...],
    found: list[Leaf],
) -> None:
    for column in _columns(cls, wanted):
        name = column.name
        if name in raw:
            held = getattr(value, column.attribute)
            _in_value(column.type, held, raw[name], (*path, name), wanted, found)


def _in_value(
    type_: FieldType,
    value: Any,
    raw: Any,
    path: Path,
    wanted: tuple[type[FieldType], ...],
    found: list[Leaf],
) -> None:
    if isinstance(type_, wanted):
        found.append((path, type_, value))
    elif isinstance(type_, Record):
        _in_fields(type_.cls, value, raw, path, wanted, found)
    elif isinstance(type_, ListOf):
        if isinstance(raw, list):
            for position, item in enumerate(value):
                _in_value(type_.item, item, raw[position], (*path, position), wanted, found)
        else:
            _in_value(type_.item, value[0], raw, path, wanted, found)


@cache
def _columns(cls: type, wanted: tuple[type[FieldType], ...]) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(cls) if _may_hold(column.type, wanted))


def _may_hold(type_: FieldType, wanted: tuple[type[FieldType], ...]) -> bool:
    if isinstance(type_, wanted):
        return True
    if isinstance(type_, Record):
        return bool(_columns(type_.cls, wanted))
    return isinstance(type_, ListOf) and _may_hold(type_.item, wanted)
