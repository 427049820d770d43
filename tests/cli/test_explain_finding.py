"""``hegui explain FINGERPRINT``: each clause with its value, and where it was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegui import api
from hegui.reporters.derivation.findings import finding
from hegui.reporters.derivation.step import flat
from tests.cli.test_commands import ROOT, hegui
from tests.repo import BASE, judged, write

AGREEMENT = """\
kind: agreement
id: sms
title: {zh: 短信, en: SMS}
with: vendor/cloud
expires: 2027-12-31
clauses:
  - {id: incident-notice, hours: 24}
  - {id: audit}
---
{kind: vendor, id: cloud, title: {zh: 云, en: Cloud}, status: active}
"""
RULES = """\
kind: rule
id: own/notice
title: {zh: 通知过慢, en: Too slow a notice}
severity: high
for: agreement
where: vendors.size() > 0 && has(agreement.expires)
require: agreement.clauses.all(c, c.id != 'incident-notice' || c.hours <= options.hours)
options: {hours: {type: int, default: 4}}
at: clauses[incident-notice].hours
see: [vendors]
---
kind: rule
id: own/each
title: {zh: 条款写明位置, en: Clauses say where}
severity: low
for: agreement
each: clauses
where: each.id == 'audit'
require: has(each.at) || vendors.exists(v, v.status == 'ended')
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {"vendors/a.yaml": AGREEMENT, "checks/rules/own.yaml": RULES}
    return write(tmp_path_factory.mktemp("repo"), {**BASE, **files})


def explained(root: Path, rule: str, language: str = "en") -> list[str]:
    result = api.check(root)
    [found] = [one for one in result.findings if one.rule == rule]
    steps = flat(finding(found, result))
    return [
        f"{' ' * depth}{one.text.get(language)}{f' @ {one.place}' if one.place else ''}"
        for depth, one in steps
    ]


def test_each_clause_with_its_value_and_place(root: Path) -> None:
    assert explained(root, "own/notice") == [
        "SMS (sms) does not meet “Too slow a notice” @ vendors/a.yaml:7:34",
        " Rule own/notice (Too slow a notice), high @ checks/rules/own.yaml:2:5",
        " The field clauses[incident-notice].hours @ vendors/a.yaml:7:34",
        " It applies where: all of these → true",
        "  vendors.size() > 0 → true",
        "   vendors = 1 items: cloud",
        "  has(agreement.expires) → true",
        "   agreement.expires = 2027-12-31 @ vendors/a.yaml:5:10",
        " It requires: agreement.clauses.all(c, c.id != 'incident-notice' || c.hours <= options.hours)"
        " → false",
        "  agreement.clauses[1] → false @ vendors/a.yaml:7:5",
        "  agreement.clauses[2] → true @ vendors/a.yaml:8:5",
        "  agreement.clauses = 2 items: incident-notice, audit @ vendors/a.yaml:6:1",
        "  options.hours = 4",
        " vendor cloud @ vendors/a.yaml:10:20",
        " Mend it: Mend what the rule asks for.",
    ]


def test_of_one_item_of_a_list(root: Path) -> None:
    told = explained(root, "own/each", "zh")

    assert " 适用条件：each.id == 'audit' → 成立" in told
    assert "  each.id = audit @ vendors/a.yaml:8:10" in told
    assert " 须成立：成立其一即可 → 不成立" in told
    assert "   each.at：没有写 @ vendors/a.yaml:8:5" in told
    assert "   vendors[1] → 不成立 @ vendors/a.yaml:10:20" in told


def test_a_coded_rule_tells_what_it_worked_out(root: Path, tmp_path: Path) -> None:
    result = judged(tmp_path, {"vendors/a.yaml": AGREEMENT.replace("2027-12-31", "2026-11-30")})
    [found] = [one for one in result.findings if one.rule == "agreement/expiring"]
    told = [one.text.get("en") for _, one in flat(finding(found, result))]

    assert "day = 2026-11-30" in told
    assert "days = 60" in told


def test_every_finding_of_the_case_can_be_explained() -> None:
    """None of them crashes, and each leads to its place."""
    result = api.check(ROOT)
    for found in result.findings:
        step = finding(found, result)
        assert step.place == found.place
        assert len(step.below) >= 2


def test_on_the_command_line(root: Path) -> None:
    data = json.loads(hegui("check", "--format", "json", cwd=root).stdout)
    [print_] = [one["fingerprint"] for one in data["findings"] if one["rule"] == "own/notice"]

    text = hegui("explain", print_[:12], "--lang", "zh", cwd=root)
    assert text.returncode == 0
    assert "options.hours = 4" in text.stdout
    assert all(len(line.encode("gbk", "replace")) <= 80 for line in text.stdout.splitlines())
    made = json.loads(hegui("explain", print_, "--format", "json", cwd=root).stdout)
    assert made["location"] == {"path": "vendors/a.yaml", "line": 7, "column": 34}

    missing = hegui("explain", "0" * 32, cwd=root)
    assert missing.returncode == 2
    assert "0" * 32 in missing.stderr
