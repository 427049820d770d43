"""Wrapping and cropping: Chinese by its rules, nothing wider than asked, nothing lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.reporters.layout import excerpt, pad, width, wrap

FIRST = "，。、；：！？）”’》"
LAST = "（“‘《"
TEXT = st.text(st.sampled_from("甲乙丙丁ab cd-1 " + FIRST + LAST), max_size=200)
PHRASE = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", *LAST]),
    st.sampled_from(["甲", "甲乙丙", "（甲）", "word", "p-017", "2026-06-30"]),
    st.sampled_from([" ", *FIRST.replace("’", ""), "。”", "），", "甲"]),
)


def test_width_counts_cells() -> None:
    assert [width(text) for text in ("abc", "中文", "中a", "e\u0301", "")] == [3, 4, 3, 1, 0]
    assert pad("中", 5) == "中   "


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("短", 10, ["短"]),
        ("签约已到期，没有续签", 10, ["签约已到", "期，没有续", "签"]),
        ("没有（说明）理由", 6, ["没有", "（说", "明）理", "由"]),
        ("was to be renewed", 8, ["was to", "be", "renewed"]),
        ("a-very-long-identifier x", 10, ["a-very-lon", "g-identifi", "er x"]),
        ("于 2026-06-30 到期", 14, ["于 2026-06-30", "到期"]),
        ("找不到“p-017”。", 12, ["找不到", "“p-017”。"]),
        ("两个  空格", 5, ["两个", "空格"]),
    ],
)
def test_wrapping(text: str, cells: int, lines: list[str]) -> None:
    assert wrap(text, cells) == lines


@given(TEXT, st.integers(8, 60))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, cells: int) -> None:
    lines = wrap(text.strip(), cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(PHRASE, max_size=60).map("".join), st.integers(20, 60))
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str, cells: int) -> None:
    for before, after in pairwise(wrap(text.strip(), cells)):
        assert after[0] not in FIRST
        assert before[-1] not in LAST


@pytest.mark.parametrize(
    ("line", "start", "end", "cells", "text", "marked"),
    [
        ("id: a", 4, 5, 20, "id: a", "a"),
        ("\tid: a", 5, 6, 20, "→id: a", "a"),
        ("标题: 甲", 4, 5, 20, "标题: 甲", "甲"),
        ("x\u202ey: z", 4, 5, 20, "x<U+202E>y: z", " "),
        ("a" * 50 + "HERE" + "b" * 50, 50, 54, 14, "…aaaaHEREbbbb…", "HERE"),
        ("HERE" + "b" * 50, 0, 4, 14, "HEREbbbbbbbb…", "HERE"),
        ("a" * 50 + "HERE", 50, 54, 14, "…aaaaaaaaHERE", "HERE"),
        ("甲" * 50, 20, 22, 14, "…甲甲甲甲甲甲…", "甲甲"),
        ("x" * 50, 10, 50, 14, "…xxxxxxxxxxxx…", "x" * 12),
        ("id:", 3, 3, 20, "id:", None),
    ],
)
def test_cropping(
    line: str, start: int, end: int, cells: int, text: str, marked: str | None
) -> None:
    shown = excerpt(line, start, end, cells)
    assert shown.text == text
    if marked is None:
        assert (shown.start, shown.length) == (width(text), 1)
    else:
        assert shown.length == width(marked)
        assert width(text[: text.index(marked)]) == shown.start or len(set(marked)) == 1


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(20, 80))
def test_an_excerpt_fits_and_is_marked_inside(line: str, start: int, end: int, cells: int) -> None:
    shown = excerpt(line, start, end, cells)
    assert width(shown.text) <= cells
    assert shown.start >= 0
    assert shown.length >= 1
    assert shown.start + shown.length <= width(shown.text) + 1


def test_a_line_of_megabytes_is_cropped_unread() -> None:
    line = "x" * 5_000_000
    for start in range(0, 5_000_000, 25_000):
        assert width(excerpt(line, start, start + 3, 70).text) <= 70


def test_the_short_cut_agrees_with_wcwidth() -> None:
    """Common characters are measured without its tables, and alike."""
    from wcwidth import wcwidth

    common = [
        chr(code) for code in (*range(0x20, 0x7F), *range(0x3000, 0x3040), *range(0x3400, 0xA000))
    ]
    for character in [*common, *"│└├╰╭…—“”‘’·→×^％（），。"]:
        assert width(character) == max(wcwidth(character), 0), hex(ord(character))
