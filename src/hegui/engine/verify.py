"""Verifying a pack: it is what was sealed, it reads, and all its tests do what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from hegui.derive.grounds import Grounds
from hegui.derive.law import confidence
from hegui.engine.assess import assess
from hegui.engine.judge import clock_of, reading_findings
from hegui.findings.finding import Finding
from hegui.loading.digests import actual, differences, whole
from hegui.loading.load import load_pack
from hegui.loading.packs import version_of
from hegui.model.evidence_type import EvidenceType
from hegui.model.regulation import Regulation
from hegui.model.repository import Repository
from hegui.rules.context import Context
from hegui.rules.registry import all_rules
from hegui.source.file import File
from hegui.source.tree import WorkingTree

RULES = (
    "evidence/unusable-type",
    "expression/invalid",
    "objective/unknown-area",
    "requirement/example-differs",
    "requirement/untested",
    "text/missing-language",
)
"""The rules that a pack is held against."""


@dataclass(frozen=True)
class Verified:
    """What became of a pack: the files that are not as recorded, and all that was found."""

    id: str
    version: int
    counts: Mapping[str, int]
    digest: str
    changed: tuple[str, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, File]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.changed and not self.findings


def verify(folder: Path) -> Verified:
    """Hold the pack in ``folder`` to account. Never raises on what it holds."""
    repository, findings = _judged(folder)
    return Verified(
        folder.name,
        version_of(folder),
        _counts(folder, repository),
        whole(folder),
        differences(folder),
        findings,
        repository.files,
    )


def _judged(folder: Path) -> tuple[Repository, tuple[Finding, ...]]:
    loaded = load_pack(folder)
    repository = loaded.repository
    now = datetime(2000, 1, 1, tzinfo=UTC)  # nothing that is asked of a pack depends on it
    context = Context(Grounds(repository, clock_of(repository, now), WorkingTree(folder)))
    found = [finding for finding in reading_findings(loaded.problems) if _own(finding)]
    for name in RULES:
        rule = replace(all_rules()[name], packs=True)
        for outcome in assess(rule, replace(context, options=rule.options)):
            found += outcome.findings
    order = sorted(map(_at_home, found), key=lambda finding: (finding.place, finding.rule))
    return repository, tuple(order)


def _counts(folder: Path, repository: Repository) -> Mapping[str, int]:
    requirements = repository.parts.get("requirement", {})
    clauses = repository.parts.get("obligation", {})
    return {
        "files": len(actual(folder)),
        "regulations": len(repository.all(Regulation)),
        "obligations": len(clauses),
        "unverified": sum(confidence(part) != "primary" for part in clauses.values()),
        "objectives": len(repository.parts.get("objective", {})),
        "requirements": len(requirements),
        "tests": sum(part.record.test is not None for part in requirements.values()),
        "types": len(repository.all(EvidenceType)),
    }


def _own(finding: Finding) -> bool:
    return finding.place.path.startswith("pack:")


def _at_home(finding: Finding) -> Finding:
    """A finding where the pack has it: in a repository it would stand at the pack's line."""
    first = next((r for r in finding.related if r.place.path.startswith("pack:")), None)
    if _own(finding) or first is None:
        return finding
    return finding._replace(place=first.place, related=finding.related[1:])
