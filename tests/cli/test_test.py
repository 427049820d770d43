"""``hegui test`` as a user meets it: what is tried, what is told, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.test_commands import hegui
from tests.repo import BASE, write

RULE = """\
    kind: rule
    id: own/active
    title: {zh: 在用, en: In use}
    severity: low
    for: vendor
    require: vendor.status == 'active'
    at: status
    cases:
      - name: {zh: 已停用, en: It has ended}
        documents: |
          kind: vendor
          id: v
          title: {zh: 云, en: Cloud}
          status: ended
        expect: [{line: %s, column: 9}]
      - name: {zh: 在用, en: It is in use}
        documents: |
          kind: vendor
          id: v
          title: {zh: 云, en: Cloud}
          status: active
        expect: []
        outcomes: {vendor/v: passed}
"""


def repository(folder: Path, rule: str) -> Path:
    write(folder, {**BASE, "checks/rules/own.yaml": dedent(rule)})
    return folder


def test_the_rules_of_the_case_are_as_their_cases_expect() -> None:
    done = hegui("test", "--format", "json")

    told = json.loads(done.stdout)
    assert done.returncode == 0
    assert told["passed"]
    assert len(told["rules"]) >= 4
    assert all(case["passed"] for rule in told["rules"] for case in rule["cases"])


def test_one_rule_alone() -> None:
    done = hegui("test", "--rule", "control/vague", "--lang", "en")

    assert done.returncode == 0
    assert done.stdout.splitlines()[0].startswith("✓ control/vague  cases: 4, all as expected")
    assert hegui("test", "--rule", "control/vage").returncode == 2


def test_a_rule_that_passes(tmp_path: Path) -> None:
    done = hegui("test", cwd=repository(tmp_path, RULE % 4))

    assert (done.returncode, done.stderr) == (0, "")


def test_a_difference_is_shown_in_the_case_and_in_the_file_of_the_rule(tmp_path: Path) -> None:
    done = hegui("test", "--lang", "en", cwd=repository(tmp_path, RULE % 3))

    assert done.returncode == 1
    assert done.stdout.splitlines()[:5] == [
        "✗ own/active  cases: 2, 1 of them differ  checks/rules/own.yaml:2:5",
        "    checks/rules/own.yaml:9:5  It has ended",
        "      expected at controls/case.yaml:3:9, found at controls/case.yaml:4:9",
        "        - expected controls/case.yaml:3:9  (checks/rules/own.yaml:13:15)",
        "        + found controls/case.yaml:4:9  (checks/rules/own.yaml:14:15)  "
        "Cloud (v) does not meet “In use”",
    ]


def test_an_expectation_of_nothing_is_not_met_by_what_was_not_understood(tmp_path: Path) -> None:
    rule = RULE.replace("status: active\n", "status: actve\n") % 4
    done = hegui("test", "--format", "json", cwd=repository(tmp_path, rule))

    case = json.loads(done.stdout)["rules"][0]["cases"][1]
    assert done.returncode == 1
    assert "document/not-allowed" in case["differences"][0]["text"]["en"]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("expect: []", "expct: []", 22, "there is no field “expct”. Did you mean “expect”?"),
        ("expect: []", "expect: {}", 22, "write a list; [] where nothing is found"),
        ("expect: [{line", "expect: [{lin", 15, "there is no field “lin”. Did you mean “line”?"),
        ("line: 4", "line: four", 15, "write a whole number from 1, not four"),
        ("vendor/v: passed", "vendor/v: pass", 23, "there is no outcome “pass”"),
        ("expect: []", "expect: []\n    as_of: soon", 23, "write a date (2026-11-23)"),
        ("expect: []", "expect: []\n    path: ../x", 23, "not a path inside the repository: ../x"),
        ("expect: []", "expect: []\n    made_by: link", 23, "made_by is only for the tests"),
        ("expect: []", "expect: []\n    files: {controls: x}", 16, "controls cannot be written"),
        ("expect: []", 'expect: []\n    files: {"%s": x}' % ("a" * 300), 16, "cannot be written"),
        (
            "expect: []",
            "expect: []\n    files: [x]",
            23,
            "write a mapping, as controls/case.yaml: …",
        ),
        ("expect: []\n", "\n", 16, "“expect” is missing"),
    ],
)
def test_a_case_written_wrongly_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    rule = dedent(RULE % 4).replace(old, new)
    done = hegui("test", "--format", "json", cwd=repository(tmp_path, rule))

    told = json.loads(done.stdout)
    bad = [case for case in told["rules"][0]["cases"] if case["bad"]]
    assert (done.returncode, len(bad), done.stderr) == (1, 1, "")
    assert problem in bad[0]["bad"]["en"]
    assert bad[0]["location"]["line"] == line
    spoken = hegui("test", cwd=tmp_path).stdout
    assert f"checks/rules/own.yaml:{line}:" in spoken
    assert bad[0]["bad"]["zh"] in spoken


def test_a_rule_that_cannot_be_used_fails(tmp_path: Path) -> None:
    rule = RULE.replace("vendor.status ==", "vendor.state ==") % 4
    done = hegui("test", "--lang", "en", cwd=repository(tmp_path, rule))

    assert done.returncode == 1
    assert "cannot be used; its cases were not tried" in done.stdout
    assert "declared/invalid  6:17" in done.stdout


def test_a_rule_that_was_not_understood_fails(tmp_path: Path) -> None:
    rule = RULE.replace("severity: low", "severity: lo") % 4
    done = hegui("test", "--lang", "en", cwd=repository(tmp_path, rule))

    assert done.returncode == 1
    assert "Did you mean “low”?" in done.stdout


def test_a_rule_that_gives_no_answer_on_a_case_fails(tmp_path: Path) -> None:
    rule = RULE.replace("vendor.status ==", "vendor.services[7].access ==") % 4
    done = hegui("test", "--format", "json", cwd=repository(tmp_path, rule))

    differences = json.loads(done.stdout)["rules"][0]["cases"][1]["differences"]
    assert done.returncode == 1
    assert "gives no answer on this case" in differences[0]["text"]["en"]
    assert "declared/undecided" in differences[0]["text"]["en"]


def test_a_hostile_rule_is_stopped_in_its_cases_too(tmp_path: Path) -> None:
    doubled = "[vendor.id]" + ".map(a, a+a+a+a+a+a+a+a)" * 11 + "[0] != ''"
    rule = RULE.replace("require: vendor.status == 'active'", f'require: "{doubled}"') % 4
    done = hegui("test", "--lang", "en", cwd=repository(tmp_path, rule))

    assert done.returncode == 1
    assert done.stdout.count("declared/stopped") == 2


def test_a_repository_without_rules(tmp_path: Path) -> None:
    write(tmp_path, BASE)
    done = hegui("test", "--lang", "en", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    assert "declares no rules" in done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(lang: str) -> None:
    text = hegui("test", "--help", "--lang", lang).stdout

    assert "hegui test --rule" in text
    assert max(len(line) for line in text.splitlines()) <= 80
