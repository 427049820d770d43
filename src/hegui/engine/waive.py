"""Waivers meet findings: what one accepts stays visible and does not fail."""

from __future__ import annotations

from collections.abc import Iterable

from hegui.findings.finding import Finding, Outcome, Status
from hegui.model.moment import Clock
from hegui.model.waiver import Waiver
from hegui.rules.rule import Rule


def waive(
    outcomes: Iterable[Outcome], rules: dict[str, Rule], waivers: Iterable[Waiver], clock: Clock
) -> list[Outcome]:
    """The outcomes, with the findings marked that a waiver in force accepts.

    An outcome is waived when all its findings are. Of several waivers the one that holds longest
    accepts: a gate must not open because a shorter one is taken away.
    """
    in_force = [waiver for waiver in waivers if clock.within(waiver.granted, waiver.expires)]
    in_force.sort(key=lambda waiver: clock.end(waiver.expires), reverse=True)
    if not in_force:
        return list(outcomes)
    return [
        _waived(outcome, in_force) if _may_be(outcome, rules) else outcome for outcome in outcomes
    ]


def _may_be(outcome: Outcome, rules: dict[str, Rule]) -> bool:
    return outcome.status is Status.FAILED and rules[outcome.rule].waivable


def _waived(outcome: Outcome, waivers: list[Waiver]) -> Outcome:
    findings = tuple(
        next((f._replace(waiver=w.id) for w in waivers if accepts(w, f)), f)
        for f in outcome.findings
    )
    done = all(finding.waiver is not None for finding in findings)
    return outcome._replace(findings=findings, status=Status.WAIVED if done else Status.FAILED)


def accepts(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver names this very finding, by rule and subject or by fingerprint."""
    if waiver.fingerprint is not None:
        return waiver.fingerprint == finding.fingerprint
    return waiver.rule == finding.rule and waiver.subject == str(finding.subject)
