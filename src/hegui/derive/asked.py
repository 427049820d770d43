"""What is asked: whether a requirement applies, from when it is due, and whether it is excluded.

None of this depends on evidence or checks (design §6).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from hegui.derive.answers import Source, Value
from hegui.derive.grounds import Grounds
from hegui.derive.law import Standing, standing
from hegui.model.exclusion import Exclusion
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Repository
from hegui.model.transfer import Milestone


class Asked(NamedTuple):
    """A requirement as it is asked of this organisation at the instant of judgement.

    ``due_at`` is the first instant from which it must be proved, ``None`` for always; ``by`` the
    milestone that says so. ``exclusion`` is an approved one in force.
    """

    requirement: Part
    objective: Part
    scope: Standing
    due_at: datetime | None
    by: Part | None
    exclusion: Exclusion | None

    @property
    def applies(self) -> bool:
        """Whether it applies; what is uncertain counts as applies."""
        return self.scope.value is not Value.NO

    @property
    def unread(self) -> bool:
        """Whether nobody can say if it applies, because a document was not understood."""
        return self.scope.value is Value.UNCERTAIN and any(
            answer.unread for answer in self.scope.deciding
        )

    @property
    def only_stated(self) -> bool:
        """Whether it does not apply by nothing but what the settings state."""
        return not self.applies and all(
            answer.source is Source.STATED for answer in self.scope.deciding
        )

    def due(self, instant: datetime) -> bool:
        """Whether it must be proved by then."""
        return self.due_at is None or self.due_at <= instant


def asked(requirement: Part, objective: Part, grounds: Grounds) -> Asked:
    """How a requirement of an objective is asked."""
    facts = (*objective.record.applies_when, *requirement.record.applies_when)
    scope = standing(facts, grounds.answers) if facts else Standing(Value.YES)
    due_at, by = first_due(requirement.record.due or objective.record.due, grounds)
    return Asked(requirement, objective, scope, due_at, by, exclusion_of(objective, grounds))


def first_due(milestones: Iterable[Ref], grounds: Grounds) -> tuple[datetime | None, Part | None]:
    """The first of the milestones by which something is due.

    Where none is named, or no transfer has any of those named, it is due at all times.
    """
    found = [
        (grounds.clock.begin(part.record.on), part.id, part)
        for ref in milestones
        for part in milestones_named(ref, grounds.repository)
    ]
    if not found:
        return None, None
    at, _, part = min(found, key=lambda one: one[:2])
    return at, part


def milestones_named(ref: Ref, repository: Repository) -> list[Part]:
    """The milestones of a name: one, or one of each transfer where the name is a short one."""
    every = repository.parts.get("milestone", {})
    names = repository.short.get(("milestone", ref.id), (ref.id,))
    found = [every[name] for name in names if name in every]
    assert all(isinstance(part.record, Milestone) for part in found)
    return found


def exclusion_of(objective: Part, grounds: Grounds) -> Exclusion | None:
    """The approved exclusion in force that names an objective; the first by id."""
    found = [
        exclusion
        for exclusion in grounds.repository.naming(objective, Exclusion, "objectives")
        if exclusion.approved_by is not None
        and grounds.clock.within(exclusion.granted, exclusion.expires)
    ]
    return min(found, key=lambda one: one.id, default=None)
