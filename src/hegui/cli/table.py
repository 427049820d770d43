"""Tables for the terminal, with columns that count Chinese characters as two."""

from __future__ import annotations

from collections.abc import Sequence

from wcwidth import wcswidth, wcwidth


def table(rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows in columns; the last column is cut so that a line fits into ``width``."""
    if not rows:
        return ""
    sizes = [max(wcswidth(row[n]) for row in rows) for n in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        cells = [_pad(cell, size) for cell, size in zip(row, sizes, strict=False)]
        used = sum(sizes) + 2 * len(sizes)
        lines.append("  ".join([*cells, _cut(row[-1], max(width - used, 10))]).rstrip())
    return "\n".join(lines)


def _pad(text: str, size: int) -> str:
    return text + " " * (size - wcswidth(text))


def _cut(text: str, size: int) -> str:
    if wcswidth(text) <= size:
        return text
    kept, used = "", 0
    for character in text:
        used += max(wcwidth(character), 0)
        if used > size - 1:
            break
        kept += character
    return kept + "…"
