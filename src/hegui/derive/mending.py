"""Mending: the open actions about something, the soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.derive.proof import Proof
from hegui.model.action import Action
from hegui.model.control import Control
from hegui.model.item import Entity, Part
from hegui.model.moment import Clock, NoSuchMilestone

_NEVER = datetime.max.replace(tzinfo=UTC)


def mending(entity: Entity | None, derived: Derived) -> tuple[Action, ...]:
    """The open actions that name an item or part; of a requirement also those of what decides it."""
    if isinstance(entity, Part) and entity.kind == "requirement":
        judged = derived.requirements[entity.id]
        return of_requirement(entity, judged.objective, judged.proofs, derived.grounds)
    return open_about([] if entity is None else [entity], derived.grounds)


def of_requirement(
    requirement: Part, objective: Part, proofs: Iterable[Proof], grounds: Grounds
) -> tuple[Action, ...]:
    """The open actions about a requirement: of its records and itself, else of its controls."""
    near: list[Entity] = [requirement, objective]
    near += [one.deciding.source for one in proofs if one.deciding is not None]
    return open_about(near, grounds) or open_about(
        list(grounds.repository.naming(objective, Control, "achieves")), grounds
    )


def open_about(sources: Iterable[Entity], grounds: Grounds) -> tuple[Action, ...]:
    """The actions that are not done and came from any of these."""
    clock = grounds.clock
    found = {
        action.id: action
        for source in sources
        for action in grounds.repository.naming(source, Action, "source")
        if action.done is None or clock.begin(action.done) > clock.as_of
    }
    return tuple(sorted(found.values(), key=lambda one: (due(one, clock) or _NEVER, one.id)))


def due(action: Action, clock: Clock) -> datetime | None:
    """The last instant for an action; ``None`` where it is due by a milestone that is not there."""
    try:
        return clock.end(action.due)
    except NoSuchMilestone:
        return None
