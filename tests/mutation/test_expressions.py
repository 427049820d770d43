"""The mistakes that are tried in rules written in CEL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mutation.expressions import mutants, mutated
from tests.derive.helpers import item

if TYPE_CHECKING:
    from hegui.model.rule import DeclaredRule


def declared(require: str, where: str | None = None, options: str = "{}") -> DeclaredRule:
    found: Any = item(
        f"""
        kind: rule
        id: own/a
        title: 甲
        severity: low
        for: agreement
        require: {require!r}
        {f"where: {where!r}" if where else "why: 无"}
        options: {options}
        """
    )
    rule: DeclaredRule = found
    return rule


@pytest.mark.parametrize(
    ("require", "found"),
    [
        ("a == 1", ["a != 1", "a == 2", "!(a == 1)"]),
        ("a < b", ["a <= b", "!(a < b)"]),
        ("!a", ["a", "!(!a)"]),
        ("a && b", ["a || b", "true && b", "!(a) && b", "a && true", "a && !(b)"]),
        ("a || b", ["a && b", "false || b", "!(a) || b", "a || false", "a || !(b)"]),
        ("xs.all(x, true)", ["xs.exists(x, true)", "xs.all(x, false)", "!(xs.all(x, true))"]),
        ('"a && b" == c', ['"a && bXX" == c', '"a && b" != c', '!("a && b" == c)']),
    ],
)
def test_mistakes_in_an_expression(require: str, found: list[str]) -> None:
    made = [one.value for one in mutants(declared(require))]

    assert sorted(made) == sorted(found)


def test_where_is_left_out_and_options_are_moved() -> None:
    rule = declared("a", "b", "{n: {type: int, default: 4}, s: {type: strings, default: [x, y]}}")
    made = {(one.field, str(one.now)) for one in mutants(rule)}

    assert {("where", ""), ("where", "!(b)"), ("require", "!(a)")} <= made
    assert {("options", "n: 5"), ("options", "n: 3"), ("options", "s: ['x']")} <= made


def test_a_mutant_is_another_rule() -> None:
    rule = declared("a == 1", "b")
    other = mutated(rule, "require", "a != 1")

    assert (rule.require, other.require) == ("a == 1", "a != 1")
    assert (other.id, other.where, other.document) == (rule.id, rule.where, rule.document)
