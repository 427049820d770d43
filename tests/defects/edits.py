"""Seeding one slip into a copy of the case."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hegui.loading.load import FOLDERS, SETTINGS
from tests.defects.specials import SPECIALS


def copy_of_case(root: Path, target: Path, copy: Callable[[str, str], object]) -> Path:
    """The governance repository at ``root`` without the program beside it."""
    target.mkdir()
    copy(str(root / SETTINGS), str(target / SETTINGS))
    for folder in FOLDERS:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, target / folder, copy_function=copy)
    return target


def put_back(root: Path, case: Path) -> None:
    """Undo whatever was done in ``root``, which shares its files with ``case``.

    Several times faster than another copy: it is removing folders that takes long.
    """
    wanted, there = _entries(case), _entries(root)
    for name in sorted(there, reverse=True):  # what lies in a folder before the folder
        if there[name] != wanted.get(name):
            path = root / name
            path.unlink() if there[name] else path.rmdir()
    for name in sorted(wanted):
        if wanted[name] != there.get(name):
            path = root / name
            os.link(case / name, path) if wanted[name] else path.mkdir()


def _entries(root: Path) -> dict[str, int]:
    """Everything below ``root`` by name: 0 for a folder, else the inode, which links share."""
    return {
        os.path.relpath(found := os.path.join(folder, name), root): _inode(found)  # noqa: PTH118
        for folder, folders, files in os.walk(root)
        for name in (*folders, *files)
    }


def _inode(path: str) -> int:
    found = os.lstat(path)
    return 0 if stat.S_ISDIR(found.st_mode) else found.st_ino


def seed(root: Path, file: str, edit: Mapping[str, Any]) -> None:
    """Do ``edit`` to ``file``. What the copy shares with the case is replaced, never written to."""
    path = root / file
    match edit:
        case {"find": find, "replace": replace}:
            start = located(path.read_bytes(), find, edit.get("after"))
            data = path.read_bytes()
            _write(path, data[:start] + replace.encode() + data[start + len(find.encode()) :])
        case {"append": text}:
            _write(path, path.read_bytes() + text.encode())
        case {"create": text}:
            assert not path.exists(), path
            _write(path, text.encode())
        case {"delete": True}:
            path.unlink()
        case {"move": to}:
            (root / to).parent.mkdir(parents=True, exist_ok=True)
            path.rename(root / to)
        case {"special": name}:
            SPECIALS[name](path)
        case _:
            raise AssertionError(f"no such edit: {edit}")


def located(data: bytes, find: str, after: str | None) -> int:
    """Where ``find`` begins: it stands once in ``data``, or is the first after ``after``."""
    wanted = find.encode()
    if after is None:
        assert data.count(wanted) == 1, f"{data.count(wanted)} times: {find!r}"
        return data.index(wanted)
    assert data.count(after.encode()) == 1, f"{data.count(after.encode())} times: {after!r}"
    start = data.index(after.encode())
    assert wanted in data[start:], f"not there: {find!r}"
    return data.index(wanted, start)


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
