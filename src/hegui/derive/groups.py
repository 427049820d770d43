"""Groups: the score and the coverage by regulation, area, department, milestone or phase.

A requirement that belongs to several groups counts in each; within one it counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from hegui.derive.coverage import Coverage, Covered, Row, count
from hegui.derive.derived import Derived
from hegui.derive.proof import Found
from hegui.derive.records import operating
from hegui.derive.score import Judged, Score, State, score
from hegui.model.control import Control
from hegui.model.item import Entity
from hegui.model.regulation import Regulation


class Group(NamedTuple):
    """Some requirements and obligations; ``entity`` is ``None`` for those that belong nowhere."""

    entity: Entity | None
    requirements: tuple[Judged, ...]
    rows: tuple[Row, ...]

    @property
    def score(self) -> Score:
        """The score over its requirements."""
        return score(self.requirements)

    @property
    def obligations(self) -> Mapping[Covered, int]:
        """How many of its obligations are covered how far."""
        return count(self.rows)

    @property
    def ready(self) -> Mapping[Found, int]:
        """What is proved of all that applies, due or not: how far one has got."""
        found = [one.found for one in self.requirements if one.state is not State.NOT_APPLICABLE]
        return {one: found.count(one) for one in Found}


Belongs = Callable[[Judged], Iterable[Entity | None]]


def by_regulation(derived: Derived, coverage: Coverage) -> list[Group]:
    """By the regulations whose clauses the objectives satisfy."""
    repository = derived.grounds.repository

    def belongs(judged: Judged) -> Iterator[Entity | None]:
        for ref in judged.objective.record.satisfies:
            clause = repository.find(ref)
            if clause is not None and isinstance(clause.holder, Regulation):
                yield clause.holder

    served = {
        group.entity.id: group
        for group in _grouped(derived, coverage, belongs)
        if group.entity is not None
    }
    holders = {name: group.entity for name, group in served.items()}
    holders |= {row.obligation.holder.id: row.obligation.holder for row in coverage.rows}
    return [
        Group(
            holders[name],
            served[name].requirements if name in served else (),
            tuple(row for row in coverage.rows if row.obligation.holder is holders[name]),
        )
        for name in sorted(holders)
    ]


def by_area(derived: Derived, coverage: Coverage) -> list[Group]:
    """By the areas of the catalogues."""
    areas = derived.grounds.repository.parts.get("area", {})

    def belongs(judged: Judged) -> Iterator[Entity | None]:
        yield areas.get(f"{judged.objective.holder.id}#{judged.objective.record.area}")

    return _grouped(derived, coverage, belongs)


def by_department(derived: Derived, coverage: Coverage) -> list[Group]:
    """By the departments that are accountable for the controls in operation."""

    def belongs(judged: Judged) -> Iterator[Entity | None]:
        controls = derived.grounds.repository.naming(judged.objective, Control, "achieves")
        owners: list[Entity | None] = [
            derived.owners.of(control)
            for control in controls
            if operating(control, derived.grounds)
        ]
        yield from owners or [None]

    return _grouped(derived, coverage, belongs)


def by_milestone(derived: Derived, coverage: Coverage) -> list[Group]:
    """By the first milestone by which a requirement is due; ``None`` for what is always due."""

    def belongs(judged: Judged) -> Iterator[Entity | None]:
        yield judged.asked.by

    groups = _grouped(derived, coverage, belongs)
    return sorted(groups, key=lambda group: _when(group, derived))


def by_phase(derived: Derived, coverage: Coverage) -> list[Group]:
    """By the phases in which the first milestone lies; phases may overlap."""
    clock = derived.grounds.clock
    phases = derived.grounds.repository.parts.get("phase", {}).values()

    def belongs(judged: Judged) -> Iterator[Entity | None]:
        due = judged.asked.due_at
        found: list[Entity | None] = [
            phase
            for phase in phases
            if due is not None
            and clock.begin(phase.record.from_) <= due <= clock.end(phase.record.until)
        ]
        yield from found or [None]

    groups = _grouped(derived, coverage, belongs)
    return sorted(groups, key=lambda group: _began(group, derived))


BY: Mapping[str, Callable[[Derived, Coverage], list[Group]]] = {
    "regulation": by_regulation,
    "area": by_area,
    "department": by_department,
    "milestone": by_milestone,
    "phase": by_phase,
}
"""The ways to group."""


def _grouped(derived: Derived, coverage: Coverage, belongs: Belongs) -> list[Group]:
    """The groups by name; those that belong nowhere come last."""
    entities: dict[str, Entity | None] = {}
    found: dict[str, dict[str, Judged]] = defaultdict(dict)
    for judged in derived.requirements.values():
        for entity in belongs(judged):
            name = entity.id if entity is not None else ""
            entities[name] = entity
            found[name][judged.requirement.id] = judged
    groups = [
        Group(entities[name], tuple(some.values()), _touching(some.values(), coverage))
        for name, some in found.items()
    ]
    return sorted(groups, key=_name)


def _touching(requirements: Iterable[Judged], coverage: Coverage) -> tuple[Row, ...]:
    """The counted obligations that the objectives of some requirements serve."""
    objectives = {one.objective.id for one in requirements}
    return tuple(
        row
        for row in coverage.rows
        if any(chain.objective.id in objectives for chain in row.chains)
    )


def _name(group: Group) -> tuple[bool, str]:
    return group.entity is None, group.entity.id if group.entity else ""


def _when(group: Group, derived: Derived) -> tuple[datetime, tuple[bool, str]]:
    on = getattr(getattr(group.entity, "record", None), "on", None)
    return derived.grounds.clock.begin(on), _name(group)


def _began(group: Group, derived: Derived) -> tuple[datetime, tuple[bool, str]]:
    start = getattr(getattr(group.entity, "record", None), "from_", None)
    return derived.grounds.clock.begin(start), _name(group)
