"""Trees of files: where artefacts are read from, whether a folder or, later, a commit."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Protocol

from hegui.source.inside import inside

_CHUNK = 1 << 16


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
            if real is None or not os.path.isfile(real):
                return None
            digest = hashlib.sha256()
            with open(real, "rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
            return digest.hexdigest()
        except (OSError, ValueError):
            return None
