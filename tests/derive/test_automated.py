"""Showings from automated checks: whose outcomes count, and what they amount to."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from hegui.derive.automated import admitted, automated
from hegui.derive.dropped import DROPPED
from hegui.derive.showing import Level, Showing
from hegui.findings.finding import Outcome
from hegui.model.control import Control
from tests.derive.helpers import at
from tests.derive.small import (
    CONTROL,
    LOG,
    catalogue,
    control,
    grounds,
    objective,
    outcome,
    part,
    text,
)

ONE = catalogue(objective("key: a"))
EACH = catalogue(objective("key: a, for_each: vendor"))
CHECK = """
kind: check
id: daily
title: 检查
control: k
requirements: [c#o:a]
method: automated
rule: r/x
"""


def said(outcomes: Iterable[Outcome], *documents: str, asked: str = ONE) -> list[Showing]:
    """What the automated checks among some documents show of the requirement ``c#o:a``."""
    found = grounds(text(asked, LOG, *(documents or (CONTROL, CHECK))))
    by_rule: dict[str, list[Outcome]] = {}
    for one in outcomes:
        by_rule.setdefault(one.rule, []).append(one)
    return list(automated(part(found, "requirement", "c#o:a"), by_rule, found))


def test_a_pass_is_recomputed_now() -> None:
    [one] = said([outcome("dataset/d")])

    assert one.source.id == "daily"
    assert (one.position, one.subject) == (None, None)
    assert one.at == at("2026-11-23 12:00")
    assert one.passed
    assert one.level is Level.RECOMPUTED
    assert (one.until, one.gone, one.void) == (None, None, None)
    assert one.control is not None
    assert one.control.id == "k"


@pytest.mark.parametrize(
    ("statuses", "passed"),
    [
        ([], None),
        (["passed"], True),
        (["passed", "passed"], True),
        (["failed"], False),
        (["passed", "failed"], False),
        (["not-assessed", "failed"], False),
        (["not-applicable"], None),
        (["not-applicable", "passed"], True),
        (["not-applicable", "failed"], False),
        (["not-assessed"], None),
        (["passed", "not-assessed"], None),
        (["not-due"], None),
        (["passed", "not-due"], None),
        (["waived"], None),
        (["passed", "waived"], None),
    ],
)
def test_a_rule_passes_when_it_passes_on_all_it_applies_to(
    statuses: list[str], passed: bool | None
) -> None:
    found = said([outcome(f"dataset/d{n}", one) for n, one in enumerate(statuses)])

    assert [one.passed for one in found] == ([] if passed is None else [passed])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("method: automated", "method: manual"),
        ("rule: r/x", ""),
        ("rule: r/x", "rule: r/y"),
        ("requirements: [c#o:a]", ""),
        ("control: k", "control: gone"),
        ("control: k", "control: other"),
        ("control: k", "control: old"),
    ],
)
def test_a_check_that_shows_nothing(old: str, new: str) -> None:
    """It is done by hand, has no rule, tells of something else, or its control does not stand."""
    others = (control("other", achieves="c#p"), control("old", status="retired"))
    asked = catalogue(objective("key: a"), objective("key: a", ref="p"))
    outcomes = [outcome("dataset/d"), outcome("dataset/d", rule="r/z")]

    assert said(outcomes, CONTROL, *others, CHECK, asked=asked)
    assert old in CHECK
    assert not said(outcomes, CONTROL, *others, CHECK.replace(old, new), asked=asked)


def test_a_check_with_a_double_that_was_not_understood_shows_nothing() -> None:
    def shown(*more: str) -> list[str]:
        return [one.source.id for one in said([outcome("dataset/d")], CONTROL, CHECK, *more)]

    assert shown("{kind: check, id: daily}") == []
    assert shown("{kind: check, id: weekly}", "{kind: vendor, id: daily}") == ["daily"]


def test_the_next_check_is_looked_at_all_the_same() -> None:
    by_hand = CHECK.replace("id: daily", "id: a-hand").replace("automated", "manual")
    of_none = CHECK.replace("id: daily", "id: b-none").replace("control: k", "control: gone")

    assert [one.source.id for one in said([outcome("dataset/d")], CONTROL, by_hand, of_none, CHECK)]\
        == ["daily"]  # fmt: skip


def test_every_check_speaks_for_itself() -> None:
    other = CHECK.replace("id: daily", "id: weekly").replace("r/x", "r/y")
    found = said(
        [outcome("dataset/d", "failed"), outcome("dataset/d", rule="r/y")], CONTROL, CHECK, other
    )

    assert [(one.source.id, one.passed) for one in found] == [("daily", False), ("weekly", True)]


def test_for_each_subject_its_own() -> None:
    outcomes = [
        outcome("vendor/a"),
        outcome("vendor/b", "failed"),
        outcome("vendor/c", "not-applicable"),
        outcome("dataset/d", "failed"),
    ]
    found = said(outcomes, asked=EACH)

    assert [(str(one.subject), one.passed) for one in found] == [
        ("vendor/a", True),
        ("vendor/b", False),
    ]


def test_what_can_be_dropped_to_look_better() -> None:
    assert {
        "control", "check", "evidence", "exclusion", "action", "waiver", "sign-off", "measurement",
    } == DROPPED  # fmt: skip


@pytest.mark.parametrize("kind", sorted(DROPPED - {"control"}))
def test_a_rule_about_what_can_be_dropped_proves_nothing(kind: str) -> None:
    assert not said([outcome(f"{kind}/x")])
    assert not said([outcome(f"{kind}/x", "failed")])
    assert [one.passed for one in said([outcome(f"{kind}/x", "failed"), outcome("dataset/r")])] == [
        True
    ]


def test_a_rule_about_controls_speaks_of_the_checks_own() -> None:
    """Were others counted, removing a bad control would raise the score."""
    own, other = outcome("control/k"), outcome("control/other", "failed")

    assert [one.passed for one in said([other, own])] == [True]
    assert [one.passed for one in said([outcome("control/k", "failed")])] == [False]
    assert not said([other])
    assert not said([other, outcome("dataset/d")])


def test_what_may_prove_something() -> None:
    found = grounds(text(ONE, LOG, CONTROL))
    the = found.repository.items["control"]["k"]
    assert isinstance(the, Control)

    def subjects(*names: str) -> list[str]:
        return [str(one.subject) for one in admitted([outcome(name) for name in names], the)]

    assert subjects("dataset/d", "waiver/w", "milestone/deal#closing") == [
        "dataset/d",
        "milestone/deal#closing",
    ]
    assert subjects("dataset/d", "control/k", "control/l") == ["control/k"]


RULE = """
kind: rule
id: r/x
title: 规则
severity: low
for: dataset
require: "true"
"""
BAD, GOOD = "{name: 反例, expect: [{line: 1}]}", "{name: 正例, expect: []}"


@pytest.mark.parametrize(
    ("cases", "shown"),
    [
        ("[]", 0),
        (f"[{BAD}]", 0),
        (f"[{GOOD}]", 0),
        ("[{name: 没写}]", 0),
        (f"[{GOOD}, {{name: 没写}}]", 0),
        (f"[{GOOD}, {BAD}]", 1),
    ],
)
def test_a_rule_of_our_own_proves_nothing_before_it_is_tried(cases: str, shown: int) -> None:
    rule = f"{RULE}cases: {cases}\n"

    assert len(said([outcome("dataset/d")], CONTROL, CHECK, rule)) == shown
