"""The smallest document of a kind, made from the field table: what is required, and no more."""

from __future__ import annotations

import json
import re
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.kinds import KINDS
from hegui.model.table import columns_of
from hegui.model.types import (
    Boolean,
    Cel,
    Choice,
    Day,
    Facts,
    FieldType,
    Integer,
    Moment,
    Number,
    Percent,
    Reference,
    Span,
    String,
    Sum,
    Words,
)

_NAMES = ("example", "p-900", "own/example", "2026", "CN", "CNY")
_KNOWN = {"party": "target", "department": "it", "person": "p-001", "milestone": "closing"}
"""What the repository of every case has; other references name what is not there."""
_PARTS = {"obligation": "example#art-1", "objective": "own#b.1", "requirement": "own#b.1:drill"}
_DATE = "2026-11-01"


def sample(kind: str, title: Any) -> str:
    """The document as YAML, one line for each field; ``kind``, ``id`` and ``title`` come first."""
    fields = {column.name: column.type for column in columns_of(KINDS[kind].cls) if column.required}
    first = {"kind": kind, "id": value_of(fields.pop("id")), "title": title}
    fields.pop("title", None)
    data = first | {name: value_of(one) for name, one in fields.items()}
    return "".join(f"{name}: {flow(value)}\n" for name, value in data.items())


def value_of(type_: FieldType) -> Any:
    """Something that a field of this type can hold."""
    match type_:
        case Cel():
            return "true"
        case Choice():
            return next(iter(type_.options))
        case Reference():
            return _reference(type_)
        case Words():
            return {"zh": "示例", "en": "example"}
        case Integer():
            return max(type_.minimum, 1)
        case Number():
            return 1
        case Boolean():
            return True
        case Percent():
            return "10%"
        case Span():
            return "30 days"
        case Moment() | Day():
            return _DATE
        case Sum():
            return {"amount": 1, "currency": "CNY"}
        case Facts():
            return {"done": {"type": "boolean"}}
        case ListOf():
            return [value_of(type_.item)]
        case Record():
            columns = (one for one in columns_of(type_.cls) if one.required)
            return {one.name: value_of(one.type) for one in columns}
        case String():
            return next(n for n in _NAMES if type_.pattern is None or re.search(type_.pattern, n))
    raise TypeError(type_)


def _reference(type_: Reference) -> str:
    kind = type_.kinds[0]
    name = _KNOWN.get(kind) or _PARTS.get(kind) or "example"
    return f"{kind}/{name}" if type_.explicit else name


def flow(value: Any) -> str:
    """A value in one line of YAML, without quotes where none are needed."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {flow(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if isinstance(value, str) and re.fullmatch(
        r"[^\W\d_][\w/. -]*|\d{4}-\d\d-\d\d|\d+ days", value
    ):
        return value if value not in ("true", "false", "null", "yes", "no") else f'"{value}"'
    return json.dumps(value, ensure_ascii=False)
