"""What can be tried: the modules of the derivation, and the rules; by what they are chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mutation.mutants import mutants
from mutation.pool import Job
from mutation.survivors import Name

ROOT = Path(__file__).resolve().parent.parent
RULES = "src/hegui/rules"


def jobs(file: str) -> Iterator[Job]:
    """The mutants of a file, named from the root."""
    for one in mutants((ROOT / file).read_text(encoding="utf-8")):
        yield Job(Name(file, one.function, one.was, one.now), one.code)


def rule_files(words: Sequence[str]) -> list[str]:
    """The files of the rules that some words choose: ``rules``, ``rules/CATEGORY``, a rule's file.

    Raises `ValueError` where a word chooses nothing.
    """
    every = sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / RULES).glob("*/*.py")
        if path.name != "__init__.py"
    )
    found: list[str] = []
    for word in words:
        named = word.removeprefix("src/hegui/").removesuffix(".py").replace("-", "_")
        prefix = f"src/hegui/{named}"
        chosen = [one for one in every if one == f"{prefix}.py" or one.startswith(f"{prefix}/")]
        if not chosen:
            raise ValueError(word)
        found += chosen
    return list(dict.fromkeys(found))
