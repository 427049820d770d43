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
        outcome._replace(findings=tuple(change(finding) for finding in outcome.findings))
        for outcome in result.outcomes
    )
    return replace(result, outcomes=tuple(outcomes))


def saying(result: Result, words: str) -> Result:
    """The result with ``words`` wherever text comes from documents."""
    text = Text(plain=words)

    def change(finding: Finding) -> Finding:
        related = tuple(one._replace(label=text) for one in finding.related)
        return finding._replace(message=text, remedy=text, related=related)

    told = changed(result, change)
    outcomes = (
        one._replace(reason=text if one.reason else None, subject=one.subject._replace(id=words))
        for one in told.outcomes
    )
    return replace(told, outcomes=tuple(outcomes))
