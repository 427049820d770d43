"""Reading the objects of git: all that one asks for through one process."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from types import TracebackType
from typing import IO

from hegui.git.run import Git

_PIECE = 1_048_576


class Objects:
    """``git cat-file --batch`` for as long as the ``with`` block lasts."""

    def __init__(self, git: Git) -> None:
        self._process = subprocess.Popen(
            git.command("cat-file", "--batch"),
            cwd=git.root,
            env=git.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Objects:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._process.kill()
        self._process.__exit__(kind, error, trace)

    def content(self, name: str, limit: int) -> bytes | int | None:
        """The bytes of a blob, its size where that is above ``limit``; ``None`` where it is not here."""
        size = self._ask(name)
        if size is None:
            return None
        pieces = self._pieces(size)
        if size > limit:
            for _ in pieces:
                pass
            return size
        return b"".join(pieces)

    def digest(self, name: str) -> str | None:
        """The SHA-256 of a blob, read in pieces; ``None`` where it is not here."""
        size = self._ask(name)
        if size is None:
            return None
        digest = hashlib.sha256()
        for piece in self._pieces(size):
            digest.update(piece)
        return digest.hexdigest()

    def _ask(self, name: str) -> int | None:
        """The size of the object that now follows; ``None`` where it is missing or no blob."""
        try:
            self._asking.write(name.encode("ascii") + b"\n")
            self._asking.flush()
        except BrokenPipeError:
            return None
        answer = self._answers.readline().split()
        if len(answer) != 3:
            return None
        size = int(answer[2])
        if answer[1] != b"blob":
            for _ in self._pieces(size):
                pass
            return None
        return size

    def _pieces(self, size: int) -> Iterator[bytes]:
        left = size
        while left:
            piece = self._answers.read(min(left, _PIECE))
            if not piece:
                raise EOFError("git cat-file ended early")
            left -= len(piece)
            yield piece
        self._answers.read(1)  # the line end after the object

    @property
    def _asking(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _answers(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout
