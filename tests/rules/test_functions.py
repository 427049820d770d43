"""Functions that rules of the program call to say a day, a level, or what achieves an objective."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.repo import judged, write

APPETITE = """\
kind: appetite
id: a
title: {zh: 偏好, en: Appetite}
currency: CNY
grades: [{id: low, title: 低}, {id: high, title: 高}]
dimensions:
  - id: money
    title: 资金
    unit: CNY
    bands: [{grade: low, from: 0, to: 100}, {grade: high, from: 100}]
likelihoods: [{id: seldom, title: 少, per_year: 1, chance: 50%}, {id: often, title: 多, chance: 100%}]
levels: [{id: small, title: 小}, {id: middling, title: 中}, {id: great, title: 大}]
matrix:
  - {likelihood: seldom, levels: {low: small, high: middling}}
  - {likelihood: often, levels: {low: middling, high: great}}
limits: []
credit: {asserted: 30%, documented: 60%, witnessed: 80%, recomputed: 95%}
grace: 15 days
floor: 5%
"""
DEAL = """\
kind: transfer
id: sale
title: 转让
milestones:
  - {id: cut-over, title: 切换, on: 2026-11-28}
  - {id: closing, title: 交割, on: "2026-12-28T10:00+08:00"}
"""
RISK = """\
kind: risk
id: leak
title: 泄露
category: law
target: %s
inherent: {chance: 10%%, loss: {low: 200, high: 200}}
"""
CATALOGUE = """\
kind: catalogue
id: own
title: 目录
areas: [{id: x, title: 甲}]
objectives: [{ref: a, area: x, title: 甲}, {ref: b, area: x, title: 乙}]
"""


def outcome(
    root: Path,
    require: str,
    files: Mapping[str, str],
    kind: str = "department",
    stage: str = "structure",
) -> tuple[str, list[str]]:
    """The outcome of a rule with this condition on the one subject that matters, and all that is found."""
    head = "kind: rule\nid: our/own\ntitle: {zh: 甲, en: A}\nseverity: low\n"
    rule = f"{head}stage: {stage}\nfor: {kind}\nrequire: {json.dumps(require)}\n"
    result = judged(root, {"checks/rules/own.yaml": rule, **files})
    (found,) = [str(one.status) for one in result.outcomes if one.rule == "our/own"]
    return found, [one.rule for one in result.findings]


@pytest.mark.parametrize(
    ("call", "day"),
    [
        ("day('2026-11-23')", "2026-11-23"),
        ("day('2026-11-22T20:00+00:00')", "2026-11-23"),
        ("day('closing')", "2026-12-28"),
        ("last_day('2026-11-23')", "2026-11-23"),
        ("last_day('cut-over')", "2026-11-27"),
        ("last_day('closing')", "2026-12-28"),
    ],
)
def test_a_day_is_said_where_the_organisation_is(tmp_path: Path, call: str, day: str) -> None:
    found, _ = outcome(tmp_path, f'{call} == "{day}"', {"controls/deal.yaml": DEAL})
    assert found == "passed"


def test_a_day_of_a_milestone_that_is_not_there_is_undecided(tmp_path: Path) -> None:
    found, rules = outcome(tmp_path, "day('launch') == ''", {"controls/deal.yaml": DEAL})
    assert found == "not-assessed"
    assert "declared/undecided" in rules


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("great", "middling", "passed"),
        ("middling", "middling", "failed"),
        ("small", "middling", "failed"),
    ],
)
def test_levels_are_compared_in_the_order_of_the_appetite(
    tmp_path: Path, one: str, other: str, found: str
) -> None:
    files = {"risks/appetite.yaml": APPETITE, "risks/leak.yaml": RISK % "small"}
    assert outcome(tmp_path, f"higher('{one}', '{other}')", files, "risk", "derived")[0] == found


@pytest.mark.parametrize("levels", ["'huge', 'small'", "'small', 'huge'"])
def test_what_is_no_level_is_undecided_either_way(tmp_path: Path, levels: str) -> None:
    files = {"risks/appetite.yaml": APPETITE, "risks/leak.yaml": RISK % "small"}
    found, rules = outcome(tmp_path, f"higher({levels})", files, "risk", "derived")
    assert found == "not-assessed"
    assert "declared/undecided" in rules


def test_a_rule_of_the_program_is_not_at_fault_for_what_cannot_be_worked_out(
    tmp_path: Path,
) -> None:
    files = {"risks/appetite.yaml": APPETITE, "risks/leak.yaml": RISK % "huge"}
    result = judged(tmp_path, files)
    assert "internal/rule-crashed" not in {one.rule for one in result.findings}
    (own,) = [one for one in result.outcomes if one.rule == "risk/target-above-inherent"]
    assert str(own.status) == "not-assessed"


def control(id: str, status: str, more: str = "") -> str:
    return (
        f"kind: control\nid: {id}\ntitle: 措施\nstatement: 措施\nstatus: {status}\n"
        f"achieves: [own#a]\nraci: [{{accountable: it}}]\n{more}"
    )


@pytest.mark.parametrize(
    ("controls", "names"),
    [
        ([], "[]"),
        ([control("b", "implemented"), control("a", "implemented")], "['control/a', 'control/b']"),
        ([control("a", "planned"), control("b", "implementing"), control("c", "retired")], "[]"),
        ([control("a", "implemented", "until: 2026-11-23\n")], "['control/a']"),
        ([control("a", "implemented", "until: 2026-11-22\n")], "[]"),
        ([control("a", "implemented", "from: 2026-11-24\n")], "[]"),
    ],
)
@pytest.mark.parametrize("objective", ["own#a", "objective/own#a"])
def test_what_achieves_an_objective_is_in_operation(
    tmp_path: Path, controls: list[str], names: str, objective: str
) -> None:
    files = {
        "controls/catalogue.yaml": CATALOGUE,
        "controls/all.yaml": "---\n".join(controls) or "# 空\n",
    }
    assert outcome(tmp_path, f"achieving('{objective}') == {names}", files)[0] == "passed"


def test_what_achieves_an_objective_is_open_while_a_control_was_not_understood(
    tmp_path: Path,
) -> None:
    files = {
        "controls/catalogue.yaml": CATALOGUE,
        "controls/broken.yaml": "kind: control\nid: x\ntitle: 措施\n",
    }
    found, rules = outcome(tmp_path, "achieving('own#a').size() > 0", files)
    assert found == "not-assessed"
    assert "declared/undecided" not in rules, "the document is at fault, and not the rule"


def test_a_link_that_is_broken_elsewhere_does_not_hinder_a_rule_that_does_not_look_there(
    tmp_path: Path,
) -> None:
    files = {
        "controls/process.yaml": "kind: processing\nid: p\ntitle: 处理\npurpose: 用\ndatasets: [gone]\n"
    }
    assert outcome(tmp_path, "!has(processing.ground)", files, "processing")[0] == "passed"
    assert (
        outcome(tmp_path / "two", "datasets.size() == 0", files, "processing")[0] == "not-assessed"
    )


def test_a_field_that_is_missing_is_named_by_its_finding(tmp_path: Path) -> None:
    write(tmp_path, {})
    result = judged(
        tmp_path,
        {"controls/process.yaml": "kind: processing\nid: p\ntitle: 处理\npurpose: 用\n"},
    )
    (found,) = [one for one in result.findings if one.rule == "processing/no-ground"]
    assert (found.route, found.place.line) == ("ground", 2)


@pytest.mark.parametrize(
    ("risk", "found"),
    [
        (RISK % "small", "passed"),
        ("{kind: risk, id: leak, title: 泄露, category: law}\n", "failed"),
    ],
)
def test_whether_a_level_can_be_worked_out(tmp_path: Path, risk: str, found: str) -> None:
    files = {"risks/appetite.yaml": APPETITE, "risks/leak.yaml": risk}
    assert outcome(tmp_path, "measured(risk)", files, "risk", "derived")[0] == found


def test_without_an_appetite_nothing_is_measured(tmp_path: Path) -> None:
    files = {"risks/leak.yaml": RISK % "small"}
    assert outcome(tmp_path, "measured(risk)", files, "risk", "derived")[0] == "failed"
