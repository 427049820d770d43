"""The pack ``microloan-transfer`` as it ships, and the list of what it must hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from hegui.engine.verify import Verified, verify
from hegui.loading.load import load_pack
from hegui.loading.packs import folder
from hegui.model.repository import Repository
from hegui.source.file import File
from hegui.source.parse import parse

HERE = Path(__file__).parent
PACK = folder("microloan-transfer")


@cache
def repository() -> Repository:
    """The pack alone."""
    return load_pack(PACK).repository


@cache
def verified() -> Verified:
    """What verification says of it."""
    return verify(PACK)


def data(path: Path) -> dict[str, Any]:
    """The one document of a file of lists."""
    (document,) = parse(File(path.name, path.read_text(encoding="utf-8"))).documents
    return dict(document.data)


@cache
def wanted() -> dict[str, Any]:
    """What the pack must hold."""
    return data(HERE / "microloan-transfer.yaml")
