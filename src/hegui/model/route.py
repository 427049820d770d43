"""Routes: the way to a field by names and keys, never by position."""

from __future__ import annotations

from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.types import FieldType, Path


def route(cls: type, data: Any, path: Path) -> str:
    """The route of ``path`` in a document of ``cls``: ``agreements[sms-2026].expires``.

    ``data`` is the document as YAML holds it. An item without a key is named by its place
    in the list, counted from one and marked ``#``.
    """
    parts: list[str] = []
    type_: FieldType | None = Record(cls)
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{_key(type_, data, step)}]")
        else:
            parts.append(f".{step}" if parts else step)
        type_ = type_.step(step) if type_ is not None else None
        data = _below(data, step)
    return "".join(parts)


def _key(type_: FieldType | None, data: Any, position: int) -> str:
    item = _below(data, position)
    if isinstance(type_, ListOf) and item is not None:
        key = type_.key_of(item)
        if key is not None:
            return key
    return f"#{position + 1}"


def _below(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def type_at(cls: type, path: Path) -> FieldType | None:
    """The declared type of what stands at ``path``; ``None`` where nothing is declared."""
    type_: FieldType | None = Record(cls)
    for step in path:
        if type_ is None:
            return None
        type_ = type_.step(step)
    return type_
