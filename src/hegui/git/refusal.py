"""Why the tree of a commit cannot be had."""

from __future__ import annotations

from hegui.source.bilingual import Text, both


class NoTree(Exception):
    """``text`` says to people why, and what they can do."""

    def __init__(self, text: Text, **values: object) -> None:
        self.text = both(*(text.get(name).format(**values) for name in ("zh", "en")))
        super().__init__(self.text.get("en"))
