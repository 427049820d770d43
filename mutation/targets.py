"""What can be tried: the modules of the derivation, and the rules; by what they are chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mutation.mutants import mutants
from mutation.pool import Job
from mutation.survivors import Name

ROOT = Path(__file__).resolve().parent.parent
RULES = "src/hegui/rules"
MARK = b"kind: rule\n"
"""How a file begins that declares a rule. Said again, for whoever imports the rules imports the
derivation, and its mutants could not take its place any more."""


def jobs(file: str) -> Iterator[Job]:
    """The mutants of a file of Python, named from the root."""
    for one in mutants((ROOT / file).read_text(encoding="utf-8")):
        yield Job(Name(file, one.function, one.was, one.now), one.code)


def rule_files(words: Sequence[str]) -> list[str]:
    """The files of the rules that some words choose: ``rules``, ``rules/CATEGORY``, a rule's file.

    Raises `ValueError` where a word chooses nothing.
    """
    every = [path.relative_to(ROOT).as_posix() for path in sorted(_rules())]
    found: list[str] = []
    for word in words:
        named = word.removeprefix("src/hegui/").partition(".")[0].replace("-", "_")
        prefix = f"src/hegui/{named}"
        chosen = [one for one in every if one.startswith((f"{prefix}.", f"{prefix}/"))]
        if not chosen:
            raise ValueError(word)
        found += chosen
    return list(dict.fromkeys(found))


def _rules() -> Iterator[Path]:
    """The file of every rule: of Python, or one that declares it."""
    for path in (ROOT / RULES).glob("*/*.py"):
        if path.name != "__init__.py":
            yield path
    for path in (ROOT / RULES).glob("*/*.yaml"):
        if path.read_bytes().startswith(MARK):
            yield path
