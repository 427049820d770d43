"""What a declared rule raises when it gives no answer about a subject."""

from __future__ import annotations

from hegui.model.types import Path
from hegui.source.bilingual import Text


class Unanswered(Exception):
    """An expression gave no yes or no: why, and where in the rule it stands."""

    def __init__(self, reason: Text, at: Path) -> None:
        super().__init__(reason.get("en"))
        self.reason = reason
        self.at = at
