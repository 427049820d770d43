"""The areas that a finding touches: those of the objectives its subject is tied to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from hegui.model.catalogue import Objective, Requirement
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.exclusion import Exclusion
from hegui.model.item import Entity, Part
from hegui.model.reference import Ref
from hegui.model.repository import Repository
from hegui.model.risk import Risk

HOPS = 2
"""How many links may lie between a subject and what names an objective."""

_STEPS = frozenset(
    {
        "action", "agreement", "check", "control", "dataset", "evidence", "exclusion", "incident",
        "objective", "processing", "requirement", "system", "vendor", "vendor-assessment",
    }
)  # fmt: skip
"""Kinds to step on. Not a department, party or milestone: through it everything is near."""


class Ties:
    """Finds the areas of an item or part; their names are full ones such as ``cip#03``.

    An item that names no objective itself belongs to the areas of the nearest that does, at
    most two links away; a requirement ``for_each`` vendor is one link away from every vendor.
    """

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._known: dict[str, frozenset[str]] = {}

    def areas(self, entity: Entity | None) -> frozenset[str]:
        """The areas of ``entity``; none where it is tied to no objective."""
        if entity is None:
            return frozenset()
        name = str(entity.identity)
        if name not in self._known:
            self._known[name] = self._find(entity)
        return self._known[name]

    def _find(self, entity: Entity) -> frozenset[str]:
        ring, seen = [entity], {str(entity.identity)}
        found = self._own(ring)
        for _ in range(HOPS):
            if found or entity.kind not in _STEPS | {"risk"}:
                break
            nearby = self._required(ring)
            ring = list(self._around(ring, seen))
            found = nearby | self._own(ring)
        return found

    def _own(self, entities: Iterable[Entity]) -> frozenset[str]:
        return frozenset(area for entity in entities for area in self._named(entity))

    def _named(self, entity: Entity) -> Iterator[str]:
        """The areas of the objectives that an item names itself."""
        if entity.kind == "area":
            yield entity.id
        for ref in _objectives(entity):
            objective = self._repository.find(Ref("objective", ref.id.partition(":")[0]))
            if isinstance(objective, Part) and isinstance(objective.record, Objective):
                area = f"{objective.holder.id}#{objective.record.area}"
                if self._repository.find(Ref("area", area)) is not None:
                    yield area

    def _required(self, entities: Iterable[Entity]) -> frozenset[str]:
        kinds = {entity.kind for entity in entities}
        return frozenset(area for kind in kinds for area in self._for_each.get(kind, ()))

    def _around(self, entities: Iterable[Entity], seen: set[str]) -> Iterator[Entity]:
        for entity in entities:
            incoming = (link.source for link in self._repository.incoming(entity))
            outgoing = (link.target for link in self._repository.outgoing(entity))
            for near in (*incoming, *outgoing):
                if near.kind in _STEPS and str(near.identity) not in seen:
                    seen.add(str(near.identity))
                    yield near

    @cached_property
    def _for_each(self) -> dict[str, set[str]]:
        """The areas in which something must be proved for each item of a kind."""
        found: dict[str, set[str]] = {}
        for part in self._repository.parts.get("requirement", {}).values():
            assert isinstance(part.record, Requirement)
            if part.record.for_each is not None:
                found.setdefault(part.record.for_each, set()).update(self._named(part))
        return found


def _objectives(entity: Entity) -> Iterator[Ref]:
    """The objectives and requirements that an item names, or is."""
    if isinstance(entity, Part):
        if entity.kind in ("objective", "requirement"):
            yield Ref(entity.kind, entity.id)
    elif isinstance(entity, Control):
        yield from entity.achieves
    elif isinstance(entity, Evidence):
        yield from (proves.requirement for proves in entity.proves)
    elif isinstance(entity, Risk):
        yield from (mitigation.objective for mitigation in entity.mitigations)
    elif isinstance(entity, Exclusion):
        yield from entity.objectives
