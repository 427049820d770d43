"""The result of one run: every outcome at one instant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from functools import cached_property

from hegui.derive.derived import Derived
from hegui.derive.gate import Gate, decide
from hegui.engine.baseline import Comparison, Outdated, Standing, compare
from hegui.findings.finding import Finding, Outcome, Status
from hegui.findings.severity import Severity
from hegui.loading.load import Loaded
from hegui.model.baseline import Baseline
from hegui.model.kinds import KINDS
from hegui.model.repository import Repository
from hegui.model.settings import Settings
from hegui.rules.rule import Rule

UNJUDGED = frozenset({"declared/invalid", "declared/stopped", "internal/rule-crashed"})
"""What says that a rule judged nothing: then nobody can say that nothing was found."""


class Exit(IntEnum):
    """What the command tells its caller."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING = 3
    INTERNAL = 70
    INTERRUPTED = 130


@dataclass(frozen=True)
class Result:
    """All outcomes of ``repository`` as of an instant, in a stable order, and what is derived."""

    repository: Repository
    as_of: datetime
    outcomes: tuple[Outcome, ...]
    derived: Derived
    rules: Mapping[str, Rule]
    """Every rule that was held against it, by id."""
    base: Loaded | None = None
    """What authority came from; ``None`` where that was the repository itself."""
    baseline: Baseline | None = None
    """The findings that are known; ``None`` where all are new."""
    agreed: Baseline | None = None
    """The baseline as the base has it: nothing that it lacks is known."""

    @property
    def authority(self) -> Settings:
        """The settings whose limits count: the base's; its own where no base is named."""
        return (self.base.repository if self.base else self.repository).settings

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, waived ones included, by place."""
        found = (finding for outcome in self.outcomes for finding in outcome.findings)
        return tuple(sorted(found, key=lambda f: (f.place, f.rule, f.fingerprint)))

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that no waiver accepts."""
        return tuple(finding for finding in self.findings if finding.waiver is None)

    @cached_property
    def comparison(self) -> Comparison | None:
        """The baseline held against all findings; ``None`` where there is no baseline."""
        if self.baseline is None:
            return None
        return compare(self.baseline, self.findings, self.outcomes, self.rules, self.agreed)

    @property
    def outdated(self) -> tuple[Outdated, ...]:
        """The entries that have to leave the baseline: while there are any, nothing passes."""
        return self.comparison.outdated if self.comparison else ()

    def standing(self, finding: Finding) -> Standing:
        """Whether an open finding is known; without a baseline all are new."""
        return self.comparison.standing(finding) if self.comparison else Standing.NEW

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """The findings that may fail: neither waived nor known."""
        return tuple(one for one in self.open if self.standing(one) is not Standing.KNOWN)

    @cached_property
    def known(self) -> tuple[Finding, ...]:
        """The open findings that the baseline knows."""
        return tuple(one for one in self.open if self.standing(one) is Standing.KNOWN)

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """The answer of every gate that asks for something, by the id of its milestone."""
        return {
            name: decide(part, self.derived, self.findings)
            for name, part in self.repository.parts.get("milestone", {}).items()
            if part.record.gate
        }

    @property
    def documents(self) -> Mapping[str, int]:
        """How many documents of each kind were understood; those of packs are not counted."""
        items = self.repository.items
        counts = {
            kind: sum(not shipped(item.document.file.path) for item in items.get(kind, {}).values())
            for kind in KINDS
        }
        return {kind: count for kind, count in sorted(counts.items()) if count}

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many outcomes have each status."""
        counts = Counter(outcome.status for outcome in self.outcomes)
        return {status: counts[status] for status in Status}

    @property
    def severities(self) -> Mapping[Severity, int]:
        """How many open findings have each severity, the gravest first."""
        counts = Counter(finding.severity for finding in self.open)
        return {severity: counts[severity] for severity in reversed(Severity)}

    def exit(self, fail_on: Severity, gate: str | None = None) -> Exit:
        """The verdict, with that of the asked ``gate``: what cannot be decided fails."""
        verdict = self._exit(fail_on)
        if verdict is Exit.CLEAN and gate is not None and self.gates[gate].missing:
            return Exit.FINDINGS
        return verdict

    def _exit(self, fail_on: Severity) -> Exit:
        if self.repository.undecoded:
            return Exit.NOTHING if not self.documents else Exit.FINDINGS
        if not self.documents:
            return Exit.NOTHING
        if any(f.severity >= fail_on or f.rule in UNJUDGED for f in self.new):
            return Exit.FINDINGS
        return Exit.FINDINGS if self.outdated else Exit.CLEAN


def shipped(path: str) -> bool:
    """Whether a path is that of a pack."""
    return path.startswith("pack:")
