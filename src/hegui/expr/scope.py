"""Scopes: what the expressions of each sort of field see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from hegui.expr.shape import Many, Scalar, Shape, of_kind, of_record
from hegui.model.compound import ListOf, Record
from hegui.model.kinds import KINDS, PARTS
from hegui.model.settings import Settings
from hegui.model.table import PartOf, columns_of
from hegui.model.types import FieldType, Reference, When

WHOLE = "repository"
"""What a rule is ``for`` that speaks of the whole repository and not of one item."""
_WORDS = {"evidence": "evidence", "data-class": "data_classes"}


def plural(kind: str) -> str:
    """The name under which an expression sees items of a kind: ``datasets``."""
    return _WORDS.get(kind) or _many(kind.replace("-", "_"))


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def singular(kind: str) -> str:
    """The name under which an expression sees its subject: ``vendor_assessment``."""
    return kind.replace("-", "_")


LISTED = {plural(kind.name): kind.name for kind in KINDS.values() if not kind.catalogue}
"""The kinds that expressions about the whole repository see, by that name."""


def repository() -> Mapping[str, Shape]:
    """What an expression about the repository sees: a list for every kind of its own."""
    return {name: Many(of_kind(kind)) for name, kind in LISTED.items()}


def subject(kind: str) -> Mapping[str, Shape]:
    """What an expression about one item of ``kind`` sees: the item, under its kind's name."""
    return {singular(kind): of_kind(kind)}


def known(kind: str) -> bool:
    """Whether a rule can be for ``kind``."""
    return kind == WHOLE or kind in KINDS or kind in PARTS


@cache
def rule(kind: str) -> Mapping[str, Shape]:
    """What the expressions of a rule for ``kind`` see, but for its options.

    Its subject and the items that the subject names or is named by, a list for each kind there
    can be; of the whole repository, the settings and a list for every kind of item and part.
    """
    around = {name: Many(of_kind(one)) for name, one in lists(kind).items()}
    own = {"settings": of_record(Settings, "settings")} if kind == WHOLE else subject(kind)
    return {**around, **own, "as_of": Scalar.TEXT}


@cache
def lists(kind: str) -> Mapping[str, str]:
    """The kinds of which the expressions of a rule for ``kind`` see lists, by the list's name."""
    near = [*KINDS, *PARTS] if kind == WHOLE else sorted(neighbours(kind))
    return {plural(one): one for one in near if plural(one) != singular(kind)}


@cache
def neighbours(kind: str) -> frozenset[str]:
    """The kinds that ``kind`` can name, that can name it, that it holds or is held by."""
    near = set(_named(kind))
    near |= {one for one in (*KINDS, *PARTS) if kind in _named(one)}
    for holder, part in _held():
        near |= {part} if holder == kind else {holder} if part == kind else set()
    return frozenset(near)


@cache
def _named(kind: str) -> frozenset[str]:
    """The kinds that the fields of ``kind`` can name; what its parts name is theirs."""
    cls = KINDS[kind].cls if kind in KINDS else PARTS[kind]
    inside = {part for holder, part in _held() if holder == kind}
    return frozenset(_of_record(cls, {PARTS[part] for part in inside}))


def _of_record(cls: type, without: set[type]) -> Iterator[str]:
    for column in columns_of(cls):
        yield from _of_type(column.type, without)


def _of_type(type_: FieldType, without: set[type]) -> Iterator[str]:
    match type_:
        case ListOf():
            yield from _of_type(type_.item, without)
        case Record():
            if type_.cls not in without:
                yield from _of_record(type_.cls, without)
        case Reference():
            yield from type_.kinds
        case When():
            yield "milestone"


@cache
def _held() -> tuple[tuple[str, str], ...]:
    """Every kind with each kind of part that it holds itself."""
    return tuple(pair for kind in KINDS.values() for pair in _parts(kind.name, kind.parts))


def _parts(holder: str, parts: tuple[PartOf, ...]) -> Iterator[tuple[str, str]]:
    for part in parts:
        yield holder, part.kind
        yield from _parts(part.kind, part.parts)
