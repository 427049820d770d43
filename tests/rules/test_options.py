"""Options of rules that the settings set."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui import api
from hegui.rules.options import fits, type_of
from tests.repo import BASE, SETTINGS, judged, write

AGREEMENT = """\
{kind: agreement, id: a, title: {zh: 甲, en: A}, with: party/target, expires: 2027-01-31}
"""
RULE = """\
kind: rule
id: own/taboo
title: {zh: 禁用词, en: Taboo}
severity: low
for: agreement
require: "!options.words.exists(w, w == agreement.id)"
options: {words: {type: strings, default: [x]}}
"""


def found(root: Path, rules: str, rule: str, base: str | None = None) -> int:
    files = {"vendors/a.yaml": AGREEMENT, "checks/rules/own.yaml": RULE}
    result = judged(root, {**files, "hegui.yaml": f"{SETTINGS}rules: {rules}\n"})
    if base is not None:
        write(root / "base", {**BASE, **files, "hegui.yaml": f"{SETTINGS}rules: {base}\n"})
        result = api.judge(api.load(root), result.as_of, base=api.load(root / "base"))
    return sum(one.rule == rule for one in result.findings)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("[]", 0),
        ("[{id: agreement/expiring, options: {days: 90}}]", 1),
        ("[{id: agreement/expiring, options: {days: many}}]", 0),
        ("[{id: agreement/expiring, options: {day: 90}}]", 0),
    ],
)
def test_an_option_of_a_rule_of_the_program(tmp_path: Path, rules: str, expected: int) -> None:
    assert found(tmp_path, rules, "agreement/expiring") == expected


def test_an_option_of_a_declared_rule(tmp_path: Path) -> None:
    assert found(tmp_path, "[]", "own/taboo") == 0
    assert found(tmp_path, "[{id: own/taboo, options: {words: [b, a]}}]", "own/taboo") == 1


def test_where_a_base_is_named_its_options_count(tmp_path: Path) -> None:
    wide, narrow = (f"[{{id: agreement/expiring, options: {{days: {n}}}}}]" for n in (90, 5))

    assert found(tmp_path, narrow, "agreement/expiring", base=wide) == 1
    assert found(tmp_path, wide, "agreement/expiring", base=narrow) == 0


def test_types_of_options() -> None:
    for default in (4, 0.5, True, "a", ["a"], ("a",)):
        assert fits(list(default) if isinstance(default, tuple) else default, type_of(default))
    assert not fits(True, "int")
    assert not fits(True, "double")
    assert fits(4, "double")
    assert not fits([1], "strings")
    assert not fits(None, "string")
