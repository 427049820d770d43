"""Trees of files: where artefacts are read from, whether a folder or, later, a commit."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Protocol

from hegui.source.inside import inside


class Tree(Protocol):
    """Files by their path relative to the repository's root."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file in 64 hex digits; ``None`` where there is no such file."""


class WorkingTree:
    """The files of a folder on disk."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a regular file inside the folder, read in pieces."""
        try:
            real = inside(self._root, path)
            if real is None or not Path(real).is_file():
                return None
            with Path(real).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return None
