"""The field table: for every kind one declaration of its fields.

JSON Schema, decoding, routes, references, editor help, redaction and the order of keys
all derive from it. A kind is a frozen dataclass made by ``kind``; its fields are made by
``column``; nothing else needs to be told of a new kind than the module that holds it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar, dataclass_transform

from hegui.model import naming
from hegui.model.frozen import freeze
from hegui.model.types import FieldType
from hegui.source.bilingual import Text, both

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """One field: what it may hold and what else is known of it.

    ``material``: a change voids a sign-off. ``personal``: redacted for an outside audience.
    ``default`` is the value where nothing is written. The name of the ``attribute`` has a
    trailing underscore where the field's name is a word of Python.
    """

    type: FieldType
    help: Text
    required: bool
    material: bool
    personal: bool
    default: Any
    attribute: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PartOf:
    """Parts of an item that have a name of their own: ``cip#04.3``, ``cip#04.3:counts``.

    ``field`` is the list that holds them, ``key`` the field that names one in it; ``sign``
    joins the name to that of what holds it. The name of a ``short`` part may stand alone
    where no other item has a part of that name.
    """

    kind: str
    field: str
    key: str
    title: Text
    sign: str = "#"
    short: bool = False
    parts: tuple[PartOf, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its class, its wording, the group and folders it belongs to.

    ``catalogue`` kinds are those a pack may hold.
    """

    name: str
    cls: type
    title: Text
    group: str
    folders: tuple[str, ...]
    catalogue: bool
    parts: tuple[PartOf, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The fields in the order of writing."""
        return columns_of(self.cls)


KINDS: dict[str, Kind] = {}
"""Every kind by name, in the order of declaration."""


def column(
    type_: FieldType,
    zh: str,
    en: str,
    *,
    required: bool = False,
    material: bool = True,
    personal: bool = False,
    default: Any = None,
) -> Any:
    """Declare a field. A trailing underscore of the attribute is not part of its name."""
    return Column(type_, both(zh, en), required, material, personal, default)


def many(type_: FieldType, zh: str, en: str, **options: Any) -> Any:
    """Declare a field that holds a list; nothing written is an empty tuple."""
    return column(type_, zh, en, default=(), **options)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(column, many))
def record(cls: type[T]) -> type[T]:
    """Make a record: a mapping with declared fields inside a kind."""
    return freeze(cls, _columns(cls))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(column, many))
def kind(
    name: str,
    zh: str,
    en: str,
    *,
    group: str,
    folders: tuple[str, ...],
    catalogue: bool = False,
    parts: tuple[PartOf, ...] = (),
) -> Callable[[type[T]], type[T]]:
    """Declare a kind. ``folders`` are those it is expected in, as path prefixes."""

    def declare(cls: type[T]) -> type[T]:
        made = freeze(cls, _columns(cls))
        made.kind = name  # type: ignore[attr-defined]
        naming.TITLES[name] = both(zh, en)
        _name_parts(parts)
        KINDS[name] = Kind(name, made, both(zh, en), group, folders, catalogue, parts)
        return made

    return declare


def _columns(cls: type) -> dict[str, Column]:
    """The columns that a class declares, by attribute; those it inherits come first."""
    found: dict[str, Column] = {}
    for attribute, value in vars(cls).items():
        if isinstance(value, Column):
            found[attribute] = replace(value, attribute=attribute, name=attribute.rstrip("_"))
    return found


def _name_parts(parts: tuple[PartOf, ...]) -> None:
    for part in parts:
        naming.TITLES[part.kind] = part.title
        _name_parts(part.parts)


def columns_of(cls: type) -> tuple[Column, ...]:
    """The columns of a kind or record in the order of writing."""
    columns: tuple[Column, ...] = cls.columns  # type: ignore[attr-defined]
    return columns
