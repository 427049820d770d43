"""Text of unknown origin, made safe to show: what cannot be seen is spelled out.

A document may hold escape sequences for the terminal, characters that turn the reading
direction, or ones without any width. Reporters show ``<U+001B>`` instead.
"""

from __future__ import annotations

import re

# Controls of C0 and C1, soft hyphen, joiners and marks of direction, line and paragraph ends,
# isolates and overrides, invisible operators, byte order mark, interlinear marks, halves of
# surrogate pairs, noncharacters, tags. A fixed list, so that every Python gives the same bytes.
UNSEEN = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
"""The characters that are not shown as they are, as the inside of a regular expression's set."""

_UNSEEN = re.compile(f"[{UNSEEN}]")
_BREAKS = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")


def harmless(text: str) -> str:
    """``text`` with every unseen character spelled out, tabs and line ends too."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def one_line(text: str) -> str:
    """``text`` on one line, harmless."""
    return harmless(_BREAKS.sub(" ", text.strip()))
