"""Approval: whether a waiver holds, decided here and nowhere else.

The engine asks it before it lets a waiver accept anything, and the rules about waivers ask it what
to say. Ranks, powers and limits are those of the base where one is named. Whatever cannot be told
raises `Unassessable`, and a waiver of which nobody can tell does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.derive.owners import Owners
from hegui.derive.waivable import Claim, never
from hegui.findings.finding import Subject
from hegui.findings.severity import Severity
from hegui.model.department import Department
from hegui.model.exclusion import Exclusion
from hegui.model.item import Entity, Item
from hegui.model.moment import Clock, Moment
from hegui.model.person import Person
from hegui.model.reference import Ref
from hegui.model.repository import Repository, Unassessable
from hegui.model.role import Role
from hegui.model.waiver import Waiver

EXCLUSION_SEVERITY = Severity.MEDIUM
"""How grave it is to leave out an objective that no mandatory law demands."""
ADJOINING = timedelta(days=1)
"""A waiver that begins within a day of another's end goes on with it."""
_LATE = 3 / 4
"""An extension is a decision of its own when it falls into the last quarter of what it extends."""
_ANSWERING = ("department", "control", "person", "risk", "vendor")
"""Kinds that decide who answers for something."""


def names(waiver: Waiver, claim: Claim) -> bool:
    """Whether a waiver names what is claimed: by all that it says, and by enough to tell."""
    if names_nothing(waiver):
        return False
    return (
        waiver.fingerprint in (None, claim.fingerprint)
        and waiver.rule in (None, claim.rule)
        and waiver.subject in (None, str(claim.subject))
    )


def names_nothing(waiver: Waiver) -> bool:
    """Whether it neither gives a fingerprint nor both rule and subject."""
    return waiver.fingerprint is None and (waiver.rule is None or waiver.subject is None)


def holds(waiver: Waiver, claim: Claim, derived: Derived) -> bool:
    """Whether a waiver accepts what it names: in force, approved by right, and not for too long."""
    grounds = derived.grounds
    return (
        grounds.clock.within(waiver.granted, waiver.expires)
        and not doubled(waiver, grounds.repository)
        and names(waiver, claim)
        and never(claim, derived) is None
        and not own(waiver, claim.subject, derived)
        and empowered(waiver.approved_by, "waiver", claim.severity, waiver.granted, grounds)
        and grounds.clock.end(waiver.expires) <= latest(waiver, claim.severity, grounds)
    )


def doubled(item: Item, repository: Repository) -> bool:
    """Whether another document claims to be the same item: nobody can say which is right."""
    return any(one.kind == item.kind and one.id == item.id for one in repository.undecoded)


# Who may approve


class Own(NamedTuple):
    """Why an approver approves for himself: he asked for it, or his department answers for it."""

    requested: bool
    department: Department | None = None


def own(waiver: Waiver, subject: Subject | None, derived: Derived) -> Own | None:
    """Why an approver approves for himself; ``None`` where somebody else asked and answers.

    A person stands for his department, as a witness does: its head, deputy and members all
    answer for what it answers for, and none of them may approve that it is not done.
    """
    repository = derived.grounds.repository
    repository.get(waiver.requested_by, Person)
    repository.get(waiver.approved_by, Person)
    if waiver.requested_by.id == waiver.approved_by.id:
        return Own(requested=True)
    if subject is None:
        return None
    houses = {name for one in _both(derived.grounds) for name in _houses(waiver.approved_by, one)}
    for department in accountable(subject, derived.grounds):
        if department.id in houses:
            return Own(requested=False, department=department)
    return None


def accountable(subject: Subject, grounds: Grounds) -> list[Department]:
    """The departments that answer for a subject, here and at the base; of an objective all that do.

    Where nobody does now, or nobody can say who, all that do at any time. Raises `Unassessable`
    where somebody may answer for it who was not understood.
    """
    answering = [
        (entity, one)
        for one in _both(grounds)
        for entity in _answered_for(one.find(Ref(*subject)), one)
    ]
    found = [
        owner
        for entity, one in answering
        if (owner := Owners(one, grounds.clock).of(entity)) is not None
    ] or [department for entity, one in answering for department in _ever(entity, one)]
    if not found:
        grounds.repository.complete(*_ANSWERING)
        _all_named(grounds.repository.find(Ref(*subject)), grounds.repository)
    return found


def _answered_for(entity: Entity | None, repository: Repository) -> list[Entity]:
    """What somebody answers for: of an objective or requirement each control that achieves it."""
    if entity is None:
        return []
    if entity.kind not in ("objective", "requirement"):
        return [entity]
    objective = repository.find(Ref("objective", entity.id.partition(":")[0]))
    links = repository.incoming(objective) if objective is not None else ()
    return [link.source for link in links if link.field == "achieves"]


def _ever(entity: Entity, repository: Repository) -> Iterator[Department]:
    """The departments that are accountable for something in any period."""
    for period in getattr(entity, "raci", ()):
        department = repository.find(period.accountable)
        if isinstance(department, Department):
            yield department


def _all_named(entity: Entity | None, repository: Repository) -> None:
    """Raise `Unassessable` where something names what is not there: it may be who answers."""
    for one in (entity, *_answered_for(entity, repository)):
        if one is not None and (one.holder.kind, one.holder.id) in repository.dangling:
            raise Unassessable(str(one.identity))


def _both(grounds: Grounds) -> tuple[Repository, ...]:
    """Our own repository and the base: who answers in either may not approve for himself."""
    return (grounds.repository,) if grounds.base is None else (grounds.repository, grounds.base)


def _houses(person: Ref, repository: Repository) -> Iterator[str]:
    """The departments that a person belongs to, heads or stands in for."""
    found = repository.find(person)
    if isinstance(found, Person):
        yield found.department.id
    for department in repository.all(Department):
        if person in (department.head, department.deputy):
            yield department.id


def empowered(person: Ref, decision: str, severity: Severity, at: Moment, grounds: Grounds) -> bool:
    """Whether a person may take a decision of a severity: in office since it was taken, by a role.

    Who is not there counts for nothing, nor does a role that is not.
    """
    found = grounds.authority.find(person)
    if not isinstance(found, Person) or doubled(found, grounds.authority):
        return False
    return all(in_office(person, at, one, grounds) for one in _both(grounds)) and any(
        grants(role, decision, severity) for role in roles_of(found, grounds.authority)
    )


def excludes(exclusion: Exclusion, grounds: Grounds) -> bool:
    """Whether an exclusion of what no mandatory law demands was approved by somebody who may."""
    approver, at = exclusion.approved_by, exclusion.granted or grounds.clock.as_of
    return approver is not None and empowered(
        approver, "exclusion", EXCLUSION_SEVERITY, at, grounds
    )


def in_office(person: Ref, at: Moment, repository: Repository, grounds: Grounds) -> bool:
    """Whether a person was there when he decided and has not left since."""
    found, clock = repository.find(person), grounds.clock
    return (
        isinstance(found, Person)
        and clock.begin(found.joined) <= clock.end(at)
        and clock.as_of <= clock.end(found.left)
    )


def grants(role: Role, decision: str, severity: Severity) -> bool:
    """Whether a role has the power for a decision up to a severity."""
    return any(
        power.decision == decision and (power.up_to is None or severity <= Severity.of(power.up_to))
        for power in role.may_approve
    )


def roles_of(person: Person, repository: Repository) -> Iterator[Role]:
    """The roles that a person holds, as far as they are there."""
    for ref in person.roles:
        role = repository.find(ref)
        if isinstance(role, Role) and not doubled(role, repository):
            yield role


# For how long


def latest(waiver: Waiver, severity: Severity, grounds: Grounds) -> datetime:
    """The last instant until which a waiver may run, by the limit of its severity."""
    return _latest(grounds.clock.begin(waiver.granted), severity, grounds)


def _latest(start: datetime, severity: Severity, grounds: Grounds) -> datetime:
    term = grounds.authority.settings.longest(severity)
    return grounds.workdays.due(start.astimezone(grounds.clock.zone), term)


class Chain(NamedTuple):
    """One waiver after another of the same thing, up to one of them.

    ``since`` is when the first was granted, ``before`` the one that it goes on with, ``length`` how
    many there are; ``beyond`` says that the whole runs longer than one waiver may, ``late`` that
    this one was decided late enough to be a decision of its own.
    """

    since: datetime
    before: Waiver | None = None
    length: int = 1
    beyond: bool = False
    late: bool = True


def chain(waiver: Waiver, claim: Claim, grounds: Grounds) -> Chain:
    """The waivers that one goes on with: those of the same thing that overlap or adjoin it."""
    return grounds.once(("chains", claim), lambda: _chains(claim, grounds))[waiver.id]


def _chains(claim: Claim, grounds: Grounds) -> Mapping[str, Chain]:
    """The chain up to each waiver that names something, the earliest first."""
    clock = grounds.clock
    placed = [
        _Placed(clock.begin(one.granted), clock.end(one.expires), one)
        for one in grounds.repository.all(Waiver)
        if names(one, claim)
    ]
    found: dict[str, Chain] = {}
    earlier: list[_Placed] = []
    for one in sorted(placed, key=lambda one: (one.start, one.waiver.id)):
        found[one.waiver.id] = _linked(one, _before(one, earlier), found, claim, grounds)
        earlier.append(one)
    return found


class _Placed(NamedTuple):
    """A waiver with its first and last instant."""

    start: datetime
    end: datetime
    waiver: Waiver


def _linked(
    one: _Placed,
    before: _Placed | None,
    found: Mapping[str, Chain],
    claim: Claim,
    grounds: Grounds,
) -> Chain:
    """The chain up to a waiver, from that of the one before it."""
    if before is None:
        return Chain(one.start)
    past = found[before.waiver.id]
    return Chain(
        since=past.since,
        before=before.waiver,
        length=past.length + 1,
        beyond=one.end > _latest(past.since, claim.severity, grounds),
        late=one.start >= due_anew(before.waiver, grounds.clock),
    )


def due_anew(waiver: Waiver, clock: Clock) -> datetime:
    """The instant from which an extension of a waiver is a decision of its own."""
    start, end = clock.begin(waiver.granted), clock.end(waiver.expires)
    return start + (end - start) * _LATE


def _before(one: _Placed, earlier: Iterable[_Placed]) -> _Placed | None:
    """Of the earlier waivers that reach up to one and end before it, the one that ends last."""
    reaching = [
        other
        for other in earlier
        if other.start < one.start and one.start - other.end <= ADJOINING and other.end < one.end
    ]
    return max(reaching, key=lambda other: (other.end, other.waiver.id), default=None)
