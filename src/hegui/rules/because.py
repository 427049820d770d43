"""Because: what each clause of a declared rule comes to on a subject, and what it read, from where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hegui.expr import scope
from hegui.expr.clauses import Clause, clauses, named, quantified
from hegui.model.item import Entity
from hegui.rules.context import Context
from hegui.rules.declaration import EACH, each_path
from hegui.rules.rule import Fault
from hegui.rules.sight import neighbourhood
from hegui.rules.written import Written
from hegui.source.place import Place

_ABSENT = object()
_MOST = 8
"""So many items of a list are told one by one; of the rest only how many there are."""


class Read(NamedTuple):
    """A field or list that a clause reads: its value and place; no value where it is not written."""

    name: str
    value: Any
    place: Place | None
    written: bool = True


class Reason(NamedTuple):
    """A clause with its value; ``None`` where it gives none, and why. What it reads, its parts."""

    text: str
    value: Any
    why: str = ""
    joined: str = ""
    parts: tuple[Reason, ...] = ()
    reads: tuple[Read, ...] = ()
    place: Place | None = None


class Because:
    """A declared rule on one subject, in one run."""

    def __init__(self, written: Written, subject: Entity, fault: Fault, context: Context) -> None:
        self._written = written
        self._subject = subject
        self._context = context
        self._sight = written.sight(context)
        self._position = written.position(fault)
        self._values = written.values(subject, self._position, context)
        self._seen = self._sight.language.seen(self._values)

    def of(self, text: str) -> Reason:
        """An expression of the rule, taken apart."""
        return self._of(clauses(text))

    def _of(self, clause: Clause) -> Reason:
        value, why = self._value(clause.text)
        parts = tuple(map(self._of, clause.parts)) or tuple(self._items(clause.text))
        reads = () if clause.parts else tuple(self._reads(clause.text))
        return Reason(clause.text, value, why, clause.joined, parts, reads)

    def _value(self, text: str) -> tuple[Any, str]:
        from hegui.expr.cel import Undecided, value

        try:
            return value(self._sight.language.compile(text), self._seen), ""
        except Undecided as error:
            return None, str(error)

    def _items(self, text: str) -> Iterator[Reason]:
        """What a clause about the items of a list says of each."""
        said = quantified(text)
        if said is None:
            return
        every, _ = self._value(said.list)
        for position in range(min(len(every or ()), _MOST)):
            value, why = self._value(said.of(position))
            place = self._place(said.list, position)
            yield Reason(f"{said.list}[{position + 1}]", value, why, place=place)

    def _reads(self, text: str) -> Iterator[Read]:
        for name in named(text, self._values):
            value: Any = self._values
            for step in name.split("."):
                value = value.get(step, _ABSENT) if isinstance(value, dict) else _ABSENT
            written = value is not _ABSENT
            yield Read(name, value if written else None, self._place(name), written)

    def _place(self, name: str, position: int | None = None) -> Place | None:
        """Where a field of the subject stands, or the item at a position of a list."""
        first, *rest = name.split(".")
        inner = () if position is None else (position,)
        if first == EACH and self._position is not None:
            return self._subject.place(*each_path(self._written.declared), self._position, *rest)
        if first == scope.singular(self._written.declared.for_):
            return self._subject.place(*rest, *inner)
        kind = scope.lists(self._written.declared.for_).get(first)
        if kind is None or position is None or self._written.declared.for_ == scope.WHOLE:
            return None
        near = neighbourhood(self._context).of(self._subject).get(kind, [])
        return near[position].place() if position < len(near) else None
