"""Results with other findings in them: what no small repository can bring about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.source.bilingual import Text


def changed(result: Result, change: Callable[[Finding], Finding]) -> Result:
    """The result with every finding changed."""
    outcomes = (
        replace(outcome, findings=tuple(change(finding) for finding in outcome.findings))
        for outcome in result.outcomes
    )
    return replace(result, outcomes=tuple(outcomes))


def saying(result: Result, words: str) -> Result:
    """The result with ``words`` wherever text comes from documents."""
    text = Text(plain=words)

    def change(finding: Finding) -> Finding:
        related = tuple(replace(one, label=text) for one in finding.related)
        return replace(finding, message=text, remedy=text, related=related)

    told = changed(result, change)
    outcomes = (
        replace(one, reason=text if one.reason else None, subject=replace(one.subject, id=words))
        for one in told.outcomes
    )
    return replace(told, outcomes=tuple(outcomes))
