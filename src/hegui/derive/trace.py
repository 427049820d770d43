"""Tracing: from the law to the records that bear it out, and back.

The chain is obligation → objective → requirement → control → check → evidence. Each step is a
reference that a document makes; nothing is inferred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.item import Entity, Part
from hegui.model.repository import Repository


class Step(NamedTuple):
    """One entity of a chain with what follows from it."""

    entity: Entity
    below: tuple[Step, ...] = ()


def proof_of(entity: Entity, repository: Repository) -> tuple[Step, ...]:
    """What an obligation, objective, requirement, control or check leads to, down to evidence."""
    match entity:
        case Part(kind="obligation"):
            objectives = _sources(entity, repository, "satisfies", "objective")
            return tuple(Step(one, proof_of(one, repository)) for one in objectives)
        case Part(kind="objective"):
            controls = _sources(entity, repository, "achieves", "control")
            return tuple(
                Step(one, _records(one, repository, lambda ref: _of(ref, entity.id)))
                for one in controls
            )
        case Part(kind="requirement"):
            return _by_control(entity, repository)
        case Control():
            checks = _sources(entity, repository, "control", "check")
            shown = tuple(Step(one, proof_of(one, repository)) for one in checks)
            named = {step.entity.id for check in shown for step in check.below}
            return (*shown, *(s for s in _records(entity, repository) if s.entity.id not in named))
        case Check():
            return tuple(Step(one) for one in _sources(entity, repository, "check", "evidence"))
    return ()


def law_of(entity: Entity, repository: Repository) -> tuple[Step, ...]:
    """What a record, check, control, requirement or objective rests on, up to the law."""
    match entity:
        case Evidence():
            wanted = {one.requirement.id for one in entity.proves}
            return tuple(
                Step(part, law_of(part, repository))
                for name in sorted(wanted)
                if (part := repository.parts.get("requirement", {}).get(name))
            )
        case Check():
            return _up(entity, repository, "requirements") or _up(entity, repository, "control")
        case Control():
            return _up(entity, repository, "achieves")
        case Part(kind="requirement"):
            objective = repository.parts["objective"][entity.id.rpartition(":")[0]]
            return (Step(objective, law_of(objective, repository)),)
        case Part(kind="objective"):
            return _up(entity, repository, "satisfies")
    return ()


def _up(entity: Entity, repository: Repository, field: str) -> tuple[Step, ...]:
    targets = {
        link.target.id: link.target for link in repository.outgoing(entity) if link.field == field
    }
    return tuple(Step(one, law_of(one, repository)) for _, one in sorted(targets.items()))


def _sources(entity: Entity, repository: Repository, field: str, kind: str) -> tuple[Entity, ...]:
    found = {
        link.source.id: link.source
        for link in repository.incoming(entity)
        if link.field == field and link.source.kind == kind
    }
    return tuple(one for _, one in sorted(found.items()))


def _records(
    control: Entity, repository: Repository, wanted: Callable[[str], bool] | None = None
) -> tuple[Step, ...]:
    """The records that name a control for the requirements that are ``wanted``, by time."""
    records = [
        record
        for record in _sources(control, repository, "proves.control", "evidence")
        if isinstance(record, Evidence)
        and any(
            one.control is not None
            and one.control.id == control.id
            and (wanted is None or wanted(one.requirement.id))
            for one in record.proves
        )
    ]
    return tuple(Step(one) for one in sorted(records, key=lambda one: str(one.performed_at)))


def _of(requirement: str, objective: str) -> bool:
    return requirement.rpartition(":")[0] == objective


def _by_control(requirement: Part, repository: Repository) -> tuple[Step, ...]:
    """The controls that achieve the objective of a requirement, with the records for it alone."""
    objective = repository.parts["objective"][requirement.id.rpartition(":")[0]]
    controls = _sources(objective, repository, "achieves", "control")
    return tuple(
        Step(one, _records(one, repository, lambda ref: ref == requirement.id)) for one in controls
    )


def flat(steps: tuple[Step, ...], depth: int = 0) -> Iterator[tuple[int, Entity]]:
    """The steps with their depth, each followed by what is below it."""
    for step in steps:
        yield depth, step.entity
        yield from flat(step.below, depth + 1)
