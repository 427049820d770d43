"""The list of survivors: mutants that no test can or need see, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

LIST = Path(__file__).with_name("survivors.yaml")
_KEYS = {"file", "in", "was", "now", "reason"}


class Name(NamedTuple):
    """By what a mutant is known: nothing of it changes when lines move."""

    file: str
    function: str
    was: str
    now: str

    def __str__(self) -> str:
        keys = {"file": self.file, "in": self.function, "was": self.was, "now": self.now}
        text = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=1000)
        return "- " + text.rstrip().replace("\n", "\n  ")


def listed(text: str) -> Iterator[Name]:
    """The mutants that a list allows to survive. Raises `ValueError` where one has no reason."""
    for one in yaml.safe_load(text) or []:
        if one.keys() != _KEYS or not str(one["reason"]).strip():
            raise ValueError(f"an entry has {', '.join(sorted(_KEYS))}, none of them empty: {one}")
        yield Name(one["file"], one["in"], one["was"], one["now"])


def differences(found: Iterable[Name], allowed: Iterable[Name], files: set[str]) -> Iterator[str]:
    """How the survivors in some files differ from those that are listed for them."""
    lived = Counter(found)
    known = Counter(one for one in allowed if one.file in files)
    for name in (lived - known).elements():
        yield f"survives, and is not listed:\n{name}"
    for name in (known - lived).elements():
        yield f"is listed, and does not survive:\n{name}"
