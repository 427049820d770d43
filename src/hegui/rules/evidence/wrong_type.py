"""A record is of the type that the requirement asks for."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.facts import proved
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/wrong-type",
    Evidence,
    severity=Severity.HIGH,
    title=both("证据类型不是要求的那种", "Evidence of another type than asked for"),
    message=both(
        "{subject}是 {found}，而 {requirement} 要求 {wanted}",
        "{subject} is a {found}, but {requirement} asks for a {wanted}",
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
    for position, requirement, _ in proved(evidence, context):
        wanted = requirement.record.evidence
        if wanted.id != evidence.type.id:
            yield Fault(
                at=("proves", position, "requirement"),
                values={
                    "found": evidence.type.id,
                    "wanted": wanted.id,
                    "requirement": requirement.id,
                },
                discriminator=requirement.id,
            )
