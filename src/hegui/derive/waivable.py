"""What nobody can waive: what was not understood, what nobody knows, and mandatory law in force."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.coverage import binding, binding_of
from hegui.derive.derived import Derived
from hegui.findings.finding import Finding, Subject
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.model.reference import Ref

NEVER_WAIVABLE = ("document", "settings", "internal", "declared", "waiver", "authority")
"""Categories that no waiver silences: nobody can accept what was not even understood."""
NOBODY_KNOWS = frozenset({"requirement/unknown"})
"""Rules that tell of what was not assessed: an unknown risk cannot be accepted."""


class Claim(NamedTuple):
    """What a waiver would accept: what a rule finds, in what, how grave, and by which law.

    ``fingerprint`` is that of a finding; ``None`` where nothing is found now.
    """

    rule: str
    subject: Subject
    severity: Severity
    references: tuple[str, ...] = ()
    fingerprint: str | None = None

    @classmethod
    def of(cls, finding: Finding, references: tuple[str, ...]) -> Claim:
        """The claim on a finding of a rule that cites ``references``."""
        return cls(finding.rule, finding.subject, finding.severity, references, finding.fingerprint)


class Why(StrEnum):
    """Why no waiver accepts something."""

    CATEGORY = "category"
    UNKNOWN = "unknown"
    LAW = "law"


class Never(NamedTuple):
    """Why no waiver accepts something, and the clause where it is for law's sake."""

    why: Why
    clause: Part | None = None


_LAW = ("requirement", "objective", "obligation")
"""Kinds of subjects that rest on law."""


def never(claim: Claim, derived: Derived) -> Never | None:
    """Why no waiver accepts what is claimed; ``None`` where one may.

    Raises `Unassessable` where what was not understood may be the law it rests on.
    """
    if claim.rule.partition("/")[0] in NEVER_WAIVABLE:
        return Never(Why.CATEGORY)
    if claim.rule in NOBODY_KNOWS:
        return Never(Why.UNKNOWN)
    clause = next(mandated(claim, derived), None)
    if clause is not None:
        return Never(Why.LAW, clause)
    if claim.subject.kind in _LAW or _grave(claim):
        derived.grounds.repository.complete("regulation", "catalogue", "organization")
    return None


def _grave(claim: Claim) -> bool:
    """Whether the law that the rule cites counts: it tells of what is broken, not of tidiness."""
    return claim.severity >= Severity.HIGH and bool(claim.references)


def mandated(claim: Claim, derived: Derived) -> Iterator[Part]:
    """The clauses of mandatory law in force, binding this company, that what is claimed breaks.

    The subject is such a clause or serves it, or a grave finding's rule cites it.
    """
    repository = derived.grounds.repository
    kind, name = claim.subject
    if kind == "requirement":
        kind, name = "objective", name.partition(":")[0]
    subject = repository.find(Ref(kind, name))
    if isinstance(subject, Part) and kind == "objective":
        yield from binding_of(subject, derived)
    elif isinstance(subject, Part) and kind == "obligation" and binding(subject, derived):
        yield subject
    for reference in claim.references if _grave(claim) else ():
        cited = repository.find(Ref("obligation", reference))
        if isinstance(cited, Part) and binding(cited, derived):
            yield cited
