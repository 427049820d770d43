"""Every rule finds what its cases say, where they say it, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from hegui.engine.compare import differences
from hegui.findings.finding import Finding
from hegui.rules.cases import Case, bad, cases_of, good
from hegui.rules.rule import Fault, Rule, Stage
from hegui.source.bilingual import Text, both
from tests.rules.trials import RULES, every_case, tried

CHECKED = [rule for rule in RULES if rule.check is not None]
UNCONDITIONAL: set[str] = set()
"""Rules that find something in each of their subjects, so that no subject can pass."""
DECIDED = {"authority/base-not-understood"}
"""Rules that can always be decided: what is not understood is what they find."""


def named(rules: Iterable[Rule]) -> list[ParameterSet]:
    return [pytest.param(rule, id=rule.id) for rule in rules]


each_rule = pytest.mark.parametrize("rule", named(RULES))
each_check = pytest.mark.parametrize("rule", named(CHECKED))


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        pytest.param(rule, case, id=f"{rule.id}-{case.name.get('en')}")
        for rule, case in every_case()
    ],
)
def test_finds_what_the_case_says(rule: Rule, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = tried(rule, case, monkeypatch)

    assert differences(case, trial) == []
    assert trial.also == case.also, "a case must be right in all that it is not about"
    for finding in trial.findings:
        assert_worded(finding.message)
        assert_worded(finding.remedy)
        assert_well_placed(finding)


def assert_worded(text: Text) -> None:
    zh, en = text.get("zh"), text.get("en")
    assert zh
    assert en
    assert zh != en
    assert not re.search(r"\{\w*\}|None", zh + en)


ROUTES = {
    "dataset/unknown-category": r"categories(\[[a-z-]{2,}\])?",
    "department/no-deputy": "deputy",
    "department/no-head": "head",
    "evidence/no-artefact": "artefact",
    "exclusion/not-approved": "approved_by|granted",
    "processing/no-ground": "ground",
    "processing/no-impact-assessment": r"impact_assessment(\.on)?",
    "responsibility/no-accountable": r"raci(\[.+\]\.until)?",
    "risk/no-owner": "owner",
}
"""The routes of findings where the place does not tell which field is meant, for it is not there."""


def assert_well_placed(finding: Finding) -> None:
    assert re.fullmatch(ROUTES.get(finding.rule, ".*"), finding.route)
    for place in (finding.place, *(related.place for related in finding.related)):
        assert (place.line, place.column) <= (place.end_line, place.end_column)
        assert not place.path.startswith("/")


@each_rule
def test_has_good_and_bad_cases(rule: Rule) -> None:
    cases = cases_of(rule)
    least = 1 if rule.stage is Stage.DOCUMENT else 2

    assert len(bad(cases)) >= least
    assert len(good(cases)) >= least
    assert len({case.name.get("zh") for case in cases}) == len(cases)
    assert len({case.name.get("en") for case in cases}) == len(cases)
    assert all(case.name.missing(("zh", "en")) == () for case in cases)


@pytest.mark.parametrize("rule", named(rule for rule in CHECKED if rule.id not in DECIDED))
def test_has_a_case_that_cannot_be_assessed(rule: Rule) -> None:
    assert any("not-assessed" in case.outcomes.values() for case in cases_of(rule))


@each_rule
def test_the_example_of_the_page_is_worded(rule: Rule) -> None:
    for expected in bad(cases_of(rule))[0].expect:
        assert expected.column is not None
        assert expected.message is not None
        assert expected.message.missing(("zh", "en")) == ()


@each_rule
def test_texts_stand_in_both_languages(rule: Rule) -> None:
    for text in (rule.title, rule.message, rule.remedy, rule.why):
        assert text.plain is None
        assert text.missing(("zh", "en")) == ()
        assert text.zh != text.en or re.fullmatch(r"[{}\w]+", text.zh or "")


@each_rule
def test_references_name_a_clause(rule: Rule) -> None:
    for reference in rule.references:
        assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*#[A-Za-z0-9][A-Za-z0-9._-]*", reference)


def test_titles_are_unique() -> None:
    for language in ("zh", "en"):
        titles = [rule.title.get(language) for rule in RULES]
        assert sorted(titles) == sorted(set(titles))


# A rule that is wrong in a simple way must fail its cases. What it says is left out of account.


def nothing(subject: Any, context: Any) -> list[Fault]:
    return []


def something(subject: Any, context: Any) -> list[Fault]:
    return [Fault()]


def fails(rule: Rule, wrong: Rule, patch: pytest.MonkeyPatch) -> bool:
    """Whether some case of ``rule`` tells ``wrong`` from it."""
    for case in cases_of(rule):
        trial = tried(rule, case, patch, wrong)
        expect = tuple(replace(one, message=None, remedy=None) for one in case.expect)
        if differences(replace(case, expect=expect), trial) or trial.also != case.also:
            return True
    return False


@each_check
def test_a_rule_that_finds_nothing_fails(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fails(rule, replace(rule, check=nothing), monkeypatch)


@pytest.mark.parametrize("rule", named(rule for rule in CHECKED if rule.id not in UNCONDITIONAL))
def test_a_rule_that_always_finds_something_fails(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = both("一", "one")
    wrong = replace(rule, check=something, message=plain, remedy=plain)

    assert any(tried(rule, case, monkeypatch, wrong).findings for case in good(cases_of(rule)))


@pytest.mark.parametrize("rule", named(rule for rule in CHECKED if rule.where is not None))
def test_a_rule_that_applies_everywhere_fails(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fails(rule, replace(rule, where=None), monkeypatch)
