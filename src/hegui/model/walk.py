"""Walking through an item: every value of the wanted types, with its path."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.item import Item
from hegui.model.table import Column, columns_of
from hegui.model.types import FieldType, Path

Leaf = tuple[Path, FieldType, Any]
"""Path within the document, declared type, decoded value."""


def walk(item: Item, *wanted: type[FieldType]) -> Iterator[Leaf]:
    """Every value of ``item`` whose declared type is one of ``wanted``, in the order of fields."""
    yield from _in_fields(type(item), item, item.document.data, (), wanted)


def _in_fields(
    cls: type, value: Any, raw: Any, path: Path, wanted: tuple[type[FieldType], ...]
) -> Iterator[Leaf]:
    for column in _columns(cls, wanted):
        held = getattr(value, column.attribute)
        if held is not None and held != () and column.name in raw:
            yield from _in_value(column.type, held, raw[column.name], (*path, column.name), wanted)


def _in_value(
    type_: FieldType, value: Any, raw: Any, path: Path, wanted: tuple[type[FieldType], ...]
) -> Iterator[Leaf]:
    if isinstance(type_, wanted):
        yield path, type_, value
    elif isinstance(type_, Record):
        yield from _in_fields(type_.cls, value, raw, path, wanted)
    elif isinstance(type_, ListOf):
        if isinstance(raw, list):
            for position, item in enumerate(value):
                yield from _in_value(type_.item, item, raw[position], (*path, position), wanted)
        else:
            yield from _in_value(type_.item, value[0], raw, path, wanted)


@cache
def _columns(cls: type, wanted: tuple[type[FieldType], ...]) -> tuple[Column, ...]:
    return tuple(column for column in columns_of(cls) if _may_hold(column.type, wanted))


def _may_hold(type_: FieldType, wanted: tuple[type[FieldType], ...]) -> bool:
    if isinstance(type_, wanted):
        return True
    if isinstance(type_, Record):
        return bool(_columns(type_.cls, wanted))
    return isinstance(type_, ListOf) and _may_hold(type_.item, wanted)
