"""The document behind a record is where the record says."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from hegui.findings.severity import Severity
from hegui.model.evidence import Artefact, Evidence
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def has_file(evidence: Evidence, context: Context) -> bool:
    """Whether the record names a file in the repository."""
    return evidence.artefact is not None and evidence.artefact.file is not None


def file_of(evidence: Evidence) -> tuple[Artefact, str]:
    """The artefact of a record that has a file, and the file's path from the root."""
    artefact = evidence.artefact
    assert artefact is not None
    assert artefact.file is not None
    return artefact, normpath(join(dirname(evidence.document.file.path), artefact.file))


@rule(
    "evidence/artefact-missing",
    Evidence,
    severity=Severity.HIGH,
    title=both("证据原件不在", "The document behind a record is missing"),
    message=both(
        "{subject}的原件 {file} 不在仓库里", "The document {file} of {subject} is missing"
    ),
    remedy=both(
        "把原件提交到所写的位置；原件在仓库外的，改用 held 写明存放处。",
        "Commit the document where the record says; if it lies elsewhere, say where in held.",
    ),
    why=both(
        "拿不出原件的记录，不足以举证。", "A record whose document cannot be shown proves little."
    ),
    where=has_file,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    artefact, path = file_of(evidence)
    if context.tree.digest(path) is None:
        yield Fault(at=("artefact", "file"), values={"file": artefact.file})
