"""References: the name of another item."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

SLUG = r"[a-z0-9][a-z0-9._-]*"
PART = r"[A-Za-z0-9][A-Za-z0-9._-]*"
"""What may follow ``#`` and ``:`` in the name of a part of an item."""
KIND = r"[a-z][a-z-]*"
REFERENCE = rf"^({KIND}/)?({SLUG}|{SLUG}#{PART}(:{PART})?|{PART})$"

_SHAPE = re.compile(REFERENCE)


class Ref(NamedTuple):
    """``kind/id``; the id of a part reads ``catalogue#ref`` or ``catalogue#ref:key``."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @staticmethod
    @lru_cache(maxsize=1 << 16)  # a repository names the same few things over and over
    def parse(text: str, default: str | None = None) -> Ref | None:
        """The reference in ``text``; ``default`` is its kind where none is written.

        ``None`` when the text has not the shape of a reference, or no kind at all.
        """
        if not _SHAPE.match(text):
            return None
        kind, slash, name = text.partition("/")
        if slash:
            return Ref(kind, name)
        return Ref(default, text) if default else None
