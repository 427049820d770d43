"""``hegui test``: try the rules of the repository on their cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.common import (
    PATH,
    colored,
    emit,
    format_option,
    lang_option,
    locate,
    narrate,
    open_repository,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hegui.api import Loaded
    from hegui.engine.trying import CaseTried, RuleTried, Shown
    from hegui.findings.finding import Finding
    from hegui.source.place import Place

_NO_RULE = both(
    "仓库里没有自定义规则“{rule}”。{hint}",
    "The repository declares no rule “{rule}”. {hint}",
)
_NONE = both(
    "仓库里没有自定义规则；用 hegui new rule 新写一条。",
    "The repository declares no rules; hegui new rule writes one.",
)
_ALL = both("{count} 个案例全部符合", "cases: {count}, all as expected")
_SOME = both("{count} 个案例中 {wrong} 个不符", "cases: {count}, {wrong} of them differ")
_UNTRIED = both("没有案例", "no cases")
_UNUSABLE = both("规则不可用，案例未运行", "cannot be used; its cases were not tried")
_EXPECTED, _FOUND = both("应有", "expected"), both("实有", "found")
_BAD = both("案例写得不对：{problem}", "This case is not written rightly: {problem}")
_BAD_REMEDY = both(
    "按所指位置改正；写法见 docs/rule-language.zh.md。",
    "Mend it at this place; docs/rule-language.md says how cases are written.",
)
_TOTAL = both(
    "{rules} 条规则，{cases} 个案例：{wrong} 条规则不符",
    "rules: {rules}, cases: {cases}, rules that are not as they should be: {wrong}",
)


@command(
    "test",
    both(
        "用规则自带的正反例检验自定义规则，与预期不符即以 1 退出",
        "Try the rules of the repository on their own cases; exit with 1 where one differs",
    ),
    arguments=[PATH],
    example="hegui test\nhegui test --rule agreement/notice-too-slow\nhegui test --format json",
)
@click.argument("path", default=".")
@option(
    "--rule",
    "only",
    metavar="ID",
    words=both("只检验这一条规则", "try this rule alone"),
)
@format_option("text", "json")
@lang_option
def run(path: str, only: str | None, format_: str) -> int:
    loaded = open_repository(locate(path).root)
    from hegui.api import instant
    from hegui.engine.trying import declared_rules, try_rules, unread

    if only is not None:
        _known(only, [one.id for one in declared_rules(loaded)])
    broken = unread(loaded)
    tried = list(try_rules(loaded, instant(loaded.repository.settings), only))
    passed = not broken and all(one.passed for one in tried)
    if format_ == "json":
        emit(json.dumps(_data(tried, broken, passed), ensure_ascii=False, indent=2))
    elif tried or broken:
        emit("\n".join(_Writer(loaded).lines(tried, broken)))
    else:
        narrate(_NONE)
    return 0 if passed else 1


def _known(only: str, ids: list[str]) -> None:
    if only not in ids:
        from hegui.loading.suggest import did_you_mean

        hint = Speech.say(did_you_mean(only, ids))
        raise click.UsageError(Speech.say(_NO_RULE).format(rule=only, hint=hint).rstrip())


class _Writer:
    """The lines for a terminal: one for each rule, and below it what differs."""

    def __init__(self, loaded: Loaded) -> None:
        from hegui.reporters.ink import Ink

        self._files, self._ink = loaded.repository.files, Ink(colored())

    def lines(self, tried: Sequence[RuleTried], broken: Sequence[Finding]) -> Iterator[str]:
        """All that is told."""
        yield from self._findings(broken)
        for one in tried:
            yield self._rule(one)
            yield from self._findings(one.problems)
            for case in one.cases:
                if not case.passed:
                    yield from self._case(case)
        counts = {
            "rules": len(tried),
            "cases": sum(len(one.cases) for one in tried),
            "wrong": sum(not one.passed for one in tried),
        }
        yield Speech.say(_TOTAL).format(**counts)

    def _rule(self, one: RuleTried) -> str:
        from hegui.reporters.ink import GREEN, RED

        wrong = sum(not case.passed for case in one.cases)
        told = _UNUSABLE if one.problems else _SOME if wrong else _ALL if one.cases else _UNTRIED
        said = Speech.say(told).format(count=len(one.cases), wrong=wrong)
        mark = self._ink("✓", GREEN) if one.passed else self._ink("✗", RED)
        return f"{mark} {one.declared.id}  {said}  {_told(one.declared.place())}"

    def _case(self, case: CaseTried) -> Iterator[str]:
        from hegui.reporters.harmless import one_line
        from hegui.reporters.ink import BOLD

        name = one_line(Speech.say(case.name))
        yield f"    {self._ink(_told(case.place), BOLD)}  {name}".rstrip()
        if case.bad is not None:
            yield f"      {one_line(Speech.say(_BAD).format(problem=Speech.say(case.bad)))}"
            yield f"      {Speech.say(_BAD_REMEDY)}"
        for shown in case.differences:
            yield f"      {one_line(Speech.say(shown.difference.text))}"
            yield from self._sides(shown)

    def _sides(self, shown: Shown) -> Iterator[str]:
        from hegui.reporters.harmless import one_line
        from hegui.reporters.ink import GREEN, RED

        expected, found = shown.difference.expected, shown.difference.found
        if expected is not None:
            column = "" if expected.column is None else f":{expected.column}"
            told = f"- {Speech.say(_EXPECTED)} {expected.path}:{expected.line}{column}"
            yield f"        {self._ink(one_line(told + _own(shown.expected)), RED)}"
        if found is not None:
            told = f"+ {Speech.say(_FOUND)} {found.place}{_own(shown.found)}"
            said = one_line(f"{told}  {Speech.say(found.message)}")
            yield f"        {self._ink(said, GREEN)}"

    def _findings(self, findings: Sequence[Finding]) -> Iterator[str]:
        from hegui.reporters.text import list_findings

        if findings:
            yield list_findings(findings, self._files, Speech.language).rstrip("\n")


def _own(place: Place | None) -> str:
    """Where that is in the rule's own file."""
    return "" if place is None else f"  ({_told(place)})"


def _told(place: Place) -> str:
    from hegui.reporters.harmless import harmless

    return harmless(str(place))


def _data(tried: Sequence[RuleTried], broken: Sequence[Finding], passed: bool) -> dict[str, Any]:
    return {
        "passed": passed,
        "unread": [_finding(one) for one in broken],
        "rules": [
            {
                "id": one.declared.id,
                "passed": one.passed,
                "location": _location(one.declared.place()),
                "problems": [_finding(problem) for problem in one.problems],
                "cases": [_case(case) for case in one.cases],
            }
            for one in tried
        ],
    }


def _case(case: CaseTried) -> dict[str, Any]:
    return {
        "name": _text(case.name),
        "passed": case.passed,
        "location": _location(case.place),
        "bad": None if case.bad is None else _text(case.bad),
        "differences": [_shown(one) for one in case.differences],
    }


def _shown(shown: Shown) -> dict[str, Any]:
    expected, found = shown.difference.expected, shown.difference.found
    return {
        "text": _text(shown.difference.text),
        "expected": expected
        and {"path": expected.path, "line": expected.line, "column": expected.column},
        "expected_in_rule": shown.expected and _location(shown.expected),
        "found": found and _finding(found),
        "found_in_rule": shown.found and _location(shown.found),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "location": _location(finding.place),
        "message": _text(finding.message),
        "remedy": _text(finding.remedy),
    }


def _location(place: Place) -> dict[str, Any]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.get("zh"), "en": text.get("en")}
