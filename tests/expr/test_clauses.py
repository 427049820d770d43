"""Clauses: an expression is taken apart where people would."""

from __future__ import annotations

import pytest

from hegui.expr.clauses import AND, OR, Clause, Quantified, clauses, named, quantified


@pytest.mark.parametrize(
    ("text", "joined", "parts"),
    [
        ("a", "", []),
        ("a && b", AND, ["a", "b"]),
        ("a || b && c", OR, ["a", "b && c"]),
        ("(a || b) && c", AND, ["a || b", "c"]),
        ("((a && b))", AND, ["a", "b"]),
        ("(a) && (b)", AND, ["a", "b"]),
        ("f(a && b)", "", []),
        ("xs.all(x, x > 1 || x < 0)", "", []),
        ("'a && b' == x || y", OR, ["'a && b' == x", "y"]),
        (r"x == 'it\'s || so' && y", AND, [r"x == 'it\'s || so'", "y"]),
        ("a ? b || c : d", "", []),
        ("!(a && b)", "", []),
        ("{'a': b || c}['a'] && d", AND, ["{'a': b || c}['a']", "d"]),
    ],
)
def test_an_expression_has_parts(text: str, joined: str, parts: list[str]) -> None:
    found = clauses(text)

    assert found.joined == joined
    assert [one.text for one in found.parts] == parts


def test_parts_have_parts() -> None:
    assert clauses("a || (b && c)") == Clause(
        "a || (b && c)",
        OR,
        (Clause("a"), Clause("b && c", AND, (Clause("b"), Clause("c")))),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vendor.status == 'active'", ["vendor.status"]),
        ("has(vendor.exit.plan)", ["vendor.exit.plan"]),
        ("agreements.size() > 0", ["agreements"]),
        ("agreements.exists(a, a.type == vendor.status)", ["agreements", "vendor.status"]),
        ("past(vendor.until) && 'vendor.x' != as_of", ["vendor.until", "as_of"]),
        ("vendor.status == vendor.status", ["vendor.status"]),
        ("other.vendor.status == 1", []),
        ("vendors.size() > 0", []),
        ("vendor . status", ["vendor.status"]),
    ],
)
def test_what_a_clause_reads(text: str, found: list[str]) -> None:
    assert named(text, {"vendor", "agreements", "as_of"}) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.b.all(c, c.x > (1))", Quantified("a.b", "all", "c", "c.x > (1)")),
        ("!xs.exists(x, f(x, ')'))", Quantified("xs", "exists", "x", "f(x, ')')")),
        ("xs.all(x, x > 1) == true", None),
        ("xs.filter(x, x > 1)", None),
        ("f(xs).all(x, true)", None),
    ],
)
def test_what_is_said_of_items(text: str, found: Quantified | None) -> None:
    assert quantified(text) == found


def test_the_condition_on_one_item() -> None:
    assert Quantified("a.b", "exists", "c", "c.x").of(2) == "[a.b[2]].all(c, c.x)"
