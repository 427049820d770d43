"""Did you mean …?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from hegui.source.bilingual import LANGUAGES, Text, both

NOTHING = both("", "")
_ZEROS = re.compile(r"(?<![0-9.])0+(?=[0-9])")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was most likely meant; ``None`` when none is near."""
    candidates = {candidate.casefold(): candidate for candidate in sorted(words)}
    same = [
        meant for folded, meant in candidates.items() if _bare(folded) == _bare(word.casefold())
    ]
    if same:
        return same[0]
    found = get_close_matches(word.casefold(), candidates, n=1, cutoff=0.6)
    return candidates[found[0]] if found else None


def _bare(word: str) -> str:
    """The word without the zeros before its numbers: ``cip#3.1`` for ``cip#03.1``."""
    return _ZEROS.sub("", word)


def did_you_mean(
    word: str, words: Iterable[str], wordings: Mapping[str, Text] | None = None
) -> Text:
    """The question for people, or nothing when no word is near.

    ``wordings`` are what people read for the words; whoever writes that means the word.
    """
    told = {
        wording.get(language).casefold(): meant
        for meant, wording in (wordings or {}).items()
        for language in LANGUAGES
    }
    near = told.get(word.casefold()) or nearest(word, words)
    if near is None or near == word:
        return NOTHING
    return both(f"是否想写“{near}”？", f"Did you mean “{near}”?")
