"""Text of unknown origin, for a terminal and inside Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.reporters.escape import markdown
from hegui.reporters.harmless import harmless, one_line

PAIR = re.compile(r"\\([!-/:-@\[-`{-~])")


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert harmless("a\x1b[0m\u202e\ufeff\U000e0041") == "a<U+001B>[0m<U+202E><U+FEFF><U+E0041>"
    assert harmless("中文 é 　“x”") == "中文 é 　“x”"
    assert one_line(" a\n  b\tc\r\n") == "a b c"
    assert one_line("a\x85b\u2028c") == "a<U+0085>b<U+2028>c"


@given(st.text(st.characters()))
def test_harmless_text_can_be_written_and_seen(text: str) -> None:
    shown = harmless(text)
    shown.encode()
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "保密协议（nda-review）已于 2026-06-30 到期",
            "保密协议（nda-review）已于 2026-06-30 到期",
        ),
        ("<b>|x|", r"\<b\>\|x\|"),
        ("[a](http://b)", r"\[a\](http:\//b)"),
        ("www.b.example", r"www\.b.example"),
        ("@octocat", "@&#8203;octocat"),
        ("#12 a/b#3 gh-4", r"\#&#8203;12 a/b#&#8203;3 gh-&#8203;4"),
        ("cip#04.3", "cip#04.3"),
        ("::error::x", r"\:\:error\:\:x"),
        ("##[error]", r"\#\#\[error\]"),
        ("# h", r"\# h"),
        ("1. x", r"1\. x"),
        ("a\n- b", "a - b"),
    ],
)
def test_markdown(text: str, told: str) -> None:
    assert markdown(text) == told


@given(st.text(st.sampled_from("ab1<>[]()|*_`~$&#@:/\\\n!-+=.w ") | st.characters(), max_size=60))
def test_markdown_says_the_text_and_nothing_else(text: str) -> None:
    told = markdown(text).replace("&#8203;", "")
    assert not re.search(r"[\\`*_<>&\[\]|~$\n]|::|##\[|://|www\.", PAIR.sub(" ", told))
    assert PAIR.sub(r"\1", told).replace("&#8203;", "") == one_line(text)
