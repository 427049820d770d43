"""Artefacts: the documents behind what is recorded."""

from __future__ import annotations

from hegui.model.table import column, record
from hegui.model.types import DIGEST, FILE, String


@record
class Artefact:
    """The document behind a record: a file beside it, or its digest when it lies elsewhere."""

    file: str | None = column(FILE, "文件，相对于本文件夹", "file, relative to this folder")
    sha256: str = column(DIGEST, "SHA-256 摘要", "SHA-256 digest", required=True)
    held: str | None = column(String(), "仓库外的存放处", "where it lies outside the repository")
