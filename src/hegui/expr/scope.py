"""Scopes: what the expressions of each sort of field see."""

from __future__ import annotations

from collections.abc import Mapping

from hegui.expr.shape import Many, Shape, of_kind
from hegui.model.kinds import KINDS

_WORDS = {"party": "parties", "processing": "processings", "evidence": "evidence"}


def plural(kind: str) -> str:
    """The name under which an expression sees all items of a kind: ``datasets``."""
    return _WORDS.get(kind, f"{kind.replace('-', '_')}s")


LISTED = {plural(kind.name): kind.name for kind in KINDS.values() if not kind.catalogue}
"""The kinds that expressions about the whole repository see, by that name."""


def repository() -> Mapping[str, Shape]:
    """What an expression about the repository sees: a list for every kind of its own."""
    return {name: Many(of_kind(kind)) for name, kind in LISTED.items()}


def subject(kind: str) -> Mapping[str, Shape]:
    """What an expression about one item of ``kind`` sees: the item, under its kind's name."""
    return {kind.replace("-", "_"): of_kind(kind)}
