"""Coverage: obligation → objective → control → check → evidence, link by link.

Only mandatory duties and prohibitions in force that bind this company are counted; what is left
out is counted by reason, so that nothing goes missing. An obligation is covered when objective,
control and proof of what is due are all there for every objective that serves it; partly when some
are; unknown when a control is there and nothing shows whether it works; not when there is not even
that, or when all that is shown is that it fails.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.answers import Answer, Value
from hegui.derive.derived import Derived
from hegui.derive.law import Standing, facts_of, in_force, standing
from hegui.derive.proof import Found, unread
from hegui.derive.records import operating
from hegui.derive.score import Judged, State
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.exclusion import Exclusion
from hegui.model.item import Part
from hegui.model.organization import Organization
from hegui.model.regulation import BOUND, Obligation, Regulation
from hegui.source.bilingual import both


class Covered(StrEnum):
    """How far an obligation is covered."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT = "not"
    UNKNOWN = "unknown"
    EXCLUDED = "excluded"
    NOT_APPLICABLE = "not-applicable"


COVERED = {
    Covered.COVERED: both("已覆盖", "covered"),
    Covered.PARTLY: both("部分覆盖", "partly covered"),
    Covered.NOT: both("未覆盖", "not covered"),
    Covered.UNKNOWN: both("无法判断", "unknown"),
    Covered.EXCLUDED: both("已排除", "excluded"),
    Covered.NOT_APPLICABLE: both("不适用", "not applicable"),
}


class LeftOut(StrEnum):
    """Why a clause is not counted."""

    NATURE = "no-duty"
    FORCE = "not-mandatory"
    TIME = "not-in-force"
    OTHERS = "binds-others"


LEFT_OUT = {
    LeftOut.NATURE: both("不是义务或禁止", "neither a duty nor a prohibition"),
    LeftOut.FORCE: both("不具强制力", "not mandatory"),
    LeftOut.TIME: both("不在施行期", "not in force"),
    LeftOut.OTHERS: both("约束他人", "binds others"),
}
_OTHERS = frozenset({"authority", "court", "individual"})
"""Whom a clause may bind that is never the company itself."""


class Chain(NamedTuple):
    """What one objective contributes: its operating controls, their checks, the records, the proof.

    ``proved`` and ``asked`` count requirements that apply and are not excluded.
    """

    objective: Part
    exclusion: Exclusion | None
    controls: tuple[Control, ...]
    checks: tuple[Check, ...]
    records: tuple[Evidence, ...]
    requirements: tuple[Judged, ...]

    @property
    def applies(self) -> bool:
        """Whether any of its requirements applies; one that asks for nothing applies."""
        return not self.requirements or any(
            one.asked.applies and one.proofs for one in self.requirements
        )

    @property
    def asked(self) -> tuple[Judged, ...]:
        """The requirements that apply and are not excluded."""
        return tuple(
            one
            for one in self.requirements
            if one.asked.applies and one.proofs and one.asked.exclusion is None
        )

    @property
    def proved(self) -> int:
        """How many of them are proved, due or not."""
        return sum(one.found is Found.PROVED for one in self.asked)

    @property
    def owed(self) -> tuple[Judged, ...]:
        """Those that are due by now, or have failed already; all where none is yet."""
        owed = tuple(
            one for one in self.asked if one.state is not State.NOT_DUE or one.found is Found.FAILED
        )
        return owed or self.asked

    @property
    def complete(self) -> bool:
        """Whether control and proof are all there."""
        owed = self.owed
        return bool(self.controls and owed) and all(one.found is Found.PROVED for one in owed)


class Row(NamedTuple):
    """One counted obligation: how far it is covered, and by what."""

    obligation: Part
    covered: Covered
    scope: Standing
    chains: tuple[Chain, ...]


class Coverage(NamedTuple):
    """The counted obligations by id, and how many clauses were left out for which reason."""

    rows: tuple[Row, ...]
    left_out: Mapping[LeftOut, int]

    @property
    def counts(self) -> Mapping[Covered, int]:
        """How many obligations are covered how far."""
        return count(self.rows)


def count(rows: Iterable[Row]) -> Mapping[Covered, int]:
    """How many of some obligations are covered how far."""
    found = Counter(row.covered for row in rows)
    return {one: found[one] for one in Covered}


def coverage(derived: Derived) -> Coverage:
    """The coverage of all obligations of the repository and its packs."""
    today = derived.grounds.clock.as_of.date()
    capacities = capacities_of(derived)
    rows, left = [], Counter[LeftOut]()
    for part in derived.grounds.repository.parts.get("obligation", {}).values():
        reason = left_out(part, today, capacities)
        if reason is None:
            rows.append(row_of(part, derived))
        else:
            left[reason] += 1
    return Coverage(tuple(rows), {one: left[one] for one in LeftOut})


def capacities_of(derived: Derived) -> frozenset[str]:
    """In which capacities the law binds this company; all but those of others where none is named."""
    repository = derived.grounds.repository
    for one in repository.all(Organization):
        if one.id == repository.settings.organization and one.bound_as:
            return frozenset(one.bound_as) | {"anyone"}
    return frozenset(BOUND) - _OTHERS


def left_out(part: Part, today: date, capacities: frozenset[str]) -> LeftOut | None:
    """Why a clause is not counted; ``None`` where it is."""
    clause, regulation = part.record, part.holder
    assert isinstance(clause, Obligation)
    assert isinstance(regulation, Regulation)
    if clause.nature not in ("duty", "prohibition"):
        return LeftOut.NATURE
    if (clause.force or regulation.force) != "mandatory":
        return LeftOut.FORCE
    if not in_force(part, today):
        return LeftOut.TIME
    bound = clause.binds or regulation.binds
    return LeftOut.OTHERS if bound and capacities.isdisjoint(bound) else None


def mandatory(objective: Part, derived: Derived) -> bool:
    """Whether an objective serves mandatory law in force that binds this company and applies."""
    return next(binding_of(objective, derived), None) is not None


def binding_of(objective: Part, derived: Derived) -> Iterator[Part]:
    """The clauses of mandatory law that an objective serves and that bind this company."""
    for ref in objective.record.satisfies:
        clause = derived.grounds.repository.find(ref)
        if isinstance(clause, Part) and binding(clause, derived):
            yield clause


def binding(clause: Part, derived: Derived) -> bool:
    """Whether a clause is mandatory law in force that binds this company; uncertain means it does."""
    today = derived.grounds.clock.as_of.date()
    if left_out(clause, today, capacities_of(derived)) is not None:
        return False
    facts = facts_of(clause)
    return not facts or standing(facts, derived.grounds.answers).value is not Value.NO


def row_of(part: Part, derived: Derived) -> Row:
    """How far one obligation is covered, and by what."""
    facts = facts_of(part)
    scope = standing(facts, derived.grounds.answers) if facts else Standing(Value.YES)
    chains = tuple(chain(one, derived) for one in _serving(part, derived))
    if scope.value is not Value.NO:
        applying = tuple(one for one in chains if one.applies)
        if chains and not applying:
            scope = Standing(Value.NO, _deciding(chains))
        chains = applying
    if scope.value is Value.NO:
        return Row(part, Covered.NOT_APPLICABLE, scope, chains)
    return Row(part, _covered(chains, derived), scope, chains)


def _deciding(chains: tuple[Chain, ...]) -> tuple[Answer, ...]:
    """The facts by which the objectives that serve an obligation do not apply."""
    return tuple(
        dict.fromkeys(
            answer
            for one in chains
            for judged in one.requirements
            for answer in judged.asked.scope.deciding
            if not judged.asked.applies
        )
    )


def _serving(obligation: Part, derived: Derived) -> Iterator[Part]:
    """The objectives that satisfy an obligation, by id."""
    found = {
        link.source.id: link.source
        for link in derived.grounds.repository.incoming(obligation)
        if link.field == "satisfies" and isinstance(link.source, Part)
    }
    yield from (found[name] for name in sorted(found))


def chain(objective: Part, derived: Derived) -> Chain:
    """What follows from one objective."""
    repository = derived.grounds.repository
    requirements = derived.by_objective[objective.id]
    controls = tuple(
        control
        for control in repository.naming(objective, Control, "achieves")
        if operating(control, derived.grounds)
    )
    checks = {
        check.id: check
        for control in controls
        for check in repository.naming(control, Check, "control")
    }
    records = {
        one.source.id: one.source
        for judged in requirements
        for proof in judged.proofs
        for one in proof.showings
        if isinstance(one.source, Evidence)
    }
    exclusions = [one.asked.exclusion for one in requirements if one.asked.exclusion is not None]
    return Chain(
        objective,
        exclusions[0] if exclusions else None,
        tuple(sorted(controls, key=lambda one: one.id)),
        tuple(checks[name] for name in sorted(checks)),
        tuple(records[name] for name in sorted(records)),
        requirements,
    )


def _covered(chains: tuple[Chain, ...], derived: Derived) -> Covered:
    """How far an obligation that applies is covered by the objectives that serve it."""
    if chains and all(one.exclusion is not None for one in chains):
        return Covered.EXCLUDED
    if chains and all(one.complete for one in chains):
        return Covered.COVERED
    found = {judged.found for one in chains for judged in one.asked}
    if Found.PROVED in found:
        return Covered.PARTLY
    if not any(one.controls for one in chains):
        return Covered.UNKNOWN if unread(derived.grounds) else Covered.NOT
    return Covered.NOT if Found.FAILED in found else Covered.UNKNOWN
