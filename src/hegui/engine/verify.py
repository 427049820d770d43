"""Verifying a pack: it is what was sealed, it reads, and all its tests do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hegui.engine.judge import assess, clock_of, reading_findings
from hegui.findings.finding import Finding
from hegui.loading.load import load_pack
from hegui.rules.context import Context
from hegui.rules.registry import all_rules
from hegui.source.tree import WorkingTree

RULES = (
    "evidence/unusable-type",
    "expression/invalid",
    "requirement/example-differs",
    "requirement/untested",
    "text/missing-language",
)
"""The rules that a pack is held against."""


def verify(folder: Path) -> tuple[Finding, ...]:
    """All that is wrong with the pack in ``folder``, by place."""
    loaded = load_pack(folder)
    repository = loaded.repository
    now = datetime(2000, 1, 1, tzinfo=UTC)  # nothing that is asked of a pack depends on it
    context = Context(repository, clock_of(repository, now), WorkingTree(folder))
    found = [finding for finding in reading_findings(loaded.problems) if _own(finding)]
    for name in RULES:
        rule = replace(all_rules()[name], packs=True)
        for outcome in assess(rule, replace(context, options=rule.options)):
            found += outcome.findings
    return tuple(sorted(map(_at_home, found), key=lambda finding: (finding.place, finding.rule)))


def _own(finding: Finding) -> bool:
    return finding.place.path.startswith("pack:")


def _at_home(finding: Finding) -> Finding:
    """A finding where the pack has it: in a repository it would stand at the pack's line."""
    first = next((r for r in finding.related if r.place.path.startswith("pack:")), None)
    if _own(finding) or first is None:
        return finding
    return finding._replace(place=first.place, related=finding.related[1:])
