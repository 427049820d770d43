"""The index: items and their parts by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hegui.model.item import Item, Part
from hegui.model.kinds import KINDS
from hegui.model.repository import Undecoded
from hegui.model.table import PartOf
from hegui.model.types import Path
from hegui.source.bilingual import both
from hegui.source.place import Problem, Related


@dataclass(slots=True)
class Index:
    """Items and parts by kind, then by id, both sorted."""

    items: dict[str, dict[str, Item]] = field(default_factory=dict)
    parts: dict[str, dict[str, Part]] = field(default_factory=dict)
    short: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    undecoded: list[Undecoded] = field(default_factory=list)

    def parts_of(self, item: Item) -> Mapping[Path, Part]:
        """The parts of an item by their path in its document."""
        return {
            part.path: part
            for kind in _part_kinds(KINDS[item.kind].parts)
            for part in self.parts.get(kind, {}).values()
            if part.holder is item
        }


def index(items: Iterable[Item]) -> Index:
    """Items by name. The first of a name holds it, in the order of paths; the rest are problems."""
    made = Index()
    taken: dict[tuple[str, str], Item] = {}
    for item in items:
        first = taken.setdefault((item.kind, item.id), item)
        if first is not item:
            made.problems.append(_duplicate(item, first))
            made.undecoded.append(Undecoded(item.place(), item.kind, item.id))
    for (kind, name), item in sorted(taken.items(), key=lambda entry: entry[0]):
        made.items.setdefault(kind, {})[name] = item
    short: dict[tuple[str, str], list[str]] = defaultdict(list)
    for item in taken.values():
        for part, key, spec in _parts(item, item.id, (), item, KINDS[item.kind].parts):
            made.parts.setdefault(part.kind, {})[part.id] = part
            if spec.short:
                short[part.kind, key].append(part.id)
    made.parts = {kind: dict(sorted(parts.items())) for kind, parts in sorted(made.parts.items())}
    made.short = {name: tuple(sorted(ids)) for name, ids in short.items()}
    return made


def _parts(
    holder: Item, name: str, path: Path, record: object, specs: tuple[PartOf, ...]
) -> Iterator[tuple[Part, str, PartOf]]:
    for spec in specs:
        for position, inner in enumerate(getattr(record, spec.field)):
            key = getattr(inner, spec.key)
            part = Part(
                spec.kind, f"{name}{spec.sign}{key}", inner, holder, (*path, spec.field, position)
            )
            yield part, key, spec
            yield from _parts(holder, part.id, part.path, inner, spec.parts)


def _part_kinds(specs: tuple[PartOf, ...]) -> Iterator[str]:
    for spec in specs:
        yield spec.kind
        yield from _part_kinds(spec.parts)


def _duplicate(item: Item, first: Item) -> Problem:
    related = (Related(first.place(), both("首次出现", "first seen here")),)
    values: dict[str, object] = {"kind": KINDS[item.kind].title, "id": item.id}
    return Problem("document/duplicate-id", item.place(), values, related)
