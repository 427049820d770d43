"""Text for people in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LANGUAGES = ("zh", "en")


class Text(NamedTuple):
    """What a person reads: a string (``plain``) or one string per language.

    A plain string stands for the prevailing language; where another language is
    asked for and absent, the nearest that exists is given rather than nothing.
    """

    plain: str | None = None
    zh: str | None = None
    en: str | None = None

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> Text:
        """Text from what YAML holds: a string, or a mapping with ``zh`` and ``en``."""
        if isinstance(value, str):
            return cls(plain=value)
        return cls(zh=value.get("zh"), en=value.get("en"))

    def get(self, language: str) -> str:
        """The wording in ``language`` (``zh`` or ``en``), else the nearest there is."""
        own, other = (self.en, self.zh) if language == "en" else (self.zh, self.en)
        for wording in (own, self.plain, other):
            if wording is not None:
                return wording
        return ""

    def missing(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """Which of ``languages`` have no wording; a plain string is in the first of them."""
        if self.plain is not None:
            return languages[1:]
        return tuple(name for name in languages if not getattr(self, name, None))

    def __str__(self) -> str:
        return self.get("zh")


def both(zh: str, en: str) -> Text:
    """Short for ``Text(zh=…, en=…)``; every message in the program is made with it."""
    return Text(zh=zh, en=en)
