"""Artefacts in the repository: what the rules about them share."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import NamedTuple

from hegui.model.agreement import Agreement
from hegui.model.evidence import Evidence


class Held(NamedTuple):
    """A file that a record names: its field, the name as written, the path from the root."""

    field: str
    file: str
    path: str
    sha256: str


def held(item: Evidence | Agreement) -> Held | None:
    """The file behind a record; ``None`` when it names none in the repository."""
    if isinstance(item, Evidence):
        field, artefact = "artefact", item.artefact
    else:
        field, artefact = "document", item.document_
    if artefact is None or artefact.file is None:
        return None
    path = normpath(join(dirname(item.document.file.path), artefact.file))
    return Held(field, artefact.file, path, artefact.sha256)
