"""Messages: a bilingual template of a rule, filled with values from data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from hegui.source.bilingual import Text, both

_JOIN = {"zh": "、", "en": ", "}


def say(value: object, language: str) -> str:
    """A value as people read it in ``language``; lists are joined in its manner."""
    if isinstance(value, Text):
        return value.get(language)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return ("否", "是")[value] if language == "zh" else ("no", "yes")[value]
    if isinstance(value, Iterable):
        return _JOIN[language].join(say(part, language) for part in value)
    return str(value)


class _Filler(Formatter):
    def __init__(self, language: str) -> None:
        self.language = language

    def format_field(self, value: object, format_spec: str) -> str:
        return say(value, self.language)


def fill(template: Text, values: Mapping[str, object]) -> Text:
    """The template in both languages with its ``{placeholders}`` filled.

    A placeholder without a value raises ``KeyError``: a test fills every template.
    """
    zh, en = (
        _Filler(language).vformat(template.get(language), (), values) for language in ("zh", "en")
    )
    # A template leaves a space for an id in Latin letters; after a bracket there is none.
    return both(zh.replace("） ", "）").rstrip(), en.rstrip())
