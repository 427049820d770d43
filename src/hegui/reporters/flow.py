"""Counts side by side, as many as fit on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegui.reporters.ink import BOLD, DIM, Ink
from hegui.reporters.layout import width
from hegui.source.bilingual import Text

GAP = "  "

Count = tuple[Text, int, str]
"""What was counted, how often, and how it is painted unless it is none."""


def flow(
    counts: Iterable[Count], language: str, ink: Ink, cells: int, first: str = ""
) -> Iterator[str]:
    """The counts side by side, as many as fit on a line; a line ends only between two."""
    line, used = ink(first, BOLD), width(first)
    for title, count, style in counts:
        text = f"{title.get(language)} {count}"
        if line and used + len(GAP) + width(text) > cells:
            yield line
            line, used = "", 0
        gap = GAP if line else ""
        styles = (style,) if count and style else () if count else (DIM,)
        line, used = line + gap + ink(text, *styles), used + len(gap) + width(text)
    yield line
