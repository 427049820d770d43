"""Facts of records against their types: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from hegui.derive.declared import declared, seen
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_facts
from hegui.expr.shape import BadFacts, Fields
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.rules.context import Context


class Proved(NamedTuple):
    """A requirement that a record names: its position in ``proves``, and the requirement."""

    position: int
    requirement: Part
    subject: Ref | None


def proved(evidence: Evidence, context: Context) -> Iterator[Proved]:
    """The requirements that a record names, as far as they are there."""
    for position, one in enumerate(evidence.proves):
        found = context.repository.find(one.requirement)
        if isinstance(found, Part):
            yield Proved(position, found, one.subject)


def type_of(evidence: Evidence, context: Context) -> EvidenceType | None:
    """The type of a record; ``None`` where it names none."""
    return None if evidence.type is None else context.repository.get(evidence.type, EvidenceType)


def declared_facts(type_: EvidenceType, context: Context) -> Mapping[str, Any]:
    """The facts that records of a type may state."""
    return declared(type_, context.repository)


def shape_of(type_: EvidenceType, context: Context) -> Fields | None:
    """What a test sees of the facts of a type; ``None`` where they are declared wrongly."""

    def make() -> Fields | None:
        try:
            return seen(type_, context.repository)
        except BadFacts:
            return None  # evidence/unusable-type says so where they are declared

    return context.once(("facts", type_.id), make)


def verdict(evidence: Evidence, requirement: Part, context: Context) -> bool:
    """Whether the facts of a record pass the test of a requirement.

    Raises `Undecided` where they do not decide it, and where the type cannot be used.
    """
    found = context.once(
        ("verdict", evidence.id, requirement.id), lambda: _verdict(evidence, requirement, context)
    )
    if isinstance(found, Undecided):
        raise found
    return found


def _verdict(evidence: Evidence, requirement: Part, context: Context) -> bool | Undecided:
    type_ = context.repository.get(requirement.record.evidence, EvidenceType)
    shape = shape_of(type_, context)
    if shape is None:
        return Undecided(type_.id)
    try:
        return holds(requirement.record.test, {"facts": of_facts(evidence.facts or {}, shape)})
    except Undecided as reason:
        return reason
