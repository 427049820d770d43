"""Slips in a line that leave valid characters but not the YAML that was meant."""

from __future__ import annotations

import re

from hegui.source.bilingual import Text, both

_ENOUGH = 500  # of a line, in code points: slips are looked for near its beginning

_TYPOS = (
    (
        re.compile(r"[ ]*[\u3000\xa0]"),
        both(
            "行首是全角空格或不换行空格，请改成普通空格",
            "the line begins with full-width or no-break spaces; use ordinary ones",
        ),
    ),
    (
        re.compile(r"[ ]*(?:- )*[^\s:：#'\"]+[ ]*："),
        both(
            "冒号是全角的“：”，请改成半角冒号加一个空格",
            "the colon is the full-width ：; use : and a space",
        ),
    ),
    (
        re.compile(r"[ ]*(?:- )*[A-Za-z_][\w.-]*:(?!//)[^\s:]"),
        both("冒号后面缺一个空格", "a space is missing after the colon"),
    ),
    (
        re.compile(r"[ ]*-[^\s-]"),
        both("列表的“-”后面缺一个空格", "a space is missing after the - of the list item"),
    ),
    (
        re.compile(r"(?:.*[:\[{,-])?[ ]*[“”‘’]"),
        both(
            "“”‘’ 不能代替半角引号，请改成 \" 或 '",
            "“”‘’ do not quote in YAML; use \" or '",
        ),
    ),
)


def typo(line: str) -> Text | None:
    """How to mend the first slip that is found in ``line``, None if there is none."""
    line = line[:_ENOUGH]
    for pattern, hint in _TYPOS:
        if pattern.match(line):
            return hint
    return None
