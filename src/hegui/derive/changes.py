"""Changes in the law over a stretch of time, and the controls that were not looked at since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hegui.model.catalogue import Catalogue
from hegui.model.control import Control
from hegui.model.item import Entity, Part
from hegui.model.regulation import Obligation, Regulation
from hegui.model.repository import Repository


class Change(StrEnum):
    """What happens to a regulation or a clause on a day."""

    BEGINS = "begins"
    ENDS = "ends"
    COMING = "coming"


class Touched(NamedTuple):
    """A control that rests on the changed law, and when it was last reviewed, if ever."""

    control: Control
    reviewed: date | None
    before: bool
    """Whether that was before the day of the change, or never."""


class Amendment(NamedTuple):
    """One change: what, on which day, and the controls it touches."""

    change: Change
    day: date
    entity: Entity
    clauses: int
    controls: tuple[Touched, ...]


def changes(repository: Repository, since: date, today: date) -> list[Amendment]:
    """What came into force or ended after ``since``, and what is published and still to come.

    A clause with dates of its own is told apart from its regulation. In the order of days.
    """
    found = []
    for entity, day, change in _dated(repository, since, today):
        clauses = _clauses(entity, repository, change)
        found.append(
            Amendment(change, day, entity, len(clauses), _controls(clauses, day, repository))
        )
    return sorted(found, key=lambda one: (one.day, one.change, one.entity.id))


def _dated(
    repository: Repository, since: date, today: date
) -> Iterator[tuple[Entity, date, Change]]:
    for entity in _datable(repository):
        dated: Obligation | Regulation = entity.record if isinstance(entity, Part) else entity
        start, end = dated.effective, dated.ends  # of a clause only its own: not told twice
        if start is not None and since < start <= today:
            yield entity, start, Change.BEGINS
        if start is not None and start > today:
            yield entity, start, Change.COMING
        if end is not None and since <= end < today:
            yield entity, end, Change.ENDS


def _datable(repository: Repository) -> Iterator[Regulation | Part]:
    yield from repository.all(Regulation)
    for part in repository.parts.get("obligation", {}).values():
        if part.record.effective is not None or part.record.ends is not None:
            yield part


def _clauses(entity: Entity, repository: Repository, change: Change) -> list[Part]:
    """The clauses that change with an entity."""
    if isinstance(entity, Part):
        return [entity]
    own = "ends" if change is Change.ENDS else "effective"
    return [
        part
        for part in repository.parts.get("obligation", {}).values()
        if part.holder is entity and getattr(part.record, own) is None
    ]


def _controls(clauses: list[Part], day: date, repository: Repository) -> tuple[Touched, ...]:
    """The active controls that achieve objectives which satisfy the clauses."""
    found: dict[str, Control] = {}
    for clause in clauses:
        for link in repository.incoming(clause):
            objective = link.source
            if not isinstance(objective.holder, Catalogue) or link.field != "satisfies":
                continue
            for control in repository.naming(objective, Control, "achieves"):
                if control.active:
                    found[control.id] = control
    return tuple(_touched(control, day) for _, control in sorted(found.items()))


def _touched(control: Control, day: date) -> Touched:
    reviewed = control.review.last if control.review else None
    return Touched(control, reviewed, reviewed is None or reviewed < day)
