"""Colour for a terminal, or none at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hegui.findings.severity import Severity

BOLD = "1"
DIM = "2"
RED = "31"
GREEN = "32"
BLUE = "34"

GRADES: Mapping[Severity, str] = {
    Severity.CRITICAL: "1;97;41",
    Severity.HIGH: "1;31",
    Severity.MEDIUM: "1;33",
    Severity.LOW: "1;36",
    Severity.INFO: "1;34",
}
"""How the word for a severity is painted."""

MARKS: Mapping[Severity, str] = {**GRADES, Severity.CRITICAL: "1;31"}
"""How a place in a source line is marked."""


@dataclass(frozen=True, slots=True)
class Ink:
    """Paints text where ``on``; else gives it back as it is."""

    on: bool

    def __call__(self, text: str, *styles: str) -> str:
        if not (self.on and text and styles):
            return text
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m"
