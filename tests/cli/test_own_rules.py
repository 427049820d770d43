"""Rules that a repository declares, where the program lists and explains rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegui.rules.registry import all_rules
from hegui.scaffold.rule import rule_file
from tests.cli.test_commands import hegui
from tests.repo import BASE, write

OWN = "vendor/named"
EACH = """\
kind: rule
id: agreement/hours
title: {zh: 时限, en: Hours}
severity: low
for: agreement
each: clauses
require: "!has(each.hours) || each.hours <= options.most"
options: {most: {type: int, default: 4}}
cases: [{name: 不是列表, expect: none}]
"""
WHOLE = """\
kind: rule
id: own/registered
title: {zh: 登记, en: Registered}
severity: low
for: repository
require: vendors.size() > 0
"""
UNSOUND = WHOLE.replace("own/registered", "own/unsound").replace("vendors", "vendrs")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    rules = {"named": rule_file(OWN, "vendor", "zh"), "each": EACH, "whole": WHOLE, "bad": UNSOUND}
    files = {f"checks/rules/{name}.yaml": text for name, text in rules.items()}
    return write(tmp_path, {**BASE, **files})


def test_the_list_says_where_each_rule_comes_from(root: Path) -> None:
    rows = json.loads(hegui("list", "rule", "--format", "json", cwd=root).stdout)
    sources = {row["id"]: row["source"] for row in rows}

    assert list(sources) == sorted(sources)
    assert {id for id, source in sources.items() if source == "program"} == set(all_rules())
    assert {id for id, source in sources.items() if source == "repository"} == {
        OWN, "agreement/hours", "own/registered",
    }  # fmt: skip


@pytest.mark.parametrize(("lang", "mark"), [("zh", "本仓库"), ("en", "our own")])
def test_the_table_marks_rules_of_our_own(root: Path, lang: str, mark: str) -> None:
    lines = hegui("list", "rule", "--lang", lang, cwd=root).stdout.splitlines()

    assert [line.split()[0] for line in lines if mark in line] == [
        "agreement/hours", "own/registered", OWN,
    ]  # fmt: skip
    assert max(map(len, lines)) <= 80


def test_outside_of_a_repository_the_program_lists_its_own(tmp_path: Path) -> None:
    rows = json.loads(hegui("list", "rule", "--format", "json", cwd=tmp_path).stdout)

    assert {row["id"] for row in rows} == set(all_rules())


def test_settings_that_cannot_be_used_hide_no_rule_of_the_program(tmp_path: Path) -> None:
    write(tmp_path, {"hegui.yaml": "organization: [\n"})

    assert hegui("list", "rule", cwd=tmp_path).returncode == 0
    assert hegui("explain", "agreement/expired", cwd=tmp_path).returncode == 0


def test_the_page_of_a_rule_of_our_own(root: Path) -> None:
    page = hegui("explain", OWN, "--lang", "en", cwd=root).stdout

    assert page.startswith("# The title of the vendor is not settled\n\n`vendor/named`\n")
    assert "`where`\n\n```cel\nhas(vendor.title)\n```" in page
    assert "!words(vendor.title).exists(w, options.marks.exists(m, w.contains(m)))" in page
    assert "- `marks`, by default" in page
    assert "## Bad: The title is to be decided" in page
    assert "## Good: The title is settled" in page
    told = json.loads(hegui("explain", OWN, "--format", "json", cwd=root).stdout)
    assert told["id"] == OWN
    assert "## 条件（CEL）" in told["page"]


def test_the_page_of_a_rule_for_each_item_of_a_list(root: Path) -> None:
    done = hegui("explain", "agreement/hours", "--lang", "en", cwd=root)

    assert (done.returncode, done.stderr) == (0, "")
    assert "For each item of: `clauses`" in done.stdout


def test_the_page_of_a_rule_for_the_whole_repository(root: Path) -> None:
    assert "对象：整个仓库" in hegui("explain", "own/registered", cwd=root).stdout


def test_a_rule_that_cannot_be_used_is_not_explained(root: Path) -> None:
    done = hegui("explain", "own/unsound", "--lang", "en", cwd=root)

    assert (done.returncode, done.stdout) == (2, "")
    assert "own/unsound at checks/rules/bad.yaml:2:5 cannot be used" in done.stderr


def test_a_rule_that_is_not_there(root: Path) -> None:
    done = hegui("explain", "vendor/nmed", "--lang", "en", cwd=root)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean “vendor/named”?" in done.stderr
