"""Who answers for the subject of a finding: always a department, never a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hegui.model.department import Department
from hegui.model.item import Entity, Item, Part
from hegui.model.moment import Clock, NoSuchMilestone
from hegui.model.raci import Period
from hegui.model.reference import Ref
from hegui.model.repository import Repository

_FIELDS: dict[str, tuple[str, ...]] = {
    "action": ("raci", "owner"),
    "agreement": ("owner", "with_"),
    "check": ("control", "performed_by"),
    "control": ("raci",),
    "dataset": ("owner",),
    "evidence": ("proves", "check", "performed_by"),
    "exclusion": ("approved_by",),
    "incident": ("owner",),
    "measurement": ("risk",),
    "milestone": ("decides",),
    "person": ("department",),
    "processing": ("owner",),
    "risk": ("raci", "owner"),
    "sign-off": ("department", "by"),
    "system": ("owner",),
    "vendor": ("raci",),
    "vendor-assessment": ("vendor", "performed_by"),
    "waiver": ("requested_by",),
}
"""By kind, the fields that lead to the department; the first that leads there decides."""


class Owners:
    """Finds the accountable department of an item or part at the instant of judgement."""

    def __init__(self, repository: Repository, clock: Clock) -> None:
        self._repository = repository
        self._clock = clock

    def of(self, entity: Entity | None) -> Department | None:
        """The department that answers for ``entity``; ``None`` where nobody does."""
        if entity is None:
            return None
        if isinstance(entity, Department):
            return self._standing(entity)
        for near in self._near(entity):  # no kind leads back to itself, so this ends
            if (found := self.of(near)) is not None:
                return found
        return None

    def _near(self, entity: Entity) -> Iterator[Entity | None]:
        if entity.kind == "requirement":
            yield self._repository.find(Ref("objective", entity.id.partition(":")[0]))
        if entity.kind == "objective":
            links = self._repository.incoming(entity)
            yield from (link.source for link in links if link.field == "achieves")
        holder: Item | Any = entity.record if isinstance(entity, Part) else entity
        for name in _FIELDS.get(entity.kind, ()):
            yield from map(self._repository.find, self._refs(getattr(holder, name)))

    def _refs(self, value: Any) -> Iterator[Ref]:
        """The references that a field holds, of the periods only those in force."""
        if isinstance(value, Ref):
            yield value
        elif isinstance(value, Period):
            if self._within(value.from_, value.until):
                yield value.accountable
        elif isinstance(value, tuple):
            for one in value:
                yield from self._refs(one)
        elif (control := getattr(value, "control", None)) is not None:
            yield control

    def _standing(self, department: Department) -> Department:
        """The department, or who took over its duties when it closed."""
        seen: set[str] = set()
        while department.id not in seen and not self._within(None, department.until):
            seen.add(department.id)
            successor = department.successor and self._repository.find(department.successor)
            if not isinstance(successor, Department):
                break
            department = successor
        return department

    def _within(self, start: Any, until: Any) -> bool:
        try:
            return self._clock.within(start, until)
        except NoSuchMilestone:
            return False
