"""A record names the subject that the requirement asks for, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.catalogue import SUBJECTS
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.facts import proved
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_NONE = both("不分对象", "no subject")


@rule(
    "evidence/wrong-subject",
    Evidence,
    severity=Severity.HIGH,
    title=both("证据的对象不对", "Evidence for the wrong subject"),
    message=both(
        "{requirement} 须证明的是{wanted}，{subject}写的是 {found}",
        "{requirement} must be proved for {wanted}; {subject} names {found}",
    ),
    remedy=both(
        "逐一证明的要求，subject 写明是哪一个；不分对象的，删去 subject。",
        "Where every one must be shown, subject says which; where not, leave subject out.",
    ),
    why=both(
        "没有对象的记录不能替任何一个对象作证。",
        "A record without its subject speaks for none of them.",
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, requirement, subject in proved(evidence, context):
        wanted = requirement.record.for_each
        found = None if subject is None else subject.kind
        if found != wanted:
            yield Fault(
                at=("proves", position, "requirement" if subject is None else "subject"),
                values={
                    "requirement": requirement.id,
                    "wanted": SUBJECTS[wanted] if wanted else _NONE,
                    "found": str(subject) if subject else _NONE,
                },
                discriminator=requirement.id,
            )
