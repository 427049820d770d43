"""Declarations: what a document of kind ``rule`` says, read without running any of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hegui.expr import scope
from hegui.expr.library import Group, names
from hegui.model.compound import ListOf
from hegui.model.kinds import KINDS, PARTS
from hegui.model.route import type_at
from hegui.model.rule import DeclaredRule
from hegui.model.types import Path
from hegui.rules.options import as_type
from hegui.rules.rule import Stage

EACH = "each"
"""The variable for one item of the list whose items are judged one by one."""
OPTIONS = "options"
"""The variable for the options of a rule."""
_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def stage_of(declared: DeclaredRule) -> Stage:
    """The stage of a declared rule; what asks nothing else is about structure."""
    return Stage(declared.stage or Stage.STRUCTURE)


def defaults(declared: DeclaredRule) -> Mapping[str, Any]:
    """The options of a declared rule with their defaults."""
    options = declared.options or {}
    return {name: as_type(one["default"], one["type"]) for name, one in options.items()}


def texts(declared: DeclaredRule) -> Mapping[Path, str]:
    """The expressions of a declared rule by where they stand."""
    found: dict[Path, str] = {("require",): declared.require}
    if declared.where is not None:
        found["where",] = declared.where
    for name, text in (declared.values or {}).items():
        if isinstance(text, str):
            found["values", name] = text
    return found


def words_of(declared: DeclaredRule) -> frozenset[str]:
    """Every word of the expressions of a declared rule: what it may read stands among them."""
    return frozenset(word for text in texts(declared).values() for word in _NAME.findall(text))


def read_lists(declared: DeclaredRule) -> frozenset[str]:
    """The lists of neighbours that a declared rule reads, as far as its text shows."""
    return words_of(declared) & scope.lists(declared.for_).keys()


def looks_far(declared: DeclaredRule) -> bool:
    """Whether a declared rule asks for proof or paths, which any document may decide."""
    return bool(words_of(declared) & names(Group.GRAPH, Group.PROOF))


def class_of(kind: str) -> type | None:
    """The class whose fields a subject has; ``None`` for the whole repository."""
    return KINDS[kind].cls if kind in KINDS else PARTS.get(kind)


def each_path(declared: DeclaredRule) -> Path:
    """Where in a subject the list stands whose items are judged one by one."""
    return tuple((declared.each or "").split("."))


def elements_type(declared: DeclaredRule) -> ListOf | None:
    """The type of the list whose items are judged one by one; ``None`` where there is none."""
    cls = class_of(declared.for_)
    found = type_at(cls, each_path(declared)) if cls is not None else None
    return found if isinstance(found, ListOf) else None
