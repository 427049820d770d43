"""Text in cells of a terminal: width, wrapping and cropping that know Chinese."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hegui.reporters.harmless import harmless

_NEVER_FIRST = frozenset("，。、；：！？）”’》〉】〕」』…—·～％,.;:!?)]}%")
_OPENING = frozenset("（“‘《〈【〔「『")
_NEVER_LAST = _OPENING | frozenset("([{")
_WIDE = frozenset("，。、；：！？（）《》【】「」『』　％")
_NARROW = frozenset("│└├╰╭…—“”‘’·→×^")
_TAB = "→"
_MORE = "…"


def width(text: str) -> int:
    """How many cells ``text`` takes; what has no width takes none."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


@lru_cache(maxsize=65_536)
def _cells(character: str) -> int:
    if "\u3400" <= character <= "\u9fff" or character in _WIDE:
        return 2
    if " " <= character <= "~" or character in _NARROW:
        return 1
    from wcwidth import wcwidth  # its tables take longer to load than a page to lay out

    return max(wcwidth(character), 0)


def pad(text: str, cells: int) -> str:
    """``text`` with spaces up to ``cells``."""
    return text + " " * (cells - width(text))


def wrap(text: str, cells: int) -> list[str]:
    """The lines of ``text``, none wider than ``cells``.

    Chinese breaks between any two characters, except that no line starts with a closing mark
    or ends with an opening one; other text breaks at spaces. What is longer than a line is cut.
    """
    if width(text) <= cells:
        return [text.rstrip()]
    lines: list[str] = []
    line, used = "", 0
    for unit in _fitting(text, cells):
        taken = width(unit)
        if line and used + taken - (len(unit) - len(unit.rstrip())) > cells:
            lines.append(line.rstrip())
            line, used = "", 0
        line, used = line + unit, used + taken
    return [*lines, line.rstrip()]


def _fitting(text: str, cells: int) -> Iterator[str]:
    """What must stay together, cut where it is longer than a line."""
    for unit in _units(text):
        piece, used = "", 0
        for character in unit if width(unit.rstrip()) > cells else ():
            taken = width(character)
            if piece and used + taken > cells:
                yield piece
                piece, used = "", 0
            piece, used = piece + character, used + taken
        yield piece or unit


def _units(text: str) -> Iterator[str]:
    """What must stay together, with the spaces behind it."""
    start = 0
    for position in range(1, len(text)):
        if _may_break(text[position - 1], text[position]):
            yield text[start:position]
            start = position
    if text:
        yield text[start:]


@lru_cache(maxsize=65_536)
def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " " and (after.isascii() or after not in _NEVER_FIRST)
    if after == " " or after in _NEVER_FIRST:
        return False
    if before in _NEVER_LAST:
        return False
    # Quotation marks are narrow to wcwidth; ’ is an apostrophe as well and stays where it is.
    return before == "”" or after in _OPENING or 2 in (_cells(before), _cells(after))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as it is shown, and where in it, in cells, the marked region lies."""

    text: str
    start: int
    length: int


def excerpt(line: str, start: int, end: int, cells: int) -> Excerpt:
    """``line`` cropped to ``cells`` around its code points ``start`` up to ``end``.

    Tabs are one cell; what cannot be seen is spelled out.
    """
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    # A line may be megabytes long: only so much is measured as can be shown.
    first, last = max(start - 4 * cells, 0), min(start + 5 * cells, len(line))
    shown = [_visible(character) for character in line[first:last]]
    widths = [width(piece) for piece in shown]
    begin, finish = start - first, max(min(end, last) - first, start - first)
    low, high = 0, len(shown)
    if first > 0 or last < len(line) or sum(widths) > cells:
        low, high = _crop(widths, begin, finish, cells - 2 * len(_MORE))
    before = _MORE if first + low > 0 else ""
    after = _MORE if first + high < len(line) else ""
    return Excerpt(
        text=before + "".join(shown[low:high]) + after,
        start=len(before) + sum(widths[low:begin]),
        length=max(sum(widths[begin : min(finish, high)]), 1),
    )


@lru_cache(maxsize=65_536)
def _visible(character: str) -> str:
    return _TAB if character == "\t" else harmless(character)


def _crop(widths: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """The widest part that fits: the region from its start, then as much on either side.

    What is near the beginning of the line keeps it: a value is read with its key.
    """
    low = high = start
    if (before := sum(widths[:start])) <= room // 3:
        low, room = 0, room - before
    while True:
        left = widths[low - 1] if low > 0 else room + 1
        right = widths[high] if high < len(widths) else room + 1
        turn = high < end or left > room or high - end <= start - low
        if right <= room and turn:
            high, room = high + 1, room - right
        elif left <= room and high >= end:
            low, room = low - 1, room - left
        else:
            return low, high
