"""Reading one file of a repository."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from hegui.source.decode import decode, too_large
from hegui.source.file import File
from hegui.source.inside import inside, not_a_file, unreadable
from hegui.source.limits import MAX_BYTES
from hegui.source.place import Place, Problem

# What is checked is what is opened: no link is followed any more, and should the file have
# become a pipe meanwhile, opening it does not wait. Windows knows only O_BINARY.
_FLAGS = os.O_RDONLY
for _name in ("O_BINARY", "O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY"):
    _FLAGS |= getattr(os, _name, 0)

_MORE = 65_536


def read(root: Path, path: str) -> File | Problem:
    """The file at ``path``, which is relative to ``root`` and has ``/`` between folders.

    Problems: ``document/outside``, ``document/not-a-file`` (``found``), ``document/unreadable``
    (``reason``), and those of `decode`. Never raises, never waits.
    """
    try:
        real = inside(root, path)
        if real is None:
            return Problem("document/outside", Place(path))
        mode = os.lstat(real).st_mode
        if not stat.S_ISREG(mode):
            return not_a_file(path, mode)
        data = _content(path, real)
    except (OSError, ValueError) as error:
        return unreadable(path, error)
    return data if isinstance(data, Problem) else decode(path, data)


def _content(path: str, real: str) -> bytes | Problem:
    """All bytes of the file ``real``, read in one piece and never beyond the limit; OSError."""
    descriptor = os.open(real, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return not_a_file(path, status.st_mode)
        if status.st_size > MAX_BYTES:
            return too_large(path, status.st_size)
        # Reading asks for little more than there is: a buffer of a fixed large size costs more
        # than the reading itself. What was added meanwhile is still read, up to the limit.
        data = os.read(descriptor, status.st_size + 1)
        while len(data) <= MAX_BYTES and (more := os.read(descriptor, _MORE)):
            data += more
        return data
    finally:
        os.close(descriptor)
