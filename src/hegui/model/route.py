"""Routes: the way to a field by names and keys, never by position."""

from __future__ import annotations

import re
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.types import Facts, FieldType, Path, String


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


_STEP = re.compile(r"(?:^|(?<=.)\.)([a-z_][a-z0-9_-]*)|\[([^\]]*)\]")


def path_of(cls: type, data: Any, route: str) -> Path:
    """The path of a route in a document of ``cls``: the way back from `route`.

    It ends before the first step that is not there. Raises `ValueError` where the route is not
    written as one, or names a field that ``cls`` does not have; in facts any may be there.
    """
    type_: FieldType | None = Record(cls)
    path: list[str | int] = []
    there = True
    for name, key in _steps(route):
        step = name if key is None else _position(type_, data, key)
        type_ = _inner(type_, 0 if name is None else name, top=not path)
        if type_ is None:
            raise ValueError(route)
        data = _below(data, step) if step is not None else None
        there = there and data is not None
        if there and step is not None:
            path.append(step)
    return tuple(path)


def _inner(type_: FieldType | None, step: str | int, *, top: bool) -> FieldType | None:
    """The type of what stands below a step; of facts nothing is declared, and all is free."""
    if isinstance(type_, Facts):
        return type_
    if top and step == "kind":
        return String()
    return type_.step(step) if type_ is not None else None


def _steps(route: str) -> list[tuple[str | None, str | None]]:
    found = list(_STEP.finditer(route))
    if not route or "".join(one[0] for one in found) != route:
        raise ValueError(route)
    return [(one[1], one[2]) for one in found]


def _position(type_: FieldType | None, data: Any, key: str) -> int | None:
    """Where in a list the item of a key stands."""
    if not isinstance(data, list):
        return None
    keys = [_key(type_, data, position) for position in range(len(data))]
    return keys.index(key) if key in keys else None
