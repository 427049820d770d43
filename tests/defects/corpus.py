"""The written list: what a person did wrong, and what must be found of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hegui.source.file import File
from hegui.source.parse import parse

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Expected:
    """One finding: its rule, and the line on which it stands in the seeded file.

    The line is that of the text ``at``, which stands once in the file, or once after the text
    ``after``; else it is ``line``, counted from that of ``after`` where there is one. ``lines``
    (first, last) stands for a finding on each of them, ``times`` for as many findings on a line.
    ``says`` is a part of the message or the remedy.
    """

    rule: str
    path: str
    at: str | None = None
    after: str | None = None
    line: int | None = None
    lines: tuple[int, int] | None = None
    column: int | None = None
    times: int = 1
    says: str | None = None


@dataclass(frozen=True)
class Defect:
    """One slip in one file of the case.

    ``gone`` names findings of the clean case that are found no more, as "rule kind/id"; those
    that are not assessed any more need no mention. Where ``settings`` are wrong nothing is judged
    and ``expect`` holds all that is told. ``base`` holds what was different in the base that the
    case is held against, as edits with their ``file``; without it no base is named. ``xfail`` says
    what the program does not do rightly yet.
    """

    theme: str
    name: str
    file: str
    edit: Mapping[str, Any]
    expect: tuple[Expected, ...]
    gone: tuple[str, ...] = ()
    settings: bool = False
    base: tuple[Mapping[str, Any], ...] | None = None
    xfail: str | None = None

    @property
    def rules(self) -> frozenset[str]:
        """The rules that find it."""
        return frozenset(expected.rule for expected in self.expect)


@cache
def corpus() -> tuple[Defect, ...]:
    """All defects of the list, by file."""
    return tuple(defect for path in sorted(HERE.glob("*.yaml")) for defect in _read(path))


def _read(path: Path) -> Iterator[Defect]:
    parsed = parse(File(path.name, path.read_text(encoding="utf-8")))
    assert parsed.problems == [], parsed.problems[0]
    for document in parsed.documents:
        data: dict[str, Any] = dict(document.data)
        data["expect"] = tuple(_expected(one, data["file"]) for one in data["expect"])
        data["gone"] = tuple(data.get("gone", ()))
        if "base" in data:
            data["base"] = tuple(data["base"])
        yield Defect(theme=path.stem, **data)


def _expected(data: dict[str, Any], file: str) -> Expected:
    return Expected(**{"path": file, **data})
