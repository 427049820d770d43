"""The packs that ship with the program."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hegui.source.discover import discover
from hegui.source.file import File
from hegui.source.place import Place, Problem
from hegui.source.read import read

_HOME = Path(__file__).parent.parent / "packs"
_COVER = "pack.yaml"
_VERSION = re.compile(r"^version: ([0-9]+)", re.MULTILINE)


@cache
def shipped() -> tuple[str, ...]:
    """The ids of all packs, sorted."""
    return tuple(sorted(cover.parent.name for cover in _HOME.glob(f"*/{_COVER}")))


def folder(pack: str) -> Path:
    """Where a shipped pack lies."""
    return _HOME / pack


@cache
def version(pack: str) -> int:
    """The version of a shipped pack."""
    return version_of(folder(pack))


def version_of(home: Path) -> int:
    """The version of a pack, from its cover; 0 where it names none."""
    found = _VERSION.search((home / _COVER).read_text(encoding="utf-8"))
    return int(found[1]) if found else 0


def files(pack: str) -> list[File | Problem]:
    """The files of a shipped pack."""
    return read_folder(folder(pack))


def read_folder(home: Path) -> list[File | Problem]:
    """The files of a pack; their paths read ``pack:ID/…`` wherever it lies."""
    paths, problems = discover(home, ["."])
    named: list[File | Problem] = [*problems]
    for path in paths:
        file = read(home, path)
        place = f"pack:{home.name}/{path}"
        if isinstance(file, File):
            named.append(File(place, file.text))
        else:
            named.append(Problem(file.rule, Place(place), file.values))
    return named
