"""Facts of records against their types: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from hegui.derive.declared import declared, seen
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


def verdict(evidence: Evidence, requirement: Part, context: Context) -> bool:
    """Whether the facts of a record pass the test of a requirement.

    Raises `Undecided` where they do not decide it, and `BadFacts` where the type is no good.
    """
    from hegui.expr.cel import holds
    from hegui.expr.plain import of_facts

    type_ = context.repository.get(requirement.record.evidence, EvidenceType)
    shape = seen(type_, context.repository)
    return holds(requirement.record.test, {"facts": of_facts(evidence.facts or {}, shape)})
