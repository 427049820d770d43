"""Facts of records against their types: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegui.derive.declared import declared, seen
from hegui.expr.cel import Undecided, check, holds
from hegui.expr.plain import of_facts
from hegui.expr.shape import BadFacts, Fields
from hegui.loading.facts import BadFact, bad_facts
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
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


def all_proved(evidence: Evidence, context: Context) -> None:
    """Raise `Unassessable` where a record names a requirement that is not there."""
    for one in evidence.proves:
        if context.repository.find(one.requirement) is None:
            raise Unassessable(str(one.requirement))


def faulty(evidence: Evidence, context: Context) -> list[BadFact]:
    """The facts of a record that its own type does not allow.

    Raises `Unassessable` where the type is not there, or is no good itself.
    """
    if evidence.type is None or evidence.facts is None:
        return []
    facts, type_ = evidence.facts, context.repository.get(evidence.type, EvidenceType)
    readable(type_, context)
    return context.once(
        ("faulty", evidence.id), lambda: bad_facts(declared(type_, context.repository), facts)
    )


def readable(type_: EvidenceType, context: Context) -> Fields:
    """What a test sees of a type's facts; `Unassessable` where it cannot read them.

    That is what evidence/unusable-type finds.
    """

    def make() -> Fields | None:
        try:
            return seen(type_, context.repository)
        except BadFacts:
            return None

    found = context.once(("facts", type_.id), make)
    if found is None:
        raise Unassessable(type_.id)
    return found


class Tested(NamedTuple):
    """What the test of a requirement makes of the facts of a record.

    ``passes`` is ``None`` where it gives no answer: ``absent`` is the fact that is missing,
    else ``reason`` says why.
    """

    requirement: Part
    passes: bool | None
    absent: str | None = None
    reason: str = ""


def tested(evidence: Evidence, context: Context) -> list[Tested]:
    """The verdicts on a record by the tests of the requirements that it names.

    A record of another type than asked for is not held against the test.
    """
    return context.once(
        ("tested", evidence.id),
        lambda: [
            _tested(evidence, requirement, context)
            for _, requirement, _ in proved(evidence, context)
            if requirement.record.test is not None
            and evidence.type in (None, requirement.record.evidence)
        ],
    )


def _tested(evidence: Evidence, requirement: Part, context: Context) -> Tested:
    record = requirement.record
    shape = readable(context.repository.get(record.evidence, EvidenceType), context)
    try:
        passes = holds(record.test, {"facts": of_facts(evidence.facts or {}, shape)})
    except Undecided as undecided:
        if check(record.test, {"facts": shape}):
            raise Unassessable(requirement.id) from None  # as expression/invalid says
        return Tested(requirement, None, undecided.absent, str(undecided))
    return Tested(requirement, passes)
