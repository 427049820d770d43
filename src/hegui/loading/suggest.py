"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from hegui.source.bilingual import Text, both

NOTHING = both("", "")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that was most likely meant; ``None`` when none is near."""
    candidates = {candidate.casefold(): candidate for candidate in sorted(words)}
    found = get_close_matches(word.casefold(), candidates, n=1, cutoff=0.6)
    return candidates[found[0]] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> Text:
    """The question for people, or nothing when no word is near."""
    near = nearest(word, words)
    if near is None or near == word:
        return NOTHING
    return both(f"是否想写“{near}”？", f"Did you mean “{near}”?")
