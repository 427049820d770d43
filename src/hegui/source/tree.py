"""Trees of files: what a repository is read from, whether a folder or a commit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from hegui.source.discover import discover
from hegui.source.file import File
from hegui.source.inside import inside
from hegui.source.place import Problem
from hegui.source.read import read


class Commit(NamedTuple):
    """A commit, and the name under which it was asked for."""

    ref: str
    id: str

    @property
    def short(self) -> str:
        """The first twelve digits, as people write them."""
        return self.id[:12]


class Digests(Protocol):
    """Files of which only the digests are asked for."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file in 64 hex digits; ``None`` where there is no such file."""


class Tree(Digests, Protocol):
    """Files by their path relative to the repository's root."""

    @property
    def root(self) -> Path:
        """The folder of the repository, whatever its files are read from."""

    @property
    def commit(self) -> Commit | None:
        """The commit that the files are of; ``None`` for those on disk."""

    def find(self, folders: Sequence[str]) -> tuple[list[str], list[Problem]]:
        """The YAML files below ``folders``, as `discover` finds them."""

    def read(self, paths: Iterable[str]) -> list[File | Problem]:
        """Each of these files, or why it cannot be read. Never raises."""


class WorkingTree:
    """The files of a folder on disk."""

    commit: Commit | None = None

    def __init__(self, root: Path) -> None:
        self.root = root

    def find(self, folders: Sequence[str]) -> tuple[list[str], list[Problem]]:
        """The YAML files below ``folders``."""
        return discover(self.root, folders)

    def read(self, paths: Iterable[str]) -> list[File | Problem]:
        """Each of these files, or why it cannot be read."""
        return [read(self.root, path) for path in paths]

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a regular file inside the folder, read in pieces."""
        try:
            real = inside(self.root, path)
            if real is None or not Path(real).is_file():
                return None
            with Path(real).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return None
