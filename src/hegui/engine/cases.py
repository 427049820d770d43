"""Trying a rule on its cases: the repository that a case describes is judged.

`hegui.engine.compare` holds what was found against what the case expects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hegui.engine.judge import judge, reading_findings
from hegui.findings.finding import Finding, Status
from hegui.findings.message import fill
from hegui.loading.load import BadSettings, Loaded, load
from hegui.model.moment import end_of
from hegui.model.rule import DeclaredRule
from hegui.rules.cases import BadCase, Case
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule, Stage
from hegui.source.bilingual import both

_UNWRITABLE = both(
    "写不出文件 {path}：另有同名的文件夹，或名称不能用作文件名",
    "the file {path} cannot be written: a folder has its name, or no file can",
)


class Trial(NamedTuple):
    """What became of a rule on a case."""

    findings: tuple[Finding, ...]
    """What the rule found, by place."""
    outcomes: Mapping[str, Status]
    """The outcome on each subject (``kind/id``)."""
    also: frozenset[str]
    """The other rules about reading that found something; among them that a rule crashed."""


def run(
    case: Case,
    rule: Rule,
    folder: Path,
    make: Callable[[Path], None] | None = None,
    declared: DeclaredRule | None = None,
) -> Trial:
    """Write the repository of ``case`` into the empty ``folder`` and judge it.

    ``make`` adds to it what cannot be written as text. A rule that is not the program's own is
    ``declared``: it then belongs to the repository of the case, and is bounded as it is at home.
    """
    _write(folder, case.contents)
    if make is not None:
        make(folder)
    try:
        loaded = _with(load(folder), declared)
        base = _base(case, folder)
    except BadSettings as bad:
        return _trial(rule, reading_findings(bad.problems), {})
    zone = ZoneInfo(loaded.repository.settings.time_zone)
    result = judge(loaded, end_of(case.as_of, zone).astimezone(zone), base)
    outcomes = {str(one.subject): one.status for one in result.outcomes if one.rule == rule.id}
    return _trial(rule, result.findings, outcomes)


def _with(loaded: Loaded, declared: DeclaredRule | None) -> Loaded:
    """The repository of a case with the rule that is tried on it."""
    if declared is None:
        return loaded
    repository = loaded.repository
    rules = {**repository.items.get("rule", {}), declared.id: declared}
    items = {**repository.items, "rule": rules}
    return replace(loaded, repository=replace(repository, items=items))


def _base(case: Case, folder: Path) -> Loaded | None:
    """What a case is held against, in a hidden folder that is no part of its repository."""
    if case.base_contents is None:
        return None
    _write(folder / ".base", case.base_contents)
    return load(folder / ".base", past=True)


def _write(folder: Path, contents: Mapping[str, bytes]) -> None:
    for path, content in contents.items():
        file = folder / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        except (OSError, ValueError) as error:
            raise BadCase(fill(_UNWRITABLE, {"path": path})) from error


def _trial(rule: Rule, found: Iterable[Finding], outcomes: Mapping[str, Status]) -> Trial:
    found = sorted(found, key=lambda finding: (finding.place, finding.fingerprint))
    own = tuple(finding for finding in found if finding.rule == rule.id)
    others = {finding.rule for finding in found} - {rule.id}
    known = all_rules()
    reading = frozenset(one for one in others if one in known and _reads(known[one]))
    return Trial(own, outcomes, reading)


def _reads(rule: Rule) -> bool:
    return rule.stage is Stage.DOCUMENT
