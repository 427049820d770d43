"""A record whose type asks for a document has one behind it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import all_proved, proved
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _asking(evidence: Evidence, context: Context) -> EvidenceType | None:
    """The type that asks for a document: the record's own, else one that its requirements want.

    Leaving out the type must not be a way round.
    """
    if evidence.type is not None:
        refs = [evidence.type]
    else:
        all_proved(evidence, context.grounds)
        refs = [one.requirement.record.evidence for one in proved(evidence, context.grounds)]
    types = [context.repository.get(ref, EvidenceType) for ref in refs]
    return next((one for one in types if one.artefact), None)


@rule(
    "evidence/no-artefact",
    Evidence,
    severity=Severity.MEDIUM,
    title=both("应附原件的证据没有原件", "Evidence without the document it needs"),
    message=both(
        "{subject}没有原件，而{type}须附原件摘要",
        "{subject} has no document behind it, which {type} needs",
    ),
    remedy=both(
        "在 artefact 里登记原件的摘要（sha256）和位置；原件不在仓库的，用 held 写明存放处。",
        "Record the digest (sha256) and the place of the document in artefact; if it lies "
        "elsewhere, say where in held.",
    ),
    why=both(
        "只有一句“已做”，没有原件，事后无从查证。",
        "Without the document there is only somebody's word for it, and nothing to look up later.",
    ),
    references=("e-signature-law-2019#art-5",),
    where=lambda evidence, context: _asking(evidence, context) is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    asking = _asking(evidence, context)
    if evidence.artefact is None and asking is not None:
        yield Fault(
            at=("artefact",),
            values={"type": context.name(asking)},
            related=(see(asking, "artefact"),),
        )
