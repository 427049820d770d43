"""``hegui new``: what it writes passes its own cases, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.api import check
from hegui.model.kinds import KINDS
from hegui.scaffold.rule import rule_file
from tests.cli.test_commands import hegui
from tests.repo import BASE, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, BASE)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_rule_passes_its_cases_and_adds_no_finding(root: Path, lang: str) -> None:
    before = [str(one.place) for one in check(root).findings]
    done = hegui("new", "rule", "vendor/no-exit-plan", "--lang", lang, cwd=root)

    assert (done.returncode, done.stdout) == (0, "")
    assert "checks/rules/no-exit-plan.yaml" in done.stderr
    tested = hegui("test", "--rule", "vendor/no-exit-plan", "--lang", "en", cwd=root)
    assert tested.returncode == 0
    assert "cases: 2, all as expected" in tested.stdout
    assert [str(one.place) for one in check(root).findings] == before
    text = (root / "checks/rules/no-exit-plan.yaml").read_text(encoding="utf-8")
    assert ("写法见" in text) == (lang == "zh")
    assert max(map(len, text.splitlines())) <= 100


def test_rules_for_all_kinds_pass_their_cases_and_add_no_finding(root: Path) -> None:
    before = [str(one.place) for one in check(root).findings]
    rules = {
        f"checks/rules/{kind}.yaml": rule_file(f"own/unnamed-{kind}", kind, "en") for kind in KINDS
    }
    write(root, rules)
    done = hegui("test", "--lang", "en", cwd=root)

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("cases: 2, all as expected") == len(KINDS)
    assert [str(one.place) for one in check(root).findings] == before


def test_it_finds_a_real_gap(root: Path) -> None:
    hegui("new", "rule", "own/unnamed", "--for", "vendor", cwd=root)
    write(root, {"vendors/v.yaml": "kind: vendor\nid: v\ntitle: {zh: 待定, en: Cloud}\n"})

    assert "own/unnamed" in {one.rule for one in check(root).findings}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["No-Exit"], "“No-Exit” is no id of a rule"),
        (["agreement/expired"], "agreement/expired is the id of a rule of the program"),
        (["vendr/x"], "There is no kind “vendr”. Did you mean “vendor”?"),
        (["own/x"], "There is no kind “own”."),
        (["own/x", "--for", "vendors"], "Did you mean “vendor”?"),
        (["requirement/x"], "A requirement has no document of its own"),
        (["requirement/x"], "--for catalogue"),
        (["own/x", "--for", "repository"], "--for organization"),
        (["vendor/there"], "checks/rules/there.yaml exists and is not overwritten"),
        (["vendor/declared"], "has a rule vendor/declared already, at checks/rules/there.yaml:3:5"),
    ],
)
def test_what_is_refused(root: Path, arguments: list[str], told: str) -> None:
    there = rule_file("vendor/declared", "vendor", "zh")
    write(root, {"checks/rules/there.yaml": there})
    before = sorted(root.rglob("*"))
    done = hegui("new", "rule", *arguments, "--lang", "en", cwd=root)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("arguments", [("new",), ("new", "rule")])
def test_help(arguments: tuple[str, ...], lang: str) -> None:
    text = hegui(*arguments, "--help", "--lang", lang).stdout

    assert "hegui new rule vendor/no-exit-plan" in text
    assert max(len(line) for line in text.splitlines()) <= 80
