"""A baseline meets findings: what it knows stays visible and does not fail; it can only shrink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hegui.findings.finding import Finding, Outcome, Status
from hegui.findings.severity import Severity
from hegui.model.baseline import Baseline, Known
from hegui.rules.rule import Rule
from hegui.source.bilingual import Text, both
from hegui.source.place import Place


class Standing(StrEnum):
    """What a baseline says of an open finding."""

    KNOWN = "known"
    NEW = "new"
    GRAVER = "graver"
    """It is known as less grave: it counts as new."""


class Cause(StrEnum):
    """Why an entry has to leave the baseline."""

    GONE = "gone"
    WAIVED = "waived"
    MILDER = "milder"
    NEVER = "never"
    NOT_ASSESSED = "not-assessed"
    ADDED = "added"
    """The base's own baseline does not have it, or as less grave: no change adds to what is known."""


CAUSES: Mapping[Cause, Text] = {
    Cause.GONE: both("已不再发现", "no longer found"),
    Cause.WAIVED: both("已有豁免", "waived by now"),
    Cause.MILDER: both("严重程度已降低", "less grave by now"),
    Cause.NEVER: both("此类发现不得列入基线", "nothing of this kind may be in a baseline"),
    Cause.NOT_ASSESSED: both("目前未能评估，先排除原因", "not assessed now: see to that first"),
    Cause.ADDED: both(
        "基准的基线没有这一条，不得添加", "not in the base's baseline: nothing is added"
    ),
}
"""The causes as people read them."""


class Outdated(NamedTuple):
    """An entry that has to leave the baseline, or to be written anew, and where it stands."""

    entry: Known
    cause: Cause
    place: Place


class Identity(NamedTuple):
    """What makes a finding the one that an entry means; the rest of an entry is for the reader.

    A fingerprint is made of rule and subject, so that an entry that names others is made up.
    """

    fingerprint: str
    rule: str
    subject: str

    @classmethod
    def of(cls, finding: Finding) -> Identity:
        """The identity of a finding."""
        return cls(finding.fingerprint, finding.rule, str(finding.subject))


def may_be_known(rule: str, rules: Mapping[str, Rule]) -> bool:
    """Whether findings of a rule may be in a baseline: what nobody can waive never may."""
    return rule not in rules or rules[rule].waivable


@dataclass(frozen=True, slots=True)
class Comparison:
    """A baseline held against the findings of a run."""

    baseline: Baseline
    entries: Mapping[Identity, Known]
    """Those that count: where a base has a baseline too, only what both have."""
    outdated: tuple[Outdated, ...]
    rules: Mapping[str, Rule]

    def entry(self, finding: Finding) -> Known | None:
        """The entry that means a finding, where there is one and may be one."""
        if not may_be_known(finding.rule, self.rules):
            return None
        return self.entries.get(Identity.of(finding))

    def standing(self, finding: Finding) -> Standing:
        """Whether an open finding is known."""
        entry = self.entry(finding)
        if entry is None:
            return Standing.NEW
        return Standing.KNOWN if finding.severity <= entry.grade else Standing.GRAVER


def compare(
    baseline: Baseline,
    findings: Iterable[Finding],
    outcomes: Iterable[Outcome],
    rules: Mapping[str, Rule],
    agreed: Baseline | None = None,
) -> Comparison:
    """Hold ``baseline`` against all findings of a run, waived ones included.

    ``agreed`` is the baseline as the base has it; ``None`` where there is no base, or none in it.
    """
    entries = _entries(baseline)
    if agreed is not None:
        before = _entries(agreed)
        entries = {
            identity: entry
            for identity, entry in entries.items()
            if identity in before and entry.grade <= before[identity].grade
        }
    found = _Found(findings, outcomes, entries)
    return Comparison(baseline, entries, tuple(_outdated(baseline, found, rules)), rules)


def _entries(baseline: Baseline) -> dict[Identity, Known]:
    return {Identity(one.fingerprint, one.rule, one.subject): one for one in baseline.findings}


class _Found:
    """What a run found of what a baseline names."""

    def __init__(
        self,
        findings: Iterable[Finding],
        outcomes: Iterable[Outcome],
        entries: Mapping[Identity, Known],
    ) -> None:
        self.entries = entries
        self.gravest: dict[Identity, Severity] = {}
        self.waived: set[Identity] = set()
        for finding in findings:
            identity = Identity.of(finding)
            if identity not in entries:
                continue
            if finding.waiver is not None:
                self.waived.add(identity)
            elif finding.severity >= self.gravest.get(identity, Severity.INFO):
                self.gravest[identity] = finding.severity
        self.unassessed = {
            (one.rule, str(one.subject)) for one in outcomes if one.status is Status.NOT_ASSESSED
        }


def _outdated(baseline: Baseline, found: _Found, rules: Mapping[str, Rule]) -> Iterator[Outdated]:
    for position, entry in enumerate(baseline.findings):
        cause = _cause(entry, found, rules)
        if cause is not None:
            yield Outdated(entry, cause, baseline.document.place(("findings", position)))


def _cause(entry: Known, found: _Found, rules: Mapping[str, Rule]) -> Cause | None:
    identity = Identity(entry.fingerprint, entry.rule, entry.subject)
    if not may_be_known(entry.rule, rules):
        return Cause.NEVER
    if identity not in found.entries:
        return Cause.ADDED
    if identity in found.gravest:
        return Cause.MILDER if found.gravest[identity] < entry.grade else None
    if identity in found.waived:
        return Cause.WAIVED
    if (entry.rule, entry.subject) in found.unassessed:
        return Cause.NOT_ASSESSED
    return Cause.GONE
