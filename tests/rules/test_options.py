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


def whether(root: Path, options: str, require: str, tuned: str = "") -> str:
    """What becomes of a rule with options on the one agreement."""
    rule = (
        "kind: rule\nid: own/a\ntitle: {zh: 甲, en: A}\nseverity: low\nfor: agreement\n"
        f"options: {options}\nrequire: |-\n  {require}\n"
    )
    settings = f"{SETTINGS}rules: [{tuned}]\n" if tuned else SETTINGS
    result = judged(
        root, {"vendors/a.yaml": AGREEMENT, "checks/rules/own.yaml": rule, "hegui.yaml": settings}
    )
    assert not [one for one in result.findings if one.rule in ("declared/undecided", "own/a")]
    [status] = [str(one.status) for one in result.outcomes if one.rule == "own/a"] or ["unsound"]
    return status


@pytest.mark.parametrize(
    "require",
    [
        "// it isn't much\n  agreement.id.size() <= options.most && agreement.id != 'x'",
        "agreement.id != '''it's''' && agreement.id.size() <= options.most && 'q' != ''",
        "agreement.id.size() <= options . most",
        "has(options.most) && [1, 2].all(n, n <= options.most)",
        "'options.most' != agreement.id && options.most == 9",
    ],
)
def test_options_are_read_wherever_an_expression_may_name_them(
    tmp_path: Path, require: str
) -> None:
    assert whether(tmp_path, "{most: {type: int, default: 9}}", require) == "passed"


@pytest.mark.parametrize(
    ("default", "tuned", "require"),
    [
        ("2", "", "options.rate * 1.5 == 3.0"),
        ("2", "{id: own/a, options: {rate: 2.5}}", "options.rate == 2.5"),
        ("1.5", "{id: own/a, options: {rate: 2}}", "options.rate * 1.5 == 3.0"),
    ],
)
def test_a_decimal_number_may_be_written_whole(
    tmp_path: Path, default: str, tuned: str, require: str
) -> None:
    options = f"{{rate: {{type: double, default: {default}}}}}"
    assert whether(tmp_path, options, require, tuned) == "passed"


@pytest.mark.parametrize(
    ("number", "status"), [(2**63 - 1, "passed"), (2**63, "unsound"), (-(2**64), "unsound")]
)
def test_a_whole_number_has_64_bits(tmp_path: Path, number: int, status: str) -> None:
    options = f"{{n: {{type: int, default: {number}}}}}"
    assert whether(tmp_path, options, "options.n >= 0") == status


def test_rules_with_options_do_not_see_those_of_others(tmp_path: Path) -> None:
    head = "title: {zh: 甲, en: A}\nseverity: low\nfor: agreement\n"
    rules = "---\n".join(
        f"kind: rule\nid: own/r{n}\n{head}options: {{n: {{type: int, default: {n}}}}}\n"
        f"require: options.n == {n}\n"
        for n in range(3)
    )
    result = judged(tmp_path, {"vendors/a.yaml": AGREEMENT, "checks/rules/own.yaml": rules})

    statuses = [str(one.status) for one in result.outcomes if one.rule.startswith("own/")]
    assert statuses == ["passed"] * 3
