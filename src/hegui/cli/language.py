"""Which language to speak: the one asked for, else the settings' first, never the machine's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from hegui.source.bilingual import LANGUAGES, Text

DEFAULT = "zh"
SETTINGS = "hegui.yaml"
_FIRST = re.compile(r"^languages:\s*(?:\[\s*|\n\s*-\s*)?(zh|en)\b", re.MULTILINE)


def asked_for(arguments: Sequence[str]) -> str | None:
    """The language that ``--lang`` names, wherever it stands among the arguments."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            word = argument.partition("=")[2]
        elif argument == "--lang" and position + 1 < len(arguments):
            word = arguments[position + 1]
        else:
            continue
        return word if word in LANGUAGES else None
    return None


def of_settings(folder: Path) -> str | None:
    """The first language of the settings at or above ``folder``.

    A glance with a regular expression: help and errors must not need a sound repository.
    """
    root = root_above(folder)
    if root is None:
        return None
    try:
        found = _FIRST.search((root / SETTINGS).read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None
    return found[1] if found else None


def root_above(folder: Path) -> Path | None:
    """The nearest folder at or above ``folder`` that holds the settings."""
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS).is_file():
            return candidate
    return None


class Speech:
    """The language of this run, for what click itself has to say."""

    language = DEFAULT
    asked: str | None = None
    """What ``--lang`` named, if it was given."""

    @classmethod
    def settle(cls, arguments: Sequence[str], folder: Path) -> None:
        """Choose by the arguments, else by the settings around ``folder``."""
        cls.asked = asked_for(arguments)
        cls.language = cls.asked or of_settings(folder) or DEFAULT

    @classmethod
    def say(cls, text: Text) -> str:
        """The wording in the language of this run."""
        return text.get(cls.language)
