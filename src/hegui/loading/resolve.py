"""References: from the ids that documents name to the items that bear them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from hegui.loading.index import Index
from hegui.loading.suggest import NOTHING, did_you_mean, nearest
from hegui.model.item import Entity, Item, Part
from hegui.model.kinds import KINDS
from hegui.model.naming import TITLES, kind_title
from hegui.model.reference import Ref
from hegui.model.repository import Link, Undecoded
from hegui.model.table import PartOf
from hegui.model.types import Path, Reference, When
from hegui.model.walk import walk
from hegui.source.bilingual import Text, both
from hegui.source.place import Problem

_MILESTONE = Reference(("milestone",))


class Resolved(NamedTuple):
    """All links between items, and a problem for each reference that leads nowhere.

    ``dangling`` are the items, by kind and id, of which not every reference found its target.
    """

    links: tuple[Link, ...]
    problems: list[Problem]
    dangling: frozenset[tuple[str, str]]


def resolve(index: Index, undecoded: Iterable[Undecoded]) -> Resolved:
    """Follow every reference of every item."""
    resolver = _Resolver(index, tuple(undecoded))
    links: list[Link] = []
    problems: list[Problem] = []
    dangling: set[tuple[str, str]] = set()
    for items in index.items.values():
        for item in items.values():
            parts = index.parts_of(item) if KINDS[item.kind].parts else {}
            for path, type_, ref in references(item):
                found = resolver.find(item, path, type_, ref)
                if found is None or isinstance(found, Problem):
                    dangling.add((item.kind, item.id))
                    problems += [found] if found else []
                else:
                    links.append(Link(_innermost(item, path, parts), path, found))
    return Resolved(tuple(links), problems, frozenset(dangling))


def references(item: Item) -> Iterator[tuple[Path, Reference, Ref]]:
    """Every reference of an item: its path, its declared type, what it names."""
    for path, type_, value in walk(item, Reference, When):
        if isinstance(value, Ref):
            yield path, type_ if isinstance(type_, Reference) else _MILESTONE, value


def _innermost(item: Item, path: Path, parts: Mapping[Path, Part]) -> Entity:
    for length in range(len(path) - 1, 1, -1):
        if part := parts.get(path[:length]):
            return part
    return item


class _Resolver:
    def __init__(self, index: Index, undecoded: tuple[Undecoded, ...]) -> None:
        self.index = index
        self.unread = {(document.kind, document.id) for document in undecoded}
        self.unread_kinds = {document.kind for document in undecoded}
        self.former = {
            (item.kind, old): item
            for items in index.items.values()
            for item in items.values()
            for old in item.formerly
        }

    def find(self, item: Item, path: Path, type_: Reference, ref: Ref) -> Entity | Problem | None:
        """What is named; ``None`` where it may stand in a document that was not understood."""
        if ref.kind not in type_.kinds:
            return self._wrong_kind(item, path, type_, ref)
        names = self.index.short.get((ref.kind, ref.id), (ref.id,))
        if len(names) > 1 and type_.soft and item.document.file.path.startswith("pack:"):
            return None  # a pack speaks of milestones by their short names, whichever deal has them
        if len(names) > 1:
            values: dict[str, object] = {"found": str(ref), "allowed": names}
            return Problem("document/ambiguous-reference", item.place(*path), values)
        found: Entity | None = self.index.items.get(ref.kind, {}).get(
            names[0]
        ) or self.index.parts.get(ref.kind, {}).get(names[0])
        if found is item and not type_.itself:
            values = {"found": str(ref)}
            return Problem("document/self-reference", item.place(*path), values)
        if found is not None or type_.soft or self._may_be_unread(ref):
            return found
        values = {
            "kind": kind_title(ref.kind),
            "id": ref.id,
            "hint": self._hint(type_, ref),
        }
        return Problem("document/unknown-reference", item.place(*path), values)

    def _may_be_unread(self, ref: Ref) -> bool:
        if None in self.unread_kinds or not self.unread.isdisjoint(
            {(ref.kind, ref.id), (ref.kind, None)}
        ):
            return True
        holder = _holder(ref.kind)
        if holder is None:
            return False
        owner = ref.id.partition("#")[0] if "#" in ref.id else None
        return any(
            kind == holder and (owner is None or name is None or name == owner)
            for kind, name in self.unread
        )

    def _hint(self, type_: Reference, ref: Ref) -> Text:
        if renamed := self.former.get((ref.kind, ref.id)):
            return both(f"它已改名为 {renamed.id}。", f"It is called {renamed.id} now.")
        if near := nearest(ref.id, self._names(ref.kind)):
            return did_you_mean(ref.id, [near])
        for kind in type_.kinds:
            if kind != ref.kind and ref.id in self._names(kind):
                return did_you_mean(str(ref), [f"{kind}/{ref.id}"])
        return NOTHING

    def _names(self, kind: str) -> list[str]:
        short = [name for of, name in self.index.short if of == kind]
        return [*self.index.items.get(kind, ()), *self.index.parts.get(kind, ()), *short]

    def _wrong_kind(self, item: Item, path: Path, type_: Reference, ref: Ref) -> Problem:
        hint = NOTHING
        if ref.kind not in TITLES:
            hint = did_you_mean(ref.kind, type_.kinds)
        values: dict[str, object] = {
            "found": str(ref),
            "expected": type_.expected,
            "hint": hint,
        }
        return Problem("document/wrong-kind", item.place(*path), values)


@cache
def _holder(part: str) -> str | None:
    """The kind whose documents hold parts of this kind."""

    def holds(specs: tuple[PartOf, ...]) -> bool:
        return any(spec.kind == part or holds(spec.parts) for spec in specs)

    return next((kind.name for kind in KINDS.values() if holds(kind.parts)), None)
