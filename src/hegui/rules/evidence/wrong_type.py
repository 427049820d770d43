"""A record is of the type that the requirement asks for."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import all_proved, proved
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.model.reference import Ref
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both


@rule(
    "evidence/wrong-type",
    Evidence,
    severity=Severity.HIGH,
    title=both("证据类型不是要求的那种", "Evidence of another type than asked for"),
    message=both(
        "{subject}的类型是{found}，而 {requirement} 要求{wanted}",
        "{subject} is of type {found}, but {requirement} asks for {wanted}",
    ),
    remedy=both(
        "改写 type，或另立一份所要求类型的记录。",
        "Mend the type, or write a record of the type that is asked for.",
    ),
    why=both(
        "检验只认要求的那种证据所载的事实。",
        "The test reads the facts of the type that is asked for, and no others.",
    ),
    where=lambda evidence, context: evidence.type is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    assert evidence.type is not None
    context.repository.get(evidence.type, EvidenceType)
    found = False
    for position, requirement, subject in proved(evidence, context.grounds):
        wanted = requirement.record.evidence
        if wanted != evidence.type:
            found = True
            yield Fault(
                at=("proves", position, "requirement"),
                values={
                    "found": _named(evidence.type, context),
                    "wanted": _named(wanted, context),
                    "requirement": requirement.id,
                },
                discriminator=f"{requirement.id} {subject or ''}",
                related=(see(requirement, "evidence"),),
            )
    if not found:
        all_proved(evidence, context.grounds)


def _named(ref: Ref, context: Context) -> Text:
    found = context.repository.find(ref)
    return both(f" {ref.id}", ref.id) if found is None else context.name(found)
