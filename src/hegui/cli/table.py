"""Tables for the terminal, with columns that count Chinese characters as two."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.reporters.layout import pad
from hegui.reporters.layout import width as cells


def table(rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows in columns; the last column is cut so that a line fits into ``width``."""
    if not rows:
        return ""
    sizes = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]) - 1)]
    rest = max(width - sum(sizes) - 2 * len(sizes), 10)
    lines = []
    for row in rows:
        padded = [pad(cell, size) for cell, size in zip(row, sizes, strict=False)]
        lines.append("  ".join([*padded, _cut(row[-1], rest)]).rstrip())
    return "\n".join(lines)


def _cut(text: str, size: int) -> str:
    if cells(text) <= size:
        return text
    while cells(text) > size - 1:
        text = text[:-1]
    return f"{text}…"
