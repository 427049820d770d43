"""Proof: whether a requirement is met for one subject, and which statements decide it.

The definitions are those of design §6. A failure stands until a strictly later pass for the same
requirement and subject; at equal instants the failure is later. Proved is what has a valid pass
after the last failure. What an automated check refutes is failed where no record proves it; where
one does, the check and the record contradict each other, which a rule finds: were the check to
outweigh the record, the score would rise when the check is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hegui.derive.answers import Value
from hegui.derive.automated import Outcomes, automated
from hegui.derive.grounds import Grounds
from hegui.derive.records import recorded
from hegui.derive.showing import Showing
from hegui.derive.subjects import about
from hegui.model.item import Item, Part


class Found(StrEnum):
    """Whether something is proved."""

    PROVED = "proved"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """What decides a proof."""

    VALID = "valid"
    FADING = "fading"
    """Proved, but past its validity and in its grace."""
    FAILURE = "failure"
    REFUTED = "refuted"
    """An automated check says no, and no record proves it."""
    STALE = "stale"
    VOID = "void"
    """There are passes, and none of them counts."""
    NOTHING = "nothing"
    UNREAD = "unread"
    """A record was not understood: it may be the failure."""
    SUBJECTS = "subjects"
    """What the subjects are cannot be said, because some were not understood."""


class Proof(NamedTuple):
    """What is known of a requirement and a subject; ``subject`` is ``None`` where none is asked.

    ``deciding`` is the statement that decides: the best valid pass, the last failure, or the last
    pass that has run out. ``uncertain`` says that the requirement may not be about the subject.
    """

    requirement: Part
    subject: Item | None
    found: Found
    why: Why
    deciding: Showing | None
    showings: tuple[Showing, ...] = ()
    uncertain: bool = False

    @property
    def refuted(self) -> Showing | None:
        """The automated check that says no."""
        return next((one for one in self.showings if not one.passed and one.position is None), None)

    def valid(self, instant: datetime) -> tuple[Showing, ...]:
        """The passes after the last failure that hold at an instant."""
        return tuple(one for one in passes(self.showings) if one.valid(instant))

    def until(self) -> datetime | None:
        """When the last of its valid passes loses its validity; ``None`` for never."""
        return _latest(one.until for one in passes(self.showings))

    def gone(self) -> datetime | None:
        """When the last of them loses its grace as well."""
        return _latest(one.gone for one in passes(self.showings))


def _latest(ends: Iterable[datetime | None]) -> datetime | None:
    known = list(ends)
    return None if not known or None in known else max(end for end in known if end is not None)


def passes(showings: Sequence[Showing]) -> tuple[Showing, ...]:
    """The passes that count and are strictly later than the last recorded failure."""
    failure = last_failure(showings)
    return tuple(
        one
        for one in showings
        if one.passed and one.void is None and (failure is None or one.at > failure.at)
    )


def last_failure(showings: Sequence[Showing]) -> Showing | None:
    """The last failure on record; what an automated check refutes is none."""
    failures = [one for one in showings if not one.passed and one.position is not None]
    return max(failures, key=lambda one: (one.at, one.source.id), default=None)


def proved_at(showings: Sequence[Showing], instant: datetime) -> bool:
    """Whether something was proved at an instant of the past, by what was shown until then."""
    then = [one for one in showings if one.at <= instant]
    return any(one.valid(instant) for one in passes(then))


def standing_failures(showings: Sequence[Showing]) -> tuple[Showing, ...]:
    """The failures on record that no strictly later pass has made good."""
    good = [one.at for one in showings if one.passed and one.void is None]
    return tuple(
        one
        for one in showings
        if not one.passed and one.position is not None and all(at <= one.at for at in good)
    )


def proofs(requirement: Part, outcomes: Outcomes, grounds: Grounds) -> tuple[Proof, ...]:
    """The proof of a requirement, or one for each of its subjects.

    None where it asks for subjects and there are none.
    """
    said = [*recorded(requirement, grounds), *automated(requirement, outcomes, grounds)]
    said.sort(key=lambda one: (one.at, one.passed, one.source.id, one.position or 0))
    kind = requirement.record.for_each
    if kind is None:
        return (_proof(requirement, None, said, grounds),)
    found = []
    by_subject = _by_subject(said, grounds.repository.items.get(kind, {}))
    for item, certain in about(requirement, grounds.repository):
        own = by_subject.get(item.id, ())
        one = _proof(requirement, item, _merged(own, by_subject.get(None, ())), grounds)
        found.append(one._replace(uncertain=certain is Value.UNCERTAIN))
    if any(one.kind in (kind, None) for one in grounds.repository.undecoded):
        found.append(Proof(requirement, None, Found.UNKNOWN, Why.SUBJECTS, None))
    return tuple(found)


def _by_subject(
    said: Sequence[Showing], there: Mapping[str, Item]
) -> Mapping[str | None, list[Showing]]:
    """By the id of the subject; under ``None`` what names none of those that are there.

    A failure among these speaks against every subject: nobody can say which of them it is about.
    """
    groups: dict[str | None, list[Showing]] = {}
    for one in said:
        named = there.get(one.subject.id) if one.subject is not None else None
        known = named is not None and named.kind == one.subject.kind  # type: ignore[union-attr]
        groups.setdefault(named.id if known and named else None, []).append(one)
    return groups


def _merged(own: Sequence[Showing], against_all: Sequence[Showing]) -> list[Showing]:
    failures = [one for one in against_all if not one.passed]
    return sorted([*own, *failures], key=lambda one: (one.at, one.passed, one.source.id))


def _proof(
    requirement: Part, subject: Item | None, showings: Sequence[Showing], grounds: Grounds
) -> Proof:
    found, why, deciding = _decide(showings, grounds)
    return Proof(requirement, subject, found, why, deciding, tuple(showings))


def _decide(showings: Sequence[Showing], grounds: Grounds) -> tuple[Found, Why, Showing | None]:
    now = grounds.clock.as_of
    failure, counting = last_failure(showings), passes(showings)
    if failure is not None and not counting:
        return Found.FAILED, Why.FAILURE, failure
    if unread(grounds):
        return Found.UNKNOWN, Why.UNREAD, None
    if valid := [one for one in counting if one.valid(now)]:
        best = max(valid, key=lambda one: (one.freshness(now), one.level, one.at, one.source.id))
        return Found.PROVED, Why.VALID if best.freshness(now) == 1 else Why.FADING, best
    refuted = [one for one in showings if not one.passed and one.position is None]
    if refuted:
        return Found.FAILED, Why.REFUTED, refuted[-1]
    if counting:
        return Found.UNKNOWN, Why.STALE, counting[-1]
    void = [one for one in showings if one.void is not None]
    return (Found.UNKNOWN, Why.VOID, void[-1]) if void else (Found.UNKNOWN, Why.NOTHING, None)


def undecided(proof: Proof) -> Proof:
    """A proof of what may not apply: it earns nothing while that cannot be said."""
    if proof.found is not Found.PROVED:
        return proof
    return proof._replace(found=Found.UNKNOWN, why=Why.UNREAD, deciding=None)


def unread(grounds: Grounds) -> bool:
    """Whether a document that may be a failing record or an exclusion was not understood."""
    kinds = {one.kind for one in grounds.repository.undecoded}
    return not kinds.isdisjoint((None, "evidence", "exclusion"))


def credit(proof: Proof, caps: Mapping[int, Fraction], instant: datetime) -> Fraction:
    """The greatest cap of its level × freshness among the valid passes after the last failure.

    ``caps`` by level. Nothing is earned where the proof does not hold.
    """
    if proof.found is not Found.PROVED:
        return Fraction(0)
    return max(
        (caps[one.level] * one.freshness(instant) for one in proof.valid(instant)),
        default=Fraction(0),
    )


def worst(found: Iterable[Found]) -> Found:
    """What holds for all: failed if one is failed, else unknown if one is unknown."""
    every = set(found)
    for one in (Found.FAILED, Found.UNKNOWN):
        if one in every:
            return one
    return Found.PROVED
