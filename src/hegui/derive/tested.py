"""Facts of records held against their types and against the tests of requirements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hegui.derive.declared import declared, seen
from hegui.derive.grounds import Grounds
from hegui.expr.cel import Undecided, check, holds
from hegui.expr.plain import of_facts
from hegui.expr.shape import BadFacts, Fields
from hegui.loading.facts import BadFact, bad_facts
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable


class Proved(NamedTuple):
    """A requirement that a record names: its position in ``proves``, and the requirement."""

    position: int
    requirement: Part
    subject: Ref | None


def proved(evidence: Evidence, grounds: Grounds) -> Iterator[Proved]:
    """The requirements that a record names, as far as they are there."""
    for position, one in enumerate(evidence.proves):
        found = grounds.repository.find(one.requirement)
        if isinstance(found, Part):
            yield Proved(position, found, one.subject)


def all_proved(evidence: Evidence, grounds: Grounds) -> None:
    """Raise `Unassessable` where a record names a requirement that is not there."""
    for one in evidence.proves:
        if grounds.repository.find(one.requirement) is None:
            raise Unassessable(str(one.requirement))


def faulty(evidence: Evidence, grounds: Grounds) -> list[BadFact]:
    """The facts of a record that its own type does not allow.

    Raises `Unassessable` where the type is not there, or is no good itself.
    """
    if evidence.type is None or evidence.facts is None:
        return []
    facts, type_ = evidence.facts, grounds.repository.get(evidence.type, EvidenceType)
    readable(type_, grounds)
    return grounds.once(
        ("faulty", evidence.id), lambda: bad_facts(declared(type_, grounds.repository), facts)
    )


def readable(type_: EvidenceType, grounds: Grounds) -> Fields:
    """What a test sees of a type's facts; `Unassessable` where it cannot read them.

    That is what evidence/unusable-type finds.
    """

    def make() -> Fields | None:
        try:
            return seen(type_, grounds.repository)
        except BadFacts:
            return None

    found = grounds.once(("facts", type_.id), make)
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


def tested(evidence: Evidence, grounds: Grounds) -> list[Tested]:
    """The verdicts on a record by the tests of the requirements that it names.

    A record of another type than asked for is not held against the test.
    """
    return grounds.once(
        ("tested", evidence.id),
        lambda: [
            _tested(evidence, requirement, grounds)
            for _, requirement, _ in proved(evidence, grounds)
            if requirement.record.test is not None
            and evidence.type in (None, requirement.record.evidence)
        ],
    )


def _tested(evidence: Evidence, requirement: Part, grounds: Grounds) -> Tested:
    record = requirement.record
    shape = readable(grounds.repository.get(record.evidence, EvidenceType), grounds)
    try:
        passes = holds(record.test, {"facts": of_facts(evidence.facts or {}, shape)})
    except Undecided as undecided:
        if check(record.test, {"facts": shape}):
            raise Unassessable(requirement.id) from None  # as expression/invalid says
        return Tested(requirement, None, undecided.absent, str(undecided))
    return Tested(requirement, passes)
