"""CEL as we use it: faults where they stand, no answer rather than a guess, bounded work."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.expr.cel import Undecided, check, evaluate, holds
from hegui.expr.said import Fault
from hegui.expr.shape import Fields, of_facts

FACTS = of_facts(
    {
        "persons": {"type": "integer"},
        "rate": {"type": "number"},
        "what": {"type": "string"},
        "done": {"type": "boolean"},
        "tools": {"type": "array", "items": {"type": "string"}},
        "counts": {"type": "array", "items": {"type": "integer"}},
    }
)
SEES: Mapping[str, Fields] = {"facts": FACTS}
COMPLETE: Mapping[str, Any] = {
    "persons": 3,
    "rate": 0.5,
    "what": "全部",
    "done": True,
    "tools": ["nmap"],
    "counts": [1, 2],
}


def told(text: str) -> list[tuple[str, str]]:
    """What is wrong, each with the text from where it is on."""
    return [(fault.what, text[fault.at :]) for fault in check(text, SEES)]


def answer(text: str, facts: Mapping[str, Any]) -> object:
    """The value of an expression, or why there is none."""
    try:
        return evaluate(text, {"facts": facts})
    except Undecided as undecided:
        return undecided


# ── where faults stand ──

SPACE = st.sampled_from(["", " ", "  ", "\n", "\n    ", "\t", " // 说明 'x\n"])
SIGNS = st.characters(codec="utf-8")
TEXTS = st.text(SIGNS, max_size=12).map(lambda text: json.dumps(text, ensure_ascii=False))
"""Text as CEL writes it: its escapes are those of JSON."""


def spread(tokens: list[str], spaces: list[str], wanted: int) -> tuple[str, int]:
    """The tokens with white space between them, and where the wanted one begins."""
    text, at = "", 0
    for number, (token, space) in enumerate(zip(tokens, spaces, strict=True)):
        text += space
        if number == wanted:
            at = len(text)
        text += token
    return text, at


@given(TEXTS, st.lists(SPACE, min_size=9, max_size=9))
def test_a_misspelt_field_is_found_where_it_stands(literal: str, spaces: list[str]) -> None:
    tokens = ["facts", ".", "what", "==", literal, "&&", "facts", ".", "dnoe"]
    text, at = spread(tokens, spaces, 8)

    assert check(text, SEES) == [Fault("field", at, "dnoe", tuple(FACTS.fields))]


@given(TEXTS, st.lists(SPACE, min_size=9, max_size=9))
def test_an_unknown_name_is_found_where_it_stands(literal: str, spaces: list[str]) -> None:
    tokens = ["facts", ".", "what", "==", literal, "&&", "fcats", ".", "done"]
    text, at = spread(tokens, spaces, 6)

    assert check(text, SEES) == [Fault("name", at, "fcats", ("facts",))]


@given(TEXTS, st.lists(SPACE, min_size=9, max_size=9))
def test_an_operator_is_found_where_it_stands(literal: str, spaces: list[str]) -> None:
    tokens = [literal, "==", literal, "&&", "facts", ".", "rate", "<", "1"]
    text, at = spread(tokens, spaces, 7)

    assert check(text, SEES) == [Fault("operator", at, "<", detail="(double, int)")]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        # fields
        ("facts.person > 0", [("field", "person > 0")]),
        ("has(facts.person)", [("field", "person)")]),
        ("facts.what.length > 0", [("field", "length > 0")]),
        ("facts.tools.map(t, t.name).size() > 0", [("field", "name).size() > 0")]),
        ("facts.a.b.c == 1", [("field", "a.b.c == 1")]),  # what follows from it is not told
        ("facts.a && facts.b", [("field", "a && facts.b"), ("field", "b")]),
        # names
        ("persons > 0", [("name", "persons > 0")]),
        ("fact.what == 'fact'", [("name", "fact.what == 'fact'")]),
        ("'fact' == fact.what", [("name", "fact.what")]),
        ("count(facts.tools) > 0", [("function", "count(facts.tools) > 0")]),
        ("facts.tools.count() > 0", [("function", "count() > 0")]),
        ("facts.counts.exists(n, m > n)", [("name", "m > n)")]),
        ("true ? no : facts.done", [("name", "no : facts.done")]),
        # operators and functions
        ("facts.persons > 0.5", [("operator", "> 0.5")]),
        ("facts.persons in ['3']", [("operator", "in ['3']")]),
        ("!facts.persons", [("operator", "!facts.persons")]),
        ("facts.done && facts.persons", [("operator", "&& facts.persons")]),
        ("facts['done']", [("operator", "['done']")]),
        ("facts.what.startsWith(1)", [("operator", "startsWith(1)")]),
        ("total(facts.tools) > 0", [("operator", "total(facts.tools) > 0")]),
        ("total (facts.tools) > 0", [("operator", "total (facts.tools) > 0")]),
        ("facts.persons.size() > 0", [("operator", "size() > 0")]),
        # results
        ("facts.persons", [("result", "facts.persons")]),
        ("facts", [("result", "facts")]),
        ("null", [("result", "null")]),
        # syntax: one slip is told once
        ("facts.persons >", [("syntax", "")]),
        ("facts.persons > 0)", [("syntax", ")")]),
        ("(facts.persons > 0", [("syntax", "")]),
        ("facts.done and facts.done", [("syntax", "and facts.done")]),
        ("facts.what = 'x'", [("syntax", "= 'x'")]),
        ("facts.what == “x”", [("syntax", "“x”")]),
        ("", [("syntax", "")]),
        ("facts.persons > 99999999999999999999", [("other", "99999999999999999999")]),
    ],
)
def test_faults(text: str, faults: list[tuple[str, str]]) -> None:
    assert told(text) == faults


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("facts.persons > 0.5", ">"),
        ("facts.persons in ['3']", "in"),
        ("facts['done']", "[]"),
        ("facts.persons ? true : false", "? :"),
        ("total(facts.tools) > 0", "total"),
        ("facts.what = 'x'", "="),
        ("facts.done and facts.done", "and"),
        ("facts.what == “x”", "“"),
    ],
)
def test_the_word_is_as_people_write_it(text: str, word: str) -> None:
    assert [fault.word for fault in check(text, SEES)] == [word]


# ── what is sound decides ──

NUMBERS: st.SearchStrategy[str] = st.deferred(
    lambda: (
        st.sampled_from(["facts.persons", "size(facts.tools)", "total(facts.counts)", "7"])
        | st.tuples(NUMBERS, st.sampled_from(["+", "-"]), NUMBERS).map(" ".join).map("({})".format)
    )
)
CONDITIONS: st.SearchStrategy[str] = st.deferred(
    lambda: (
        st.sampled_from(
            [
                "facts.done",
                "facts.rate >= 0.5",
                "facts.what.contains('全')",
                "'nmap' in facts.tools",
                "facts.counts.all(n, n > 0)",
                "facts.tools.exists(t, t == facts.what)",
                "largest(facts.counts) == facts.persons",
            ]
        )
        | st.tuples(NUMBERS, st.sampled_from(["<", "==", ">="]), NUMBERS).map(" ".join)
        | st.tuples(CONDITIONS, st.sampled_from(["&&", "||"]), CONDITIONS)
        .map(" ".join)
        .map("({})".format)
        | CONDITIONS.map("!({})".format)
    )
)
VALUES = st.fixed_dictionaries(
    {
        "persons": st.integers(-9, 9),
        "rate": st.floats(0, 1),
        "what": st.sampled_from(["", "全部", "nmap"]),
        "done": st.booleans(),
        "tools": st.lists(st.sampled_from(["nmap", "zap"]), max_size=3),
        "counts": st.lists(st.integers(-2, 9), max_size=3),
    }
)


@settings(deadline=None)
@given(CONDITIONS, VALUES)
def test_a_sound_test_decides_complete_facts(text: str, values: dict[str, Any]) -> None:
    assert check(text, SEES) == []
    assert holds(text, {"facts": values}) in (True, False)


@settings(deadline=None)
@given(CONDITIONS, VALUES, st.sets(st.sampled_from(sorted(COMPLETE))))
def test_what_is_decided_without_some_facts_is_so_with_them(
    text: str, values: dict[str, Any], absent: set[str]
) -> None:
    known = {name: value for name, value in values.items() if name not in absent}
    decided = answer(text, known)

    if isinstance(decided, Undecided):
        assert decided.absent in absent
        assert str(decided) == decided.absent
    else:
        assert decided is holds(text, {"facts": values})


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("facts.done || facts.persn > 0", True),
        ("facts.persn > 0 || facts.done", True),
        ("!facts.done && facts.persn > 0", False),
        ("has(facts.persn) && facts.persn > 0", False),
        ("facts.counts.exists(n, n == 2 || facts.persn > 0)", True),
    ],
)
def test_what_does_not_matter_may_be_absent(text: str, answer: bool) -> None:
    assert holds(text, {"facts": COMPLETE}) is answer


@pytest.mark.parametrize(
    ("text", "reason", "absent"),
    [
        ("facts.persn > 0", "persn", "persn"),
        ("facts.persn > 0 || facts.doen", "persn", "persn"),
        ("has(facts.part.persons)", "part", "part"),
        ("facts.persons / 0 > 1", "divide by zero", None),
        ("facts.counts[9] > 1", "Index error: index=9 size=2", None),
        ("facts.persons", "int", None),
        ("facts.what > 1", "No matching overloads found : _>_(string, int64)", None),
        ("facts.persons + 9223372036854775807 > 0", "integer overflow", None),
        ("total([9223372036854775807, 1]) > 0", "int too big to convert", None),
    ],
)
def test_no_answer_says_why(text: str, reason: str, absent: str | None) -> None:
    with pytest.raises(Undecided, match=r".+") as raised:
        holds(text, {"facts": COMPLETE})

    assert str(raised.value) == reason
    assert raised.value.absent == absent


# ── total and largest ──


@given(st.lists(st.integers(-(2**40), 2**40)))
def test_total_and_largest(numbers: list[int]) -> None:
    assert evaluate("total(facts.counts)", {"facts": {"counts": numbers}}) == sum(numbers)
    largest = evaluate("largest(facts.counts)", {"facts": {"counts": numbers}})
    assert largest == max(numbers, default=0)


# ── nothing raises, nothing runs for ever ──


@settings(max_examples=300, deadline=None)
@given(
    st.text(SIGNS)
    | st.lists(
        st.sampled_from(
            [
                *("facts", ".", "what", "x", "(", ")", "[", "]", "{", "}", "'", '"', "&&", "!"),
                *("==", "1", "1.0", "?", ":", ",", "\n", " ", "//", "in", "。", "😀", "\\"),
                *("has", "all", "tools", "counts", "size", "matches", "-", "+", "/", "%", ">"),
            ]
        )
    ).map("".join)
)
def test_no_text_raises(text: str) -> None:
    faults = check(text, SEES)
    assert faults == sorted(faults, key=lambda fault: fault.at)
    for fault in faults:
        assert 0 <= fault.at <= len(text)
        assert fault.what in (
            "syntax", "field", "name", "function", "operator", "result", "other",
        )  # fmt: skip
        assert fault.word or fault.detail
    found = answer(text, COMPLETE)
    if isinstance(found, Undecided):
        assert str(found)
        assert "\n" not in str(found)


@pytest.mark.parametrize(
    "text",
    [
        "facts.n.all(a, facts.n.all(b, facts.n.all(c, a + b + c >= 0)))",
        "facts.n.map(a, facts.n.map(b, facts.n.map(c, a + b + c))).size() == 0",
        "(" * 5_000 + "true" + ")" * 5_000,
        " && ".join(["true"] * 40_000),
        "'" + "a" * 200_000 + "' == ''",
        "facts.text.matches('" + "(a*)*" * 12 + "b')",
    ],
)
def test_work_is_bounded(text: str) -> None:
    values = {"facts": {"n": list(range(1_000)), "text": "a" * 50_000}}
    start = time.monotonic()
    try:
        holds(text, values)
    except Undecided:
        pass
    else:
        assert "matches" in text  # whose time does not grow with the pattern
    assert time.monotonic() - start < 10


def test_ints_and_floats_compare_when_they_run_but_not_when_they_are_checked() -> None:
    assert holds("facts.persons > 2.5", {"facts": COMPLETE})
    assert told("facts.persons > 2.5") == [("operator", "> 2.5")]
