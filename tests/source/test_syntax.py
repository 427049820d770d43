"""Text that is no YAML: where it is said to be wrong, and in what words."""

import re

import pytest

from hegui.source.bilingual import Text
from hegui.source.place import Problem
from tests.source.helpers import parsed, problem, rules, span

pytestmark = pytest.mark.usefixtures("either_parser")


def words(found: Problem, name: str) -> str:
    value = found.values[name]
    assert isinstance(value, Text)
    assert value.missing(("zh", "en")) == ()
    return value.get("en")


@pytest.mark.parametrize(
    ("text", "where", "reason", "hint"),
    [
        # quotation marks
        ('a: "x\nb: y\n', "1:4-1:5", "mark is not closed", "same quotation mark"),
        ("a: 'x\n---\nb: y\n", "1:4-1:5", "mark is not closed", "same quotation mark"),
        ('a: "x" y\n', "1:8-1:9", "text after the closing", "whole value in quotes"),
        ('a: "x\nb: "y"\n', "2:5-2:6", "text after the closing", "come in pairs"),
        ('a: "\\d"\n', "1:5-1:7", "backslash", "single quotes"),
        ('a: "\\x1"\n', "1:5-1:7", "backslash", "single quotes"),
        # brackets
        ("a: [1\nb: 2\n", "1:4-1:5", "bracket [ is not closed", "add ]"),
        ("a: {x: 1\nb: 2\n", "1:4-1:5", "bracket { is not closed", "add }"),
        ("{a: 1", "1:1-1:2", "bracket { is not closed", "add }"),
        ('a: ["b" "c"]\n', "1:9-1:10", "comma is missing", "or a comma"),
        ('a: ["b" c]\n', "1:9-1:10", "comma is missing", "or a comma"),
        ("a: [[1,", "1:7-1:8", "ends here", "missing"),
        ("a: [[1,\n\n  \n", "1:7-1:8", "ends here", "missing"),
        ("a: [1]]\n", "1:7-1:8", "one ] too many", "remove it"),
        ("a: {b: 1}}\n", "1:10-1:11", "one } too many", "remove it"),
        ("a: ]\n", "1:4-1:5", "cannot begin with ]", "quotes"),
        ("a: [b,,c]\n", "1:7-1:8", "cannot begin with ,", "remove it"),
        # colons
        ("a: 1\nbcd\ne: 1\n", "2:1-2:4", "no colon", "`name: value`"),
        ("a: 1\nbcd\n", "2:1-2:4", "no colon", "`name: value`"),
        ("a: 1\nb：2\ne: 1\n", "2:1-2:4", "no colon", "full-width"),
        ("a: 1\nb:2\ne: 1\n", "2:1-2:4", "no colon", "space is missing"),
        ("a: b: c\n", "1:5-1:6", "second colon", "in quotes"),
        ("a:\n  - b: c: d\n", "2:9-2:10", "second colon", "in quotes"),
        ("a: “x: y”\n", "1:6-1:7", "second colon", "do not quote"),
        ("kind:control\nid: x\n", "1:1-1:13", "not `name: value`", "space is missing"),
        ("kind: x\ntitle：control\n# c\n\nid: x\n", "2:1-2:14", "no colon", "full-width"),
        ("kind:control\n\n\nid: x\n", "1:1-1:13", "not `name: value`", "space is missing"),
        ("-a: 1\n-b: c: 2\n", "2:6-2:7", "second colon", "- of the list item"),
        # indentation
        ("a:\n  b: 1\n c: 2\n", "3:2-3:6", "indentation", "same column"),
        ("a: 1\n  b: 2\n", "2:3-2:7", "indentation", "same column"),
        ("a: 1\n# 注：c\n  b: 2\n", "3:3-3:7", "indentation", "same column"),
        ("a:\n  - b\n - c\n", "3:2-3:5", None, "same column"),
        ("- a\nb: 1\n", "2:1-2:5", "is none", "begin with `- `"),
        ("a: |\n  b\n c\n", "3:2-3:3", "indentation", "same column"),
        ("a: 1\n- b\n", "2:1-2:4", "here is a list item", "below its name"),
        ("a: - b\n", "1:4-1:5", "in the line of its name", "next line"),
        # first characters
        ("a: @b\n", "1:4-1:5", "cannot begin with @", "in quotes"),
        ("a: `b`\n", "1:4-1:5", "cannot begin with `", "in quotes"),
        ("a: 5\nb: %x\n", "2:4-2:5", "cannot begin with %", "in quotes"),
        ("a: *\n", "1:4-1:5", "cannot begin with *", "in quotes"),
        ("a: & b\n", "1:4-1:5", "cannot begin with &", "in quotes"),
        ("a: ? b\n", "1:4-1:5", "cannot begin with `? `", "in quotes"),
        ("a: |x\n", "1:5-1:6", "after | or >", "next line"),
        ("a: >0\n", "1:5-1:6", "after | or >", "next line"),
        # ends
        ("a: 1\n%TAG ! x\n", "2:1-2:2", "there is more", "---"),
        ("{a: 1}\nb: 2\n", "2:1-2:2", "there is more", "---"),
    ],
)
def test_reasons_in_everyday_words(
    text: str, where: str | None, reason: str | None, hint: str
) -> None:
    found = parsed(text).problems[0]
    assert found.rule == "document/syntax"
    assert (reason or "") in words(found, "reason")
    assert hint in words(found, "hint")
    assert where is None or span(found.place) == where


def test_a_line_that_only_looks_like_a_directive() -> None:
    assert rules("%a: 1\nb: 2\n") == ["syntax"]


def test_half_a_surrogate_pair() -> None:
    assert "backslash" in words(problem('a: "\\ud83d\\ude00"\n'), "reason")


@pytest.mark.parametrize(
    ("text", "where", "lines"),
    [
        ("a:\n\tb: 1\n", "2:1-2:2", 1),
        ("a:\n\t\tb: 1\n\t\tc: 1\n", "2:1-2:3", 2),
        ("a:\n  b: 1\n\tc: 2\n", "3:1-3:2", 1),
        ("a:\n  - b\n \t- c\n", "3:2-3:3", 1),
        ("a: |\n\tx\n", "2:1-2:2", 1),
        ("-\ta: 1\n", "1:2-1:3", 1),
    ],
)
def test_tabs_in_the_indentation(text: str, where: str, lines: int) -> None:
    found = problem(text)
    assert (found.rule, span(found.place)) == ("document/tab", where)
    assert found.values == {"lines": lines, "ordinal": 0}


def test_no_message_is_the_parsers_own() -> None:
    """Whatever is broken: both languages, and nothing of what libyaml says."""
    for cut in range(len(LONG)):
        for text in (LONG[:cut], LONG[:cut] + "}" + LONG[cut:], LONG[:cut] + '"' + LONG[cut:]):
            for found in parsed(text).problems:
                for value in found.values.values():
                    if isinstance(value, Text):
                        assert value.missing(("zh", "en")) == ()
                        assert not re.search("expected|scanning|token|parsing", value.get("en"))


LONG = "a: [b, {c: 'd'}]\ne:\n  - f: \"g\\n\"\n    h: |\n      i\n  - !x y\n? j\n: &k l\n"
