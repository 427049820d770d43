"""A file's text, and the step from offsets in it to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from hegui.source.place import Place

_BREAK = re.compile(r"\r\n?|\n")


class File:
    """The text of one file, with ``path`` as in `Place`.

    Offsets count code points of ``text`` from 0. A byte order mark is taken off, so that it
    shifts no column. Lines end at LF, CRLF or CR.
    """

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text.removeprefix("\ufeff")
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"File({self.path!r}, {len(self.text)} code points)"

    def place(self, start: int, end: int, clip: bool = True) -> Place:
        """The region from offset ``start`` up to, not including, ``end``.

        With ``clip`` it stops where its first line ends. An empty region grows by one code
        point of its line where there is one. Offsets outside the text are moved inside.
        """
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        line = bisect_right(self._lines(), start)
        first, last = self._span(line)
        if clip:
            end = min(end, last)
        if end <= start and first < last:
            start = min(start, last - 1)
            end = start + 1
        end = max(start, end)
        end_line = line if end <= last else bisect_right(self._lines(), end)
        end_column = end - self._lines()[end_line - 1] + 1
        return Place(self.path, line, start - first + 1, end_line, end_column)

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its line end; "" where there is none."""
        if not 1 <= number <= len(self._lines()):
            return ""
        first, last = self._span(number)
        return self.text[first:last]

    def line_at(self, offset: int) -> tuple[int, int]:
        """Where the line around ``offset`` begins and ends, as offsets, its line end left out."""
        return self._span(bisect_right(self._lines(), offset))

    def _span(self, line: int) -> tuple[int, int]:
        starts = self._lines()
        first = starts[line - 1]
        if line == len(starts):
            return first, len(self.text)
        last = starts[line] - 1
        if last > first and self.text[last] == "\n" and self.text[last - 1] == "\r":
            last -= 1
        return first, last

    def _lines(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        return self._starts
