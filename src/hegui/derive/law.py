"""Law in time: which clause is in force at an instant, and whether it applies here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from hegui.derive.answers import Answer, Value
from hegui.model.item import Entity, Part
from hegui.model.reference import Ref
from hegui.model.regulation import Obligation, Regulation
from hegui.model.repository import Repository
from hegui.source.bilingual import Text, both

NO_MARK = both("", "")
MARKS = {
    "secondary": both("〔据二手资料，未核原文〕", "[secondary source, not verified]"),
    "memory": both("〔凭记忆，未核实〕", "[from memory, not verified]"),
}
"""What a clause bears that was not read in the primary text, by how far it was verified."""


def regulation_of(entity: Entity) -> Regulation | None:
    """The regulation that an entity is, or is a clause of."""
    return entity.holder if isinstance(entity.holder, Regulation) else None


def begins(entity: Entity) -> date | None:
    """The day from which a clause or regulation is in force; ``None`` when none is known."""
    regulation = regulation_of(entity)
    if regulation is None:
        return None
    own = entity.record.effective if isinstance(entity, Part) else None
    return own or regulation.effective


def ends(entity: Entity) -> date | None:
    """The last day on which a clause or regulation is in force; ``None`` when it has no end."""
    regulation = regulation_of(entity)
    if regulation is None:
        return None
    own = entity.record.ends if isinstance(entity, Part) else None
    return own or regulation.ends


def successor_of(entity: Entity) -> str | None:
    """The id of what took the place of a clause or regulation; ``None`` when nothing did."""
    regulation = regulation_of(entity)
    if regulation is None:
        return None
    own: Ref | None = entity.record.successor if isinstance(entity, Part) else None
    successor = own or regulation.successor
    return None if successor is None else successor.id


def in_force(entity: Entity, day: date) -> bool:
    """Whether a clause or regulation is law on ``day``."""
    start, end = begins(entity), ends(entity)
    return (start is None or start <= day) and (end is None or day <= end)


def confidence(entity: Entity) -> str:
    """How far a clause was verified: ``primary``, ``secondary`` or ``memory``."""
    return _stated(entity) or "memory"


def _stated(entity: Entity) -> str | None:
    regulation = regulation_of(entity)
    if regulation is None:
        return None
    own: str | None = entity.record.confidence if isinstance(entity, Part) else None
    return own or regulation.confidence


def mark(entity: Entity) -> Text:
    """What a clause bears wherever it is shown while it says that it was not read in the original."""
    return MARKS.get(_stated(entity) or "", NO_MARK)


def cited(entity: Entity) -> Text:
    """The name of a clause with its mark, as messages cite it."""
    own = mark(entity)
    return both(f"{entity.id}{own.get('zh')}", f"{entity.id} {own.get('en')}".rstrip())


def unverified(objective: Part, repository: Repository) -> bool:
    """Whether an objective rests only on clauses that nobody read in the primary text.

    What rests only on such law makes a gate conditional and never says no (design §8).
    """
    clauses = [repository.find(ref) for ref in objective.record.satisfies]
    known = [clause for clause in clauses if clause is not None]
    return bool(known) and all(confidence(clause) != "primary" for clause in known)


class Standing(NamedTuple):
    """Whether something applies, and the facts that decide it."""

    value: Value
    deciding: tuple[Answer, ...] = ()


def standing(facts: Sequence[Ref], answers: Mapping[str, Answer]) -> Standing:
    """Whether all of ``facts`` hold. One no is a no; else one that is uncertain leaves it so.

    A fact that is not there is uncertain: that was reported where it is named.
    """
    known = [answers[ref.id] for ref in facts if ref.id in answers]
    complete = len(known) == len(facts)
    for value in (Value.NO, Value.UNCERTAIN):
        deciding = tuple(answer for answer in known if answer.value is value)
        if deciding:
            return Standing(value, deciding)
    return Standing(Value.YES if complete else Value.UNCERTAIN, tuple(known))


def facts_of(entity: Entity) -> tuple[Ref, ...]:
    """The facts on which a clause rests: those of its regulation, then its own."""
    regulation = regulation_of(entity)
    if regulation is None:
        return ()
    own: tuple[Ref, ...] = ()
    if isinstance(entity, Part) and isinstance(entity.record, Obligation):
        own = entity.record.applies_when
    return (*regulation.applies_when, *own)
