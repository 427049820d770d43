"""Waivers as rules see them: what they name, among all that was found before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from hegui.derive.approval import names
from hegui.derive.waivable import Claim
from hegui.findings.finding import Finding, Subject
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.source.bilingual import Text, both

_Index = Mapping[str | tuple[str, str], list[Finding]]


def named(waiver: Waiver, context: Context) -> list[Finding]:
    """The findings that a waiver names, whether it accepts them or not."""
    index = context.once("findings by what names them", lambda: _index(context))
    key = waiver.fingerprint or (waiver.rule or "", waiver.subject or "")
    return [one for one in index.get(key, ()) if names(waiver, claim_of(one, context))]


def _index(context: Context) -> _Index:
    index: dict[str | tuple[str, str], list[Finding]] = defaultdict(list)
    for outcome in context.found:
        for finding in outcome.findings:
            index[finding.fingerprint].append(finding)
            index[finding.rule, str(finding.subject)].append(finding)
    return index


def claim_of(finding: Finding, context: Context) -> Claim:
    """The claim on a finding."""
    return Claim.of(finding, context.rules[finding.rule].references)


def claim(waiver: Waiver, context: Context) -> Claim | None:
    """What a waiver claims: the gravest finding that it names, else what it says by rule and subject.

    ``None`` where it names neither a finding nor a rule that there is, so that nobody can say how
    grave that would be.
    """
    found = named(waiver, context)
    if found:
        return claim_of(max(found, key=lambda one: (one.severity, one.fingerprint)), context)
    rule = context.rules.get(waiver.rule or "")
    if rule is None or waiver.subject is None or waiver.fingerprint is not None:
        return None
    return Claim(rule.id, subject_of(waiver), rule.severity, rule.references)


def subject_of(waiver: Waiver) -> Subject:
    """The subject that a waiver names."""
    kind, _, name = (waiver.subject or "").partition("/")
    return Subject(kind, name)


def over(waiver: Waiver, context: Context) -> bool:
    """Whether a waiver has ended."""
    return context.clock.end(waiver.expires) < context.clock.as_of


def claiming(waiver: Waiver, context: Context) -> bool:
    """Whether a waiver that has not ended claims something, so that its approval can be judged."""
    return not over(waiver, context) and claim(waiver, context) is not None


def in_force(waiver: Waiver, context: Context) -> bool:
    """Whether a waiver has begun and not ended."""
    return context.clock.within(waiver.granted, waiver.expires)


def grade(severity: Severity) -> Text:
    """A severity as messages name it."""
    return both(f"“{severity.title.get('zh')}”级", severity.title.get("en"))


def days_left(waiver: Waiver, context: Context) -> int:
    """The days until a waiver ends, as a calendar counts them."""
    zone = context.clock.zone
    end = context.clock.end(waiver.expires).astimezone(zone).date()
    return (end - context.clock.as_of.astimezone(zone).date()).days
