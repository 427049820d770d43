"""Packs as they were understood once, kept beside the program as Python keeps its bytecode.

Reading a pack of twenty thousand lines takes ten times as long as taking it up again. What is
kept is used only where the pack's files and the code that read them are the very same, by their
digest; else the pack is read anew. It lies in ``__pycache__`` and is trusted just as bytecode is.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_CODE = Path(__file__).parent.parent
_PARTS = ("loading", "model", "source")
"""The packages whose code decides what is made of a document."""


def kept(folder: Path, read: Callable[[], T], sound: Callable[[T], bool], *, write: bool) -> T:
    """What ``read`` makes of the pack in ``folder``, from the kept form where that is the same.

    Only what is ``sound`` is kept, and only where ``write`` says so. A kept form that cannot be
    used or written is passed over.
    """
    file = folder.parent / "__pycache__" / f"{folder.name}.{sys.implementation.cache_tag}.pickle"
    key = _key(folder)
    try:
        content = file.read_bytes()
        if content.startswith(key):
            return pickle.loads(content[len(key) :])  # type: ignore[no-any-return]
    except Exception:  # whatever is wrong with it, the source is there
        pass
    made = read()
    if write and sound(made):
        _keep(file, key + pickle.dumps(made, protocol=5))
    return made


def _keep(file: Path, content: bytes) -> None:
    """Write all of it or nothing; another process may be doing the same."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        aside.write_bytes(content)
        aside.replace(file)
    except OSError:
        with suppress(OSError):
            aside.unlink()


def _key(folder: Path) -> bytes:
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.yaml")):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        digest.update(file.read_bytes())
    for name, size, changed in _code():
        digest.update(f"{name}\0{size}\0{changed}\0".encode())
    return digest.digest()


def _code() -> Iterator[tuple[str, int, int]]:
    for part in _PARTS:
        for entry in sorted(os.scandir(_CODE / part), key=lambda one: one.name):
            if entry.name.endswith(".py"):
                stat = entry.stat()
                yield f"{part}/{entry.name}", stat.st_size, stat.st_mtime_ns
