"""Trying a rule on its cases: the repository that a case describes is judged and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hegui.engine.judge import judge, reading_findings
from hegui.findings.finding import Finding, Status
from hegui.loading.load import BadSettings, Loaded, load
from hegui.model.moment import end_of
from hegui.rules.cases import Case, Expected
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule, Stage
from hegui.source.bilingual import LANGUAGES, Text


class Trial(NamedTuple):
    """What became of a rule on a case."""

    findings: tuple[Finding, ...]
    """What the rule found, by place."""
    outcomes: Mapping[str, Status]
    """The outcome on each subject (``kind/id``)."""
    also: frozenset[str]
    """The other rules about reading that found something; among them that a rule crashed."""


def run(case: Case, rule: Rule, folder: Path, make: Callable[[Path], None] | None = None) -> Trial:
    """Write the repository of ``case`` into the empty ``folder`` and judge it.

    ``make`` adds to it what cannot be written as text.
    """
    _write(folder, case.contents)
    if make is not None:
        make(folder)
    try:
        loaded = load(folder)
        base = _base(case, folder)
    except BadSettings as bad:
        return _trial(rule, reading_findings(bad.problems), {})
    zone = ZoneInfo(loaded.repository.settings.time_zone)
    result = judge(loaded, end_of(case.as_of, zone).astimezone(zone), base)
    outcomes = {str(one.subject): one.status for one in result.outcomes if one.rule == rule.id}
    return _trial(rule, result.findings, outcomes)


def _base(case: Case, folder: Path) -> Loaded | None:
    """What a case is held against, in a hidden folder that is no part of its repository."""
    if case.base_contents is None:
        return None
    _write(folder / ".base", case.base_contents)
    return load(folder / ".base", past=True)


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _trial(rule: Rule, found: Iterable[Finding], outcomes: Mapping[str, Status]) -> Trial:
    found = sorted(found, key=lambda finding: (finding.place, finding.fingerprint))
    own = tuple(finding for finding in found if finding.rule == rule.id)
    others = {finding.rule for finding in found} - {rule.id}
    reading = frozenset(name for name in others if all_rules()[name].stage is Stage.DOCUMENT)
    return Trial(own, outcomes, reading)


def differences(case: Case, trial: Trial) -> list[str]:
    """How what was found differs from what the case expects; nothing where it does not."""
    found = [str(finding.place) for finding in trial.findings]
    wanted = [f"{one.path}:{one.line}:{one.column or '*'}" for one in case.expect]
    if len(found) != len(wanted):
        return [f"expected {wanted}, found {found}"]
    told: list[str] = []
    for one, finding in zip(case.expect, trial.findings, strict=True):
        told += _differences(one, finding)
    if len({finding.fingerprint for finding in trial.findings}) < len(trial.findings):
        told.append("two findings have one fingerprint")
    for subject, status in case.outcomes.items():
        if trial.outcomes.get(subject) != status:
            told.append(f"{subject}: expected {status}, found {trial.outcomes.get(subject)}")
    return told


def _differences(expected: Expected, finding: Finding) -> Iterator[str]:
    place = finding.place
    wanted = (expected.path, expected.line, expected.column or place.column)
    if wanted != (place.path, place.line, place.column):
        yield f"expected at {':'.join(map(str, wanted))}, found at {place}"
    for asked, told in (
        (expected.message, finding.message),
        (expected.remedy, finding.remedy),
    ):
        for language in LANGUAGES:
            wording = _wording(asked, language)
            if wording not in (None, told.get(language)):
                yield f"{place}: expected “{wording}”, found “{told.get(language)}”"


def _wording(text: Text | None, language: str) -> str | None:
    """What is expected in one language; ``None`` where that is left open."""
    if text is None:
        return None
    own: str | None = getattr(text, language)
    return own
