"""Trying all rules that a repository declares on the cases that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hegui.derive.grounds import Grounds
from hegui.engine.assess import finding_of
from hegui.engine.cases import run
from hegui.engine.compare import Difference, compare, in_passing
from hegui.engine.judge import clock_of, reading_findings
from hegui.findings.finding import Finding
from hegui.loading.load import Loaded
from hegui.model.rule import DeclaredRule
from hegui.rules.cases import SETTINGS_PATH, BadCase, Case, case_of
from hegui.rules.context import Context
from hegui.rules.declared.invalid import check as invalid
from hegui.rules.rule import Rule
from hegui.rules.soundness import faults
from hegui.rules.written import rule_of
from hegui.source.bilingual import Text, both
from hegui.source.place import Place

_FOLDER = "checks/rules/"
_MADE = both(
    "made_by 只供本程序自己的测试使用", "made_by is only for the tests of the program itself"
)


class Shown(NamedTuple):
    """A difference with the places in the rule's own file that it is about."""

    difference: Difference
    expected: Place | None = None
    found: Place | None = None


class CaseTried(NamedTuple):
    """What became of one case: where it stands, and how what was found differs."""

    name: Text
    place: Place
    differences: tuple[Shown, ...] = ()
    bad: Text | None = None
    """Why it could not be tried: what in it is not written rightly, at ``place``."""

    @property
    def passed(self) -> bool:
        """Whether all is as the case expects."""
        return not self.differences and self.bad is None


class RuleTried(NamedTuple):
    """What became of one rule: what is wrong with itself, and with its cases."""

    declared: DeclaredRule
    problems: tuple[Finding, ...]
    cases: tuple[CaseTried, ...]

    @property
    def passed(self) -> bool:
        """Whether the rule can be used and all its cases are as they expect."""
        return not self.problems and all(case.passed for case in self.cases)


def declared_rules(loaded: Loaded) -> list[DeclaredRule]:
    """The rules that a repository and its packs declare, in the order of their places."""
    found = loaded.repository.all(DeclaredRule)
    return sorted(found, key=lambda one: one.place())


def try_rules(loaded: Loaded, as_of: datetime, only: str | None = None) -> Iterator[RuleTried]:
    """Each declared rule, or the one that is asked for, tried on its cases."""
    repository = loaded.repository
    context = Context(Grounds(repository, clock_of(repository, as_of), loaded.tree))
    for declared in declared_rules(loaded):
        if only in (None, declared.id):
            yield _tried(declared, context)


def unread(loaded: Loaded) -> list[Finding]:
    """What was found in reading the files of rules that could not be understood."""
    paths = {
        one.place.path
        for one in loaded.repository.undecoded
        if one.kind == "rule" or one.place.path.startswith(_FOLDER)
    }
    return [one for one in reading_findings(loaded.problems) if one.place.path in paths]


def _tried(declared: DeclaredRule, context: Context) -> RuleTried:
    wrong = faults(declared, context)
    problems = tuple(finding_of(invalid, declared, fault, context) for fault in wrong)
    if problems:  # it judges nothing, so that no case could be as it expects
        return RuleTried(declared, problems, ())
    rule = rule_of(declared)
    cases = tuple(_case(rule, declared, position) for position in range(len(declared.cases)))
    return RuleTried(declared, (), cases)


def _case(rule: Rule, declared: DeclaredRule, position: int) -> CaseTried:
    data: Mapping[str, Any] = declared.cases[position]
    here = ("cases", position)
    try:
        case = case_of(data)
        if case.made_by is not None:
            raise BadCase(_MADE, "made_by")
        with TemporaryDirectory() as folder:
            trial = run(case, rule, Path(folder), declared=declared)
    except BadCase as bad:
        return CaseTried(_name(data), declared.place(*here, *bad.at), bad=bad.problem)
    found = [*in_passing(case, trial), *compare(case, trial)]
    shown = tuple(_shown(one, case, declared, position) for one in found)
    return CaseTried(case.name, declared.place(*here), shown)


def _name(data: Mapping[str, Any]) -> Text:
    """The name of a case that is not written rightly, as far as it has one."""
    name = data.get("name", "")
    if isinstance(name, dict) and all(isinstance(one, str) for one in name.values()):
        return Text.of(name)
    return Text.of(name if isinstance(name, str) else "")


def _shown(difference: Difference, case: Case, declared: DeclaredRule, position: int) -> Shown:
    own = partial(_inside, case, declared, position)
    wanted, found = difference.expected, difference.found
    return Shown(
        difference,
        None if wanted is None else own(wanted.path, wanted.line, wanted.column or 1),
        None if found is None else own(*found.place[:3]),
    )


def _inside(
    case: Case, declared: DeclaredRule, position: int, path: str, line: int, column: int
) -> Place | None:
    """The place in the rule's own file of a place in the repository of its case."""
    steps: tuple[str, ...] = {case.path: ("documents",), SETTINGS_PATH: ("settings",)}.get(
        path, ("files", path)
    )
    text: Any = declared.cases[position]
    for step in steps:
        text = text.get(step) if isinstance(text, Mapping) else None
    if not isinstance(text, str):
        return None
    lines = text.splitlines(keepends=True)
    if line > len(lines):
        return None
    offset = sum(map(len, lines[: line - 1])) + column - 1
    return declared.document.place_within(("cases", position, *steps), offset)
