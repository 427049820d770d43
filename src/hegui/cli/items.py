"""Items for the terminal and for machines: what ``list`` and ``show`` tell of one."""

from __future__ import annotations

import textwrap
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.item import Entity, Item
from hegui.model.repository import Link, Repository
from hegui.model.table import columns_of
from hegui.model.types import FieldType


def as_data(entity: Entity) -> dict[str, Any]:
    """An item as JSON: its kind and id, where it stands, and its fields as they are written.

    What the field table marks as personal is left out.
    """
    place = entity.place()
    location = {"path": place.path, "line": place.line, "column": place.column}
    if isinstance(entity, Item):
        fields = _public(type(entity), entity.document.data)
    else:
        raw: Any = entity.document.data
        for step in entity.path:
            raw = raw[step]
        fields = _public(type(entity.record), raw)
    named = {"id": entity.id, "kind": entity.kind}
    return (
        named
        | {name: fields[name] for name in fields if name not in named}
        | verified(entity)
        | {"location": location}
    )


def verified(entity: Entity) -> dict[str, Any]:
    """How far a clause was verified, also where only its regulation says so."""
    if entity.kind != "obligation":
        return {}
    from hegui.derive.law import confidence

    return {"confidence": confidence(entity)}


def _public(cls: type, raw: dict[str, Any]) -> dict[str, Any]:
    return {
        column.name: _public_value(column.type, raw[column.name])
        for column in columns_of(cls)
        if column.name in raw and not column.personal
    }


def _public_value(type_: FieldType, raw: Any) -> Any:
    match type_:
        case Record() if isinstance(raw, dict):
            return _public(type_.cls, raw)
        case ListOf() if isinstance(raw, list):
            return [_public_value(type_.item, item) for item in raw]
    return raw


def as_written(entity: Entity) -> str:
    """The text of an item as it stands in its file, without its indentation."""
    document = entity.document
    node: Any = document.places
    if not isinstance(entity, Item):
        for step in entity.path:
            child = node[2][step]
            node = child[2] if isinstance(step, str) else child
    text = document.file.text
    start = text.rfind("\n", 0, node[0]) + 1
    lines = text[start : node[1]].rstrip().splitlines()
    if lines:
        lines[0] = lines[0].replace("- ", "  ", 1) if not isinstance(entity, Item) else lines[0]
    return textwrap.dedent("\n".join(lines))


def links(repository: Repository, entity: Entity) -> tuple[list[Link], list[Link]]:
    """What an item points to, and what points to it; both by the name of the other side."""
    out = sorted(
        repository.outgoing(entity), key=lambda link: (link.field, str(link.target.identity))
    )
    into = sorted(
        repository.incoming(entity), key=lambda link: (str(link.source.identity), link.field)
    )
    return out, into


def link_data(link: Link, other: Entity) -> dict[str, Any]:
    """One end of a link as JSON."""
    place = link.place
    return {
        "kind": other.kind,
        "id": other.id,
        "field": link.field,
        "path": place.path,
        "line": place.line,
    }
