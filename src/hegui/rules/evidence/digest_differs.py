"""The document behind a record is the one that was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.evidence.artefact_missing import file_of, has_file
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/digest-differs",
    Evidence,
    severity=Severity.CRITICAL,
    title=both("证据原件与登记的摘要不符", "The document is not the one that was recorded"),
    message=both(
        "{subject}的原件 {file} 现在的摘要是 {actual}…，与登记的不符",
        "The document {file} of {subject} has the digest {actual}… now, not the one recorded",
    ),
    remedy=both(
        "查清原件为何改变。确需更换的，另立一条新证据，不要改旧记录。",
        "Find out why it changed. If it must be replaced, write a new record; leave the old one.",
    ),
    why=both(
        "登记后改过的原件不能证明当时的事实。",
        "A document that changed after it was recorded does not prove what was so then.",
    ),
    references=("e-signature-law-2019#art-5",),
    where=has_file,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    artefact, path = file_of(evidence)
    actual = context.tree.digest(path)
    if actual is not None and actual != artefact.sha256:
        yield Fault(
            at=("artefact", "sha256"), values={"file": artefact.file, "actual": actual[:12]}
        )
