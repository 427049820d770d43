"""How findings stand to the baseline, and what has to leave it, as reporters tell it."""

from __future__ import annotations

from collections.abc import Mapping

from hegui.engine.baseline import CAUSES, Outdated, Standing
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.findings.severity import Severity
from hegui.reporters.options import Options
from hegui.source.bilingual import Text, both

BASELINE = both("基线", "Baseline")
KNOWN = both("基线已知", "known")
NEW = both("新发现", "new")
LEAVE = both("须移出基线", "to leave the baseline")


def standing(result: Result, finding: Finding) -> Standing | None:
    """How a finding stands to the baseline; ``None`` for what is waived or where there is none."""
    if result.baseline is None or finding.waiver is not None:
        return None
    return result.standing(finding)


def mark(result: Result, finding: Finding) -> Text | None:
    """The words by which a known finding, or one that became graver, is told from the others."""
    match standing(result, finding):
        case Standing.KNOWN:
            return KNOWN
        case Standing.GRAVER:
            entry = result.comparison.entry(finding) if result.comparison else None
            before = entry.grade.title if entry else finding.severity.title
            return both(
                f"比基线所记严重（原为“{before.get('zh')}”）",
                f"graver than the baseline has it ({before.get('en')})",
            )
    return None


def counts(result: Result) -> tuple[Mapping[Severity, int], Mapping[Severity, int]]:
    """How many open findings of each severity are known, and how many are new."""
    return _by_severity(result.known), _by_severity(result.new)


def _by_severity(findings: tuple[Finding, ...]) -> Mapping[Severity, int]:
    grades = [finding.severity for finding in findings]
    return {severity: grades.count(severity) for severity in reversed(Severity)}


def renewal(options: Options) -> Text:
    """The command that takes out of the baseline what has to leave it, and takes in nothing."""
    return both(f"更新基线：{options.renewal}", f"Renew the baseline: {options.renewal}")


def leaving(one: Outdated) -> Text:
    """An entry that has to leave, and why."""
    entry, why = one.entry, CAUSES[one.cause]
    return both(
        f"{entry.rule}  {entry.subject}：{why.get('zh')}",
        f"{entry.rule}  {entry.subject}: {why.get('en')}",
    )


def outdated_count(result: Result) -> Text:
    """How many entries have to leave."""
    count = len(result.outdated)
    entries = "1 entry has" if count == 1 else f"{count} entries have"
    return both(f"{count} 项须移出基线", f"{entries} to leave the baseline")
