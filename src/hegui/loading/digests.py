"""Digests of a pack: a list of its files with their SHA-256, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

LIST = "digests.txt"


def actual(folder: Path) -> Mapping[str, str]:
    """The digest of every document of the pack in ``folder``, by its path with ``/``."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*.yaml"))
    }


def recorded(folder: Path) -> Mapping[str, str]:
    """The digests that the pack's own list records; none where it has no list."""
    file = folder / LIST
    if not file.is_file():
        return {}
    pairs = (line.split("  ", 1) for line in file.read_text(encoding="utf-8").splitlines())
    return {path: digest for digest, path in pairs}


def listing(digests: Mapping[str, str]) -> str:
    """The text of the list."""
    return "".join(f"{digest}  {path}\n" for path, digest in digests.items())


def whole(folder: Path) -> str:
    """One digest of the whole pack: the SHA-256 of its list as it would be written now."""
    return hashlib.sha256(listing(actual(folder)).encode()).hexdigest()


def differences(folder: Path) -> tuple[str, ...]:
    """The files that are not as they are recorded: changed, added or gone."""
    now, then = actual(folder), recorded(folder)
    return tuple(path for path in sorted({*now, *then}) if now.get(path) != then.get(path))
