"""The document behind a record is where the record says."""

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
    "evidence/artefact-missing",
    Evidence,
    Agreement,
    severity=Severity.HIGH,
    title=both("原件不在", "The document behind a record is missing"),
    message=both(
        "{subject}的原件 {file} 不在仓库里", "The document {file} of {subject} is missing"
    ),
    remedy=both(
        "把原件提交到所写的位置；原件在仓库外的，改用 held 写明存放处。",
        "Commit the document where the record says; if it lies elsewhere, say where in held.",
    ),
    why=both(
        "拿不出原件的记录和协议，不足以举证。",
        "What cannot be shown in its own words proves little.",
    ),
    where=lambda item, context: held(item) is not None,
)
def check(item: Evidence | Agreement, context: Context) -> Iterator[Fault]:
    one = held(item)
    if one is not None and context.tree.digest(one.path) is None:
        yield Fault(at=(one.field, "file"), values={"file": one.file})
