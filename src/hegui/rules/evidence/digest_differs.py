"""The document behind a record is the one that was recorded."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.artefacts import held
from hegui.findings.severity import Severity
from hegui.model.agreement import Agreement
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/digest-differs",
    Evidence,
    Agreement,
    severity=Severity.CRITICAL,
    title=both("原件与登记的摘要不符", "The document is not the one that was recorded"),
    message=both(
        "{subject}的原件 {file} 现在的摘要是 {actual}…，与登记的不符",
        "The document {file} of {subject} has the digest {actual}… now, not the one recorded",
    ),
    remedy=both(
        "查清原件为何改变。确需更换的，另立新记录，不要改旧的。",
        "Find out why it changed. If it must be replaced, write a new record; leave the old one.",
    ),
    why=both(
        "登记后改过的原件不能证明当时的事实。",
        "A document that changed after it was recorded does not prove what was so then.",
    ),
    references=("e-signature-law-2019#art-5",),
    where=lambda item, context: held(item) is not None,
)
def check(item: Evidence | Agreement, context: Context) -> Iterator[Fault]:
    one = held(item)
    assert one is not None
    actual = context.tree.digest(one.path)
    if actual is not None and actual != one.sha256:
        yield Fault(at=(one.field, "sha256"), values={"file": one.file, "actual": actual[:12]})
