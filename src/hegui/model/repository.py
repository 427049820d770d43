"""The repository: everything that was understood, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import NamedTuple, TypeVar

from hegui.model.item import Entity, Item, Part
from hegui.model.reference import Ref
from hegui.model.settings import Settings
from hegui.model.types import Path
from hegui.source.file import File
from hegui.source.place import Place

I = TypeVar("I", bound=Item)  # noqa: E741


class Link(NamedTuple):
    """One item names another: from where, and by which field."""

    source: Entity
    path: Path
    """The field within the document of ``source``."""
    target: Entity

    @property
    def place(self) -> Place:
        """Where the reference stands."""
        return self.source.document.place(self.path)

    @property
    def field(self) -> str:
        """The name of the field, without positions: ``raci.accountable``."""
        start = len(self.source.path) if isinstance(self.source, Part) else 0
        return ".".join(step for step in self.path[start:] if isinstance(step, str))


class Undecoded(NamedTuple):
    """A document that was not understood, and what is known of it all the same."""

    place: Place
    kind: str | None = None
    id: str | None = None


class Unassessable(Exception):
    """Something cannot be decided, because what it depends on was not understood."""


@dataclass(frozen=True)
class Repository:
    """A governance repository as it was understood. Nothing in it changes once it is made.

    ``items`` by kind, then by id, both sorted; ``parts`` likewise. ``shipped`` says which
    pack an item came from. ``settings`` may name packs that ship with the program.
    """

    root: FilePath
    settings: Settings
    items: Mapping[str, Mapping[str, Item]]
    parts: Mapping[str, Mapping[str, Part]]
    short: Mapping[tuple[str, str], tuple[str, ...]]
    """The full names behind a short one, such as ``closing``."""
    links: tuple[Link, ...] = ()
    dangling: frozenset[tuple[str, str]] = frozenset()
    """The items, by kind and id, of which not every reference found its target."""
    undecoded: tuple[Undecoded, ...] = ()
    files: Mapping[str, File] = field(default_factory=dict)

    def all(self, cls: type[I]) -> tuple[I, ...]:
        """All items of a kind, by id."""
        return tuple(self.items.get(cls.kind, {}).values())  # type: ignore[arg-type]

    def every(self) -> Iterator[Item]:
        """All items of all kinds."""
        for items in self.items.values():
            yield from items.values()

    def find(self, ref: Ref) -> Entity | None:
        """What a reference names; ``None`` when nothing, or more than one thing, has that name."""
        found = self.items.get(ref.kind, {}).get(ref.id) or self.parts.get(ref.kind, {}).get(ref.id)
        if found is None:
            names = self.short.get((ref.kind, ref.id), ())
            if len(names) == 1:
                return self.parts[ref.kind][names[0]]
        return found

    def get(self, ref: Ref, cls: type[I]) -> I:
        """The item that a reference names.

        Raises `Unassessable` when it is not there: that was reported where it is named.
        """
        found = self.find(ref)
        if not isinstance(found, cls):
            raise Unassessable(str(ref))
        return found

    def complete(self, *kinds: str) -> None:
        """Raise `Unassessable` unless all documents of ``kinds`` were understood.

        A rule calls it before it says that something does not exist.
        """
        for document in self.undecoded:
            if document.kind is None or document.kind in kinds:
                raise Unassessable(str(document.place))

    def incoming(self, entity: Entity) -> tuple[Link, ...]:
        """All that names ``entity``."""
        return tuple(self._incoming.get((entity.kind, entity.id), ()))

    def outgoing(self, entity: Entity) -> tuple[Link, ...]:
        """All that ``entity`` names; what its parts name is theirs."""
        return tuple(self._outgoing.get((entity.kind, entity.id), ()))

    def naming(self, entity: Entity, cls: type[I], field: str) -> Iterator[I]:
        """The items of a kind that name ``entity`` in a field, such as the checks of a control."""
        for link in self._incoming.get((entity.kind, entity.id), ()):
            if isinstance(link.source, cls) and link.path[0] == field:
                yield link.source

    @cached_property
    def _incoming(self) -> Mapping[tuple[str, str], list[Link]]:
        return _grouped(((link.target.kind, link.target.id), link) for link in self.links)

    @cached_property
    def _outgoing(self) -> Mapping[tuple[str, str], list[Link]]:
        return _grouped(((link.source.kind, link.source.id), link) for link in self.links)


def _grouped(
    pairs: Iterable[tuple[tuple[str, str], Link]],
) -> Mapping[tuple[str, str], list[Link]]:
    groups: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for name, link in pairs:
        groups[name].append(link)
    return groups
