"""Gates: whether a milestone may be passed, what is missing, who owes it and by when.

Unknown is no. What an approved waiver or exclusion accepts, and what rests only on law that nobody
read in the original, makes the answer conditional (design §8). A requirement is held against a
gate when it is due by the milestone, and its proof must still hold on that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.approval import excludes
from hegui.derive.coverage import mandatory
from hegui.derive.derived import Derived
from hegui.derive.law import unverified
from hegui.derive.mending import of_requirement, open_about
from hegui.derive.proof import Found, Proof, Why
from hegui.derive.score import Judged, State
from hegui.findings.finding import Finding
from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.department import Department
from hegui.model.item import Entity, Part
from hegui.model.reference import Ref
from hegui.model.transfer import Condition, Milestone
from hegui.model.waiver import Waiver
from hegui.source.bilingual import both
from hegui.source.place import Place


class Decision(StrEnum):
    """The answer of a gate."""

    GO = "go"
    CONDITIONS = "go-with-conditions"
    NO = "no-go"


DECISIONS = {
    Decision.GO: both("可以放行", "go"),
    Decision.CONDITIONS: both("附条件放行", "go with conditions"),
    Decision.NO: both("不得放行", "no-go"),
}


class Lack(StrEnum):
    """Why something that a gate asks for does not simply hold."""

    FAILED = "failed"
    REFUTED = "refuted"
    UNKNOWN = "unknown"
    LAPSES = "lapses"
    """Proved now, and no longer on the day of the milestone."""
    NOTHING_ASKED = "nothing-asked"
    """An objective without requirements, an area without objectives: nothing can show it."""
    NOT_THERE = "not-there"
    """What the gate names was not found, or not understood."""
    FINDING = "finding"
    EXCLUDED = "excluded"


LACKS = {
    Lack.FAILED: both("未达到", "failed"),
    Lack.REFUTED: both("自动检查不符", "refuted by a check"),
    Lack.UNKNOWN: both("没有有效证据", "unknown"),
    Lack.LAPSES: both("到时证据已过期", "lapses before"),
    Lack.NOTHING_ASKED: both("没有证明要求，无从判断", "nothing is asked"),
    Lack.NOT_THERE: both("条件所指不存在或未能读懂", "not there"),
    Lack.FINDING: both("发现未消除", "open finding"),
    Lack.EXCLUDED: both("已批准排除", "excluded with approval"),
}


class Accepted(StrEnum):
    """By what a lack becomes a condition."""

    WAIVER = "waiver"
    EXCLUSION = "exclusion"
    UNVERIFIED = "unverified-law"


class Point(NamedTuple):
    """One thing that a gate asks for and that does not simply hold.

    ``entity`` is the requirement, objective or area, ``finding`` the finding, whichever it is.
    ``accepted`` says by what it is a condition only; ``None`` where it stands in the way.
    ``owner`` owes it; ``actions`` are the open ones about it, the soonest first.
    """

    lack: Lack
    condition: int
    """The position in the gate of what asks for it; -1 where the gate as a whole cannot decide."""
    place: Place
    entity: Entity | None = None
    proofs: tuple[Proof, ...] = ()
    finding: Finding | None = None
    owner: Department | None = None
    actions: tuple[Action, ...] = ()
    accepted: Accepted | None = None
    accepted_by: Entity | None = None


class Gate(NamedTuple):
    """The answer for a milestone at the instant of judgement.

    ``held`` counts the requirements that simply hold, ``asked`` all that were held against it.
    """

    milestone: Part
    on: datetime
    decision: Decision
    points: tuple[Point, ...]
    held: int
    asked: int

    @property
    def missing(self) -> tuple[Point, ...]:
        """What stands in the way."""
        return tuple(point for point in self.points if point.accepted is None)

    @property
    def conditions(self) -> tuple[Point, ...]:
        """What was accepted, and stays open."""
        return tuple(point for point in self.points if point.accepted is not None)


def decide(milestone: Part, derived: Derived, findings: Sequence[Finding]) -> Gate:
    """The answer of the gate of a milestone, with the findings after waivers."""
    assert isinstance(milestone.record, Milestone)
    judge = _Judge(milestone, derived, findings)
    points: list[Point] = []
    if derived.grounds.repository.undecoded:
        points.append(Point(Lack.NOT_THERE, -1, derived.grounds.repository.undecoded[0].place))
    for position, condition in enumerate(milestone.record.gate):
        points += judge.points(position, condition)
    points = _once(points)
    missing = any(point.accepted is None for point in points)
    decision = Decision.NO if missing else Decision.CONDITIONS if points else Decision.GO
    lacking = {point.entity.id for point in points if point.entity and point.finding is None}
    held = len(judge.held - lacking)
    return Gate(milestone, judge.on, decision, tuple(points), held, len(judge.held))


def _once(points: Iterable[Point]) -> list[Point]:
    """Each thing once, though two conditions ask for it."""
    found: dict[object, Point] = {}
    for point in points:
        name = point.finding.fingerprint if point.finding else point.place
        found.setdefault((point.lack, name), point)
    return list(found.values())


class _Judge:
    """Holds the conditions of one gate against what is derived."""

    def __init__(self, milestone: Part, derived: Derived, findings: Sequence[Finding]) -> None:
        self.milestone, self.derived, self.findings = milestone, derived, findings
        self.clock, self.repository = derived.grounds.clock, derived.grounds.repository
        self.on = self.clock.begin(milestone.record.on)
        self.held: set[str] = set()
        """The requirements that were held against the gate."""

    def points(self, position: int, condition: Condition) -> Iterator[Point]:
        """What one condition asks for and does not find."""
        if condition.severity is not None:
            yield from self._severity(position, Severity.of(condition.severity))
        for ref in (condition.area, condition.objective):
            if ref is not None:
                yield from self._named(position, ref)
        if not (condition.area or condition.objective or condition.severity):
            yield self._nothing(Lack.NOTHING_ASKED, position, self.milestone)

    def _named(self, position: int, ref: Ref) -> Iterator[Point]:
        entity = self.repository.find(ref)
        if not isinstance(entity, Part):
            yield Point(Lack.NOT_THERE, position, self.milestone.place("gate", position))
            return
        objectives = [entity] if entity.kind == "objective" else self._of_area(entity)
        if not objectives:
            yield self._nothing(Lack.NOTHING_ASKED, position, entity)
        for objective in objectives:
            if not self.derived.by_objective[objective.id]:
                yield self._nothing(Lack.NOTHING_ASKED, position, objective)
            for judged in self.derived.by_objective[objective.id]:
                if judged.asked.due(max(self.on, self.clock.as_of)):
                    yield from self._requirement(position, judged)

    def _of_area(self, area: Part) -> list[Part]:
        return [
            objective
            for objective in self.repository.parts.get("objective", {}).values()
            if objective.holder is area.holder and objective.record.area == area.record.id
        ]

    def _requirement(self, position: int, judged: Judged) -> Iterator[Point]:
        if judged.state is State.NOT_APPLICABLE:
            return
        self.held.add(judged.requirement.id)
        lack, proofs = self._lack(judged)
        if lack is None:
            return
        accepted, by = self._accepted(judged, lack)
        yield Point(
            lack,
            position,
            judged.requirement.place(),
            judged.requirement,
            proofs,
            owner=self._owner(judged),
            actions=of_requirement(
                judged.requirement, judged.objective, proofs, self.derived.grounds
            ),
            accepted=accepted,
            accepted_by=by,
        )

    def _lack(self, judged: Judged) -> tuple[Lack | None, tuple[Proof, ...]]:
        """What is lacking of a requirement, and for which subjects."""
        if judged.asked.exclusion is not None:
            return Lack.EXCLUDED, ()
        for lack in (Lack.FAILED, Lack.REFUTED, Lack.UNKNOWN, Lack.LAPSES):
            if found := tuple(one for one in judged.proofs if self._is(lack, one)):
                return lack, found
        return None, ()

    def _is(self, lack: Lack, proof: Proof) -> bool:
        match lack:
            case Lack.FAILED:
                return proof.why is Why.FAILURE
            case Lack.REFUTED:
                return proof.refuted is not None
            case Lack.UNKNOWN:
                return proof.found is not Found.PROVED
            case _:
                return not proof.valid(max(self.on, self.clock.as_of))

    def _accepted(self, judged: Judged, lack: Lack) -> tuple[Accepted | None, Entity | None]:
        """By what a lack of a requirement is accepted; by nothing where it is unknown."""
        exclusion = judged.asked.exclusion
        if exclusion is not None and not mandatory(judged.objective, self.derived):
            by_right = excludes(exclusion, self.derived.grounds)
            return (Accepted.EXCLUSION, exclusion) if by_right else (None, None)
        if unverified(judged.objective, self.repository):
            return Accepted.UNVERIFIED, judged.objective
        if lack is not Lack.FAILED or mandatory(judged.objective, self.derived):
            return None, None  # nobody may waive what is unknown, nor mandatory law in force
        own = [
            finding
            for finding in self.findings
            if finding.rule == "requirement/failed"
            and finding.subject == judged.requirement.identity
        ]
        waivers = [self._waiver(finding) for finding in own]
        if own and all(waiver is not None for waiver in waivers):
            return Accepted.WAIVER, waivers[0]
        return None, None

    def _waiver(self, finding: Finding) -> Waiver | None:
        """The waiver that accepts a finding until the milestone at least."""
        if finding.waiver is None:
            return None
        waiver = self.repository.find(Ref("waiver", finding.waiver))
        if isinstance(waiver, Waiver) and self.clock.end(waiver.expires) >= self.on:
            return waiver
        return None

    def _severity(self, position: int, least: Severity) -> Iterator[Point]:
        for finding in self.findings:
            if finding.severity < least:
                continue
            waiver = self._waiver(finding)
            entity = self.repository.find(Ref(finding.subject.kind, finding.subject.id))
            yield Point(
                Lack.FINDING,
                position,
                finding.place,
                entity,
                finding=finding,
                owner=self.derived.owners.of(entity),
                actions=open_about([entity] if entity else [], self.derived.grounds),
                accepted=Accepted.WAIVER if waiver else None,
                accepted_by=waiver,
            )

    def _nothing(self, lack: Lack, position: int, entity: Entity) -> Point:
        return Point(lack, position, entity.place(), entity, owner=self.derived.owners.of(entity))

    def _owner(self, judged: Judged) -> Department | None:
        return self.derived.owners.of(judged.objective)
