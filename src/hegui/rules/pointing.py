"""Pointing: where a finding of a declared rule stands, and the values that its message may name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hegui.model.item import Entity
from hegui.model.route import path_of
from hegui.model.rule import DeclaredRule
from hegui.model.types import Path
from hegui.rules.declaration import class_of, each_path, elements_type
from hegui.source.bilingual import Text

UNKNOWN = "—"
"""What stands in a message for a value that is not there."""
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_-]*(?:\.[a-z_][a-z0-9_]*)?)\}")


def placeholders(declared: DeclaredRule) -> list[str]:
    """The names that the texts of a declared rule ask to be filled in, without their options."""
    found: list[str] = []
    for text in (declared.message, declared.remedy):
        wordings = (text.plain, text.zh, text.en) if text is not None else ()
        for wording in wordings:
            found += [name.partition(".")[0] for name in asked_for(wording or "")]
    return found


def asked_for(wording: str) -> list[str]:
    """The names within braces."""
    return [one[1] for one in _PLACEHOLDER.finditer(wording) if one[1]]


def well_marked(wording: str) -> bool:
    """Whether all braces are those of placeholders: Python's own formats reach too far."""
    return not set("{}") & set(_PLACEHOLDER.sub("", wording))


def raw(subject: Entity) -> Any:
    """A subject as YAML holds it."""
    data: Any = subject.document.data
    for step in subject.full_path(()):
        data = data[step]
    return data


def place_of(subject: Entity, position: int | None, declared: DeclaredRule) -> Path:
    """Where a finding stands: at the field that the rule names, within the item it is about."""
    cls = class_of(declared.for_)
    if cls is None:
        return ()
    if position is None:
        return _pointed(cls, raw(subject), declared.at) if declared.at else ()
    here: Path = (*each_path(declared), position)
    data = raw(subject)
    for step in here[:-1]:
        data = data[step]
    if not isinstance(data, list):  # one item, written without the list
        return here[:-1]
    inner = elements_type(declared)
    element = getattr(inner.item, "cls", None) if inner is not None else None
    if declared.at is None or element is None:
        return here
    return (*here, *_pointed(element, data[position], declared.at))


def _pointed(cls: type, data: Any, at: str) -> Path:
    """The path of a field; one that is not written is named all the same, it is what is missing."""
    return path_of(cls, data, at) or ((at,) if "[" not in at and "." not in at else ())


def named_values(subject: Entity, at: Path, declared: DeclaredRule) -> dict[str, object]:
    """What a message may name of a subject: its fields, and those of what stands at a place."""
    found: dict[str, object] = dict.fromkeys(placeholders(declared), UNKNOWN)
    if class_of(declared.for_) is None:
        return found
    data = raw(subject)
    on_the_way = [data]
    for step in at:
        on_the_way.append(data := _below(data, step))
    for one in (on_the_way[0], *on_the_way[-2:]):
        found |= _scalars(one) if isinstance(one, dict) else {}
    return found


def _below(data: Any, step: str | int) -> Any:
    return None if isinstance(data, dict) and step not in data else data[step]


def said(value: Any) -> object:
    """A value for a message; what has wordings in both languages is said in that of the reader."""
    if isinstance(value, dict) and value and value.keys() <= {"zh", "en"}:
        return Text.of(value)
    return value


def _scalars(data: Mapping[str, Any]) -> dict[str, object]:
    """What of a mapping can stand in a sentence."""
    found: dict[str, object] = {}
    for name, one in data.items():
        if isinstance(one, dict) and one.keys() <= {"zh", "en"}:
            found[name] = Text.of(one)
        elif isinstance(one, str | int | float | list):
            found[name] = one
    return found
