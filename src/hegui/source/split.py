"""Cutting a file into its documents before any is parsed, so that none hides the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A marker alone on its line or followed by a blank. The lookbehind, "no other character of the
# line comes before", stands last because a pattern that starts with plain characters is searched
# for several times faster.
_MARK = re.compile(r"([-.])\1\1(?<![^\r\n]...)(?![^ \t\r\n])")

# Blank lines, comments and directives before a document. Quantifiers are possessive: nothing
# is tried twice, whatever the text.
_PREAMBLE = re.compile(r"(?:(?:[ \t]*+(?:#[^\r\n]*+)?+|%[A-Z]++[ \t][^\r\n]*+)(?:\r\n?|\n|\Z))*+")
_EMPTY = re.compile(r"---(?:[ \t\r\n]++|(?<=[ \t\r\n])#[^\r\n]*+)*+\Z")


class Chunk(NamedTuple):
    """The text of one document, as offsets; ``empty`` if it is a ``---`` with nothing below."""

    start: int
    stop: int
    empty: bool = False


def split(text: str) -> Iterator[Chunk]:
    """The documents of ``text`` in order, each with its ``---`` if it has one.

    Directives are left out: ``%YAML`` changes nothing here, ``%TAG`` is of no use without tags.
    What has only comments is no document; neither is a ``---`` with nothing more to the end.
    """
    start, explicit = 0, False
    for mark in _MARK.finditer(text):
        yield from _chunk(text, start, mark.start(), explicit)
        explicit = mark[1] == "-"
        start = mark.start() if explicit else mark.end()
    for last in _chunk(text, start, len(text), explicit):
        if not last.empty:
            yield last


def _chunk(text: str, start: int, stop: int, explicit: bool) -> Iterator[Chunk]:
    if explicit:
        yield Chunk(start, stop, _EMPTY.match(text, start, stop) is not None)
        return
    preamble = _PREAMBLE.match(text, start, stop)
    content = preamble.end() if preamble else start
    if content < stop:
        yield Chunk(content, stop)
