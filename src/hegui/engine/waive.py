"""Waivers meet findings: what one accepts stays visible and does not fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hegui.derive.approval import holds
from hegui.derive.derived import Derived
from hegui.derive.waivable import Claim
from hegui.findings.finding import Finding, Outcome, Status
from hegui.model.waiver import Waiver
from hegui.rules.rule import Rule


def waive(
    outcomes: Iterable[Outcome], rules: Mapping[str, Rule], derived: Derived
) -> list[Outcome]:
    """The outcomes, with the findings marked that a waiver accepts; whether it holds is not decided here.

    An outcome is waived when all its findings are. Of several waivers the one that holds longest
    accepts: a gate must not open because a shorter one is taken away.
    """
    index = _Index(derived)
    return [_waived(outcome, rules[outcome.rule], index, derived) for outcome in outcomes]


class _Index:
    """The waivers by what they name."""

    def __init__(self, derived: Derived) -> None:
        self._end = derived.grounds.clock.end
        self._by_name: dict[str | tuple[str | None, str | None], list[Waiver]] = defaultdict(list)
        for waiver in derived.grounds.repository.all(Waiver):
            self._by_name[waiver.fingerprint or (waiver.rule, waiver.subject)].append(waiver)

    def naming(self, finding: Finding) -> list[Waiver]:
        """The waivers that may name a finding, those that end last first."""
        found = [
            *self._by_name.get(finding.fingerprint, ()),
            *self._by_name.get((finding.rule, str(finding.subject)), ()),
        ]
        return sorted(found, key=lambda one: self._end(one.expires), reverse=True)


def _waived(outcome: Outcome, rule: Rule, index: _Index, derived: Derived) -> Outcome:
    if outcome.status is not Status.FAILED:
        return outcome
    findings = tuple(_accepted(finding, rule, index, derived) for finding in outcome.findings)
    if all(finding.waiver is None for finding in findings):
        return outcome
    done = all(finding.waiver is not None for finding in findings)
    return outcome._replace(findings=findings, status=Status.WAIVED if done else Status.FAILED)


def _accepted(finding: Finding, rule: Rule, index: _Index, derived: Derived) -> Finding:
    claim = Claim.of(finding, rule.references)
    for waiver in index.naming(finding):
        if _holds(waiver, claim, derived):
            return finding._replace(waiver=waiver.id)
    return finding


def _holds(waiver: Waiver, claim: Claim, derived: Derived) -> bool:
    """Whether a waiver holds; one of which nobody can tell accepts nothing, whatever the reason."""
    try:
        return holds(waiver, claim, derived)
    except Exception:  # the rules ask the same question, and their crash is a finding
        return False
