"""Answers: each named fact decided by the repository, or by what the settings state.

The repository prevails over the settings. What neither decides is uncertain, and what is
uncertain counts as applies (design §6).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from hegui.derive.dropped import DROPPED
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_item
from hegui.expr.scope import LISTED
from hegui.model.fact import Fact
from hegui.model.repository import Repository
from hegui.model.settings import Fact as Stated
from hegui.source.bilingual import both
from hegui.source.place import Place

_NAME = re.compile(r"[a-z_]+")


class Value(StrEnum):
    """Whether a fact holds."""

    YES = "yes"
    NO = "no"
    UNCERTAIN = "uncertain"


class Source(StrEnum):
    """What decided a fact: the repository, the settings, or nothing yet."""

    COMPUTED = "computed"
    STATED = "stated"
    OPEN = "open"


SOURCES = {
    Source.COMPUTED: both("由仓库得出", "from the repository"),
    Source.STATED: both("设置中声明", "stated in the settings"),
    Source.OPEN: both("尚未声明", "not stated yet"),
}


class Answer(NamedTuple):
    """What a fact is, and what decided it.

    ``computed`` is what the repository alone says, ``stated`` what the settings say;
    ``undecided`` names the field that is missing where a condition gave no answer.
    """

    fact: Fact
    value: Value
    source: Source
    computed: Value
    stated: Stated | None = None
    place: Place | None = None
    undecided: str = ""
    unread: bool = False
    """Whether it is uncertain because a document that it reads was not understood."""


def answers(repository: Repository) -> Mapping[str, Answer]:
    """Every fact of the repository and its packs, by id."""
    seen = _Seen(repository)
    stated = {one.id: (one, n) for n, one in enumerate(repository.settings.facts)}
    return {fact.id: _answer(fact, seen, stated) for fact in repository.all(Fact)}


def _answer(fact: Fact, seen: _Seen, stated: Mapping[str, tuple[Stated, int]]) -> Answer:
    computed, undecided = _computed(fact, seen)
    own, position = stated.get(fact.id, (None, 0))
    place = seen.repository.settings.document.place(("facts", position)) if own else None
    kinds = kinds_read(fact)
    if seen.unread(kinds) or not DROPPED.isdisjoint(kinds):
        # nobody may make law come or go by breaking a document, or by what can be dropped
        return Answer(
            fact, Value.UNCERTAIN, Source.OPEN, Value.UNCERTAIN, own, place, undecided,
            unread=seen.unread(kinds),
        )  # fmt: skip
    if computed is not Value.UNCERTAIN:
        return Answer(fact, computed, Source.COMPUTED, computed, own, place)
    if own is not None:
        return Answer(fact, Value(own.value), Source.STATED, computed, own, place, undecided)
    return Answer(fact, Value.UNCERTAIN, Source.OPEN, computed, undecided=undecided)


def _computed(fact: Fact, seen: _Seen) -> tuple[Value, str]:
    missing = ""
    for text, value in ((fact.yes_if, Value.YES), (fact.no_if, Value.NO)):
        if text is None:
            continue
        try:
            if holds(text, seen.by(text)):
                return value, ""
        except Undecided as reason:
            missing = missing or str(reason)
    return Value.UNCERTAIN, missing


def kinds_read(fact: Fact) -> tuple[str, ...]:
    """The kinds of which the conditions of a fact read the items."""
    text = f"{fact.yes_if} {fact.no_if}"
    return tuple(sorted({LISTED[name] for name in _listed(text)}))


def _listed(text: str) -> list[str]:
    return [name for name in _NAME.findall(text) if name in LISTED]


class _Seen:
    """The items of the repository as plain values, made for the kinds that are asked for."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._lists: dict[str, list[dict[str, Any]]] = {}
        self._unread = {document.kind for document in repository.undecoded}

    def unread(self, kinds: Iterable[str]) -> bool:
        """Whether a document that may be of one of ``kinds`` was not understood."""
        some = set(kinds)
        return bool(some) and not self._unread.isdisjoint({*some, None})

    def by(self, text: str) -> Mapping[str, Any]:
        """The lists that an expression names. Raises `Undecided` where one was not all read."""
        return {name: self._list(name) for name in _listed(text)}

    def _list(self, name: str) -> list[dict[str, Any]]:
        kind = LISTED[name]
        if not self._unread.isdisjoint((kind, None)):
            raise Undecided(kind)
        if name not in self._lists:
            items = self.repository.items.get(kind, {}).values()
            self._lists[name] = [of_item(item) for item in items]
        return self._lists[name]
