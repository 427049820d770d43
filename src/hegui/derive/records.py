"""Showings from records: when a pass counts, at which level, and for how long.

By the definitions of design §6: a pass counts while its control is active and achieves the
objective; a failure counts whatever became of its control or check. Why a pass does not count is
kept, because an auditor asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.derive.artefacts import held
from hegui.derive.grounds import Grounds
from hegui.derive.showing import Level, Showing, Void
from hegui.derive.tested import faulty, tested
from hegui.derive.witness import independent
from hegui.model.appetite import Appetite
from hegui.model.catalogue import Catalogue
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.duration import Duration
from hegui.model.evidence import Evidence
from hegui.model.item import Part
from hegui.model.moment import NoSuchMilestone
from hegui.model.reference import Ref
from hegui.model.repository import Repository, Unassessable
from hegui.model.table import columns_of

_LIMITS = ("limits", "credit", "grace", "floor", "rank")
"""What an appetite file allows; its scales say only how harm is counted."""


def recorded(requirement: Part, grounds: Grounds) -> Iterator[Showing]:
    """What all records known at the instant of judgement say of a requirement."""
    for link in grounds.repository.incoming(requirement):
        record = link.source
        if isinstance(record, Evidence) and link.field == "proves.requirement":
            position = link.path[1]
            assert isinstance(position, int)
            if known(record, grounds):
                yield _of_record(record, position, requirement, grounds)


def failing(record: Evidence, grounds: Grounds) -> bool:
    """Whether a record speaks against any requirement that it names."""
    if record.result == "fail":
        return True
    found = map(grounds.repository.find, (one.requirement for one in record.proves))
    return any(isinstance(part, Part) and _refuted(record, part, grounds) for part in found)


def known(record: Evidence, grounds: Grounds) -> bool:
    """Whether a record was made and entered by the instant of judgement."""
    clock = grounds.clock
    recorded = record.recorded_at or record.performed_at
    return max(clock.begin(record.performed_at), clock.begin(recorded)) <= clock.as_of


def _of_record(record: Evidence, position: int, requirement: Part, grounds: Grounds) -> Showing:
    clock = grounds.clock
    one = record.proves[position]
    at = clock.begin(record.performed_at).astimezone(clock.zone)
    refuted = _refuted(record, requirement, grounds)
    if record.result == "fail" or refuted:
        return Showing(record, position, one.subject, at, passed=False)
    control = grounds.repository.find(one.control) if one.control is not None else None
    until, gone = _validity(at, record.valid_for, requirement, grounds)
    return Showing(
        record,
        position,
        one.subject,
        at,
        passed=True,
        level=level(record, grounds),
        until=until,
        gone=gone,
        void=_void(record, one.subject, control, requirement, grounds),
        control=control if isinstance(control, Control) else None,
    )


def _refuted(record: Evidence, requirement: Part, grounds: Grounds) -> bool:
    """Whether the facts of a record say that the requirement is not met, whatever its result."""
    return _verdict(record, requirement, grounds) is False


def _verdict(record: Evidence, requirement: Part, grounds: Grounds) -> bool | None:
    """What the test of a requirement makes of a record's facts; ``None`` where it cannot tell."""
    if requirement.record.test is None:
        return True
    try:
        if faulty(record, grounds):
            return None
        for found in tested(record, grounds):
            if found.requirement is requirement:
                return found.passes
    except Unassessable:
        pass
    return None


def _void(
    record: Evidence,
    subject: Ref | None,
    control: object,
    requirement: Part,
    grounds: Grounds,
) -> Void | None:
    """Why a pass does not count, the first reason that is found."""
    if (void := stands(control, requirement, grounds)) is not None:
        return void
    if (subject.kind if subject else None) != requirement.record.for_each:
        return Void.WRONG_SUBJECT
    if record.type is not None and record.type != requirement.record.evidence:
        return Void.WRONG_TYPE
    if _verdict(record, requirement, grounds) is None:
        return Void.NO_FACTS
    if counted_twice(record, requirement, grounds):
        return Void.COUNTED_TWICE
    artefact = held(record)
    if artefact is not None and digest(artefact.path, grounds) != artefact.sha256:
        return Void.ARTEFACT
    return None


def stands(control: object, requirement: Part, grounds: Grounds) -> Void | None:
    """Why what a control shows does not count for a requirement; ``None`` where it does."""
    if not isinstance(control, Control) or ambiguous(control, grounds):
        return Void.NO_CONTROL
    if requirement.id.rpartition(":")[0] not in {ref.id for ref in control.achieves}:
        return Void.OTHER_CONTROL
    return None if operating(control, grounds) else Void.NOT_ACTIVE


def operating(control: Control, grounds: Grounds) -> bool:
    """Whether a control is not retired, has begun and has not ended."""
    try:
        return control.active and grounds.clock.within(control.from_, control.until)
    except NoSuchMilestone:
        return False


def ambiguous(item: Control | Check, grounds: Grounds) -> bool:
    """Whether another document claims to be the same item: nobody can say which is right."""
    return any(
        other.kind == item.kind and other.id == item.id for other in grounds.repository.undecoded
    )


def counted_twice(record: Evidence, requirement: Part, grounds: Grounds) -> bool:
    """Whether a record also serves an objective that needs proof of its own beside this one."""
    own = requirement.id.rpartition(":")[0]
    others = {one.requirement.id.rpartition(":")[0] for one in record.proves} - {own}
    return any(
        own in apart and not others.isdisjoint(apart)
        for catalogue in grounds.repository.all(Catalogue)
        for split in catalogue.splits
        if (apart := {ref.id for ref in split.once})
    )


def level(record: Evidence, grounds: Grounds) -> Level:
    """The level of a record, by design §6."""
    try:
        if record.witnessed_by is not None and independent(record, grounds.repository):
            return Level.WITNESSED
    except Unassessable:
        pass
    return Level.ASSERTED if record.artefact is None else Level.DOCUMENTED


def digest(path: str, grounds: Grounds) -> str | None:
    """The digest of a file as it is now, computed once in a run."""
    return grounds.once(("digest", path), lambda: grounds.tree.digest(path))


def _validity(
    at: datetime, valid_for: Duration | None, requirement: Part, grounds: Grounds
) -> tuple[datetime | None, datetime | None]:
    """The last instant of validity, the shorter of the record's own and the cadence; then grace."""
    terms = [term for term in (valid_for, requirement.record.every) if term is not None]
    if not terms:
        return None, None
    until = min(grounds.workdays.due(at, term) for term in terms)
    grace = appetite_of(grounds)
    if grace is None or grace.grace is None:
        return until, until
    return until, grounds.workdays.due(until, grace.grace)


def appetite_of(grounds: Grounds) -> Appetite | None:
    """The appetite file, its limits those of the base where one is named.

    ``None`` where there is not exactly one that was understood.
    """
    return grounds.once("appetite", lambda: _appetite(grounds))


def _appetite(grounds: Grounds) -> Appetite | None:
    own = _only(grounds.repository)
    if own is None or grounds.base is None or not _any(grounds.base):
        return own
    base = _only(grounds.base)
    if base is None:
        return None
    fields = {
        one.attribute: getattr(base if one.name in _LIMITS else own, one.attribute)
        for one in columns_of(Appetite)
    }
    return Appetite(**fields, document=own.document)


def _only(repository: Repository) -> Appetite | None:
    every = repository.all(Appetite)
    unread = any(one.kind == "appetite" for one in repository.undecoded)
    return every[0] if len(every) == 1 and not unread else None


def _any(repository: Repository) -> bool:
    return bool(repository.all(Appetite)) or any(
        one.kind in (None, "appetite") for one in repository.undecoded
    )
