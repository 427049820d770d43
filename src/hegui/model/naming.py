"""The names that people read for kinds; filled as the kinds are declared."""

from __future__ import annotations

from hegui.source.bilingual import Text, both

TITLES: dict[str, Text] = {}


def kind_title(kind: str) -> Text:
    """The wording for a kind; the kind itself where none was declared."""
    return TITLES.get(kind) or both(kind, kind)
