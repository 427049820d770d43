"""How grave a finding is."""

from __future__ import annotations

from enum import IntEnum

from hegui.source.bilingual import Text, both


class Severity(IntEnum):
    """Five grades in rising order; ``fail-on`` compares them."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def word(self) -> str:
        """The word that YAML, JSON and the command line use."""
        return self.name.lower()

    @property
    def title(self) -> Text:
        """The word that people read."""
        return _TITLES[self]

    @classmethod
    def of(cls, word: str) -> Severity:
        """The grade of a word; ``KeyError`` when there is none."""
        return cls[word.upper()]


_TITLES = {
    Severity.INFO: both("提示", "info"),
    Severity.LOW: both("低", "low"),
    Severity.MEDIUM: both("中", "medium"),
    Severity.HIGH: both("高", "high"),
    Severity.CRITICAL: both("严重", "critical"),
}

WORDS = tuple(severity.word for severity in Severity)
