"""A record names the subject that the requirement asks for, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import all_proved, proved
from hegui.findings.severity import Severity
from hegui.model.catalogue import SUBJECTS
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_NAMED_NONE = both("没有写明对象", "names no subject")
_WANTED_NONE = both("不分对象", "asks for no subject")


@rule(
    "evidence/wrong-subject",
    Evidence,
    severity=Severity.HIGH,
    title=both("证据的对象不对", "Evidence for the wrong subject"),
    message=both(
        "{subject}{found}，而 {requirement} {wanted}",
        "{subject} {found}, but {requirement} {wanted}",
    ),
    remedy=both(
        "须逐一证明的，在 subject 写明是哪一个；不分对象的，删去 subject。",
        "Where each must be shown, let subject say which; where none is asked for, leave it out.",
    ),
    why=both(
        "没有对象的记录不能替任何一个对象作证。",
        "A record without its subject speaks for none of them.",
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    found = False
    for position, requirement, subject in proved(evidence, context.grounds):
        wanted = requirement.record.for_each
        if wanted == (subject.kind if subject else None):
            continue
        found = True
        yield Fault(
            at=("proves", position, "subject" if subject else "requirement"),
            values={
                "found": both(f"写的对象是 {subject}", f"names {subject}")
                if subject
                else _NAMED_NONE,
                "requirement": requirement.id,
                "wanted": _wanted(wanted) if wanted else _WANTED_NONE,
            },
            discriminator=requirement.id,
        )
    if not found:
        all_proved(evidence, context.grounds)


def _wanted(kind: str) -> Text:
    every = SUBJECTS[kind]
    return both(f"要求{every.get('zh')}逐一证明", f"asks for proof for {every.get('en')}")
