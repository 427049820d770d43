"""What a field may hold: lists and records."""

from __future__ import annotations

from typing import Any

from hegui.model.table import Column, columns_of
from hegui.model.types import ABSENT, FieldType, Path, Reference, Schema, String, Trouble
from hegui.source.bilingual import Text, both

OPEN = ".."
"""What joins the parts of a key made of several fields: ``closing..`` is from closing on."""


class Record(FieldType):
    """A mapping with declared fields; ``cls`` is a class made by ``record``."""

    def __init__(self, cls: type) -> None:
        self.cls = cls

    @property
    def expected(self) -> Text:  # type: ignore[override]
        """The fields allowed here."""
        names = [column.name for column in columns_of(self.cls)]
        return both(f"含 {'、'.join(names)} 的键值对", f"a mapping with {', '.join(names)}")

    def schema(self, definitions: Schema) -> Schema:
        name = self.cls.__name__
        if name not in definitions:
            definitions[name] = {}  # a record may hold its own kind
            definitions[name] = mapping_schema(columns_of(self.cls), definitions)
        return {"$ref": f"#/$defs/{name}"}

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        return decode_fields(self.cls, raw, path, troubles)

    def step(self, key: str | int) -> FieldType | None:
        return next((c.type for c in columns_of(self.cls) if c.name == key), None)


class ListOf(FieldType):
    """A list; every item has a key that no other item of the list has.

    ``key`` names the fields that make the key of a record; the key of a plain value is its
    text. With ``one`` a single item may stand without the list.
    """

    def __init__(
        self, item: FieldType, key: tuple[str, ...] = (), *, one: bool = False, minimum: int = 0
    ) -> None:
        self.item = item
        self.key = key
        self.one = one
        self.minimum = minimum
        self.textual = one and item.textual

    @property
    def expected(self) -> Text:  # type: ignore[override]
        """A list of what."""
        zh, en = self.item.expected.get("zh"), self.item.expected.get("en")
        if self.one:
            return both(f"{zh}，可以是列表", f"{en}, or a list of such")
        return both(f"列表，每项为{zh}", f"a list, each item {en}")

    def schema(self, definitions: Schema) -> Schema:
        items = self.item.schema(definitions)
        shape: Schema = {"type": "array", "items": items}
        if self.minimum:
            shape["minItems"] = self.minimum
        if self.one:  # only strings may stand alone
            alone: Schema = {"if": {"type": "string"}, "then": items}
            shape = shape | {"type": ["string", "array"]} | alone
        return shape

    def decode(self, raw: Any, path: Path, troubles: list[Trouble]) -> Any:
        if not isinstance(raw, list):
            value = self.item.decode(raw, path, troubles)
            return () if value is ABSENT else (value,)
        self._note_duplicates(raw, path, troubles)
        if self.item.plain:
            return tuple(raw)
        values = [self.item.decode(item, (*path, n), troubles) for n, item in enumerate(raw)]
        return tuple(value for value in values if value is not ABSENT)

    def _note_duplicates(self, raw: list[Any], path: Path, troubles: list[Trouble]) -> None:
        keys = [self.key_of(item) for item in raw]
        if len(set(keys)) == len(keys):
            return
        seen: dict[str, int] = {}
        for position, key in enumerate(keys):
            if key is not None and seen.setdefault(key, position) != position:
                first = (*path, seen[key])
                trouble = Trouble("document/duplicate-item", (*path, position), {"key": key}, first)
                troubles.append(trouble)

    def key_of(self, raw: object) -> str | None:
        """The key of an item as YAML holds it; ``None`` when it has none."""
        if isinstance(raw, dict):
            parts = [raw.get(name) for name in self.key]
            if not any(part is not None for part in parts):
                return None
            return OPEN.join("" if part is None else str(part) for part in parts)
        return str(raw)

    def step(self, key: str | int) -> FieldType | None:
        return self.item if isinstance(key, int) else self.item.step(key) if self.one else None


def mapping_schema(columns: tuple[Column, ...], definitions: Schema) -> Schema:
    """The JSON Schema of a mapping with these columns and no others."""
    properties = {}
    for column in columns:
        described = {"description": f"{column.help.get('zh')}\n{column.help.get('en')}"}
        properties[column.name] = described | column.type.schema(definitions)
    shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [column.name for column in columns if column.required]
    return shape | {"required": required} if required else shape


def decode_fields(
    cls: type, raw: dict[str, Any], path: Path, troubles: list[Trouble], **extra: Any
) -> Any:
    """An instance of ``cls`` from a mapping that its schema let pass.

    ``extra`` are values that no column holds. ``ABSENT`` when a field could not be decoded;
    the troubles say why.
    """
    values: dict[str, Any] = {}
    before = len(troubles)
    for column in columns_of(cls):
        name = column.name
        if name not in raw:
            continue
        value = raw[name]
        if not column.type.plain:
            value = column.type.decode(value, (*path, name), troubles)
        if value is not ABSENT:
            values[column.attribute] = value
    return ABSENT if len(troubles) > before else cls(**values, **extra)


def references(kinds: str | tuple[str, ...], **options: Any) -> ListOf:
    """A list of references to items of ``kinds``; one may stand without the list."""
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    return ListOf(Reference(kinds, **options), one=True)


def to(*kinds: str, **options: Any) -> Reference:
    """A reference to an item of one of ``kinds``."""
    return Reference(kinds, **options)


def strings(type_: FieldType | None = None) -> ListOf:
    """A list of strings; one may stand without the list."""
    return ListOf(type_ or String(), one=True)
