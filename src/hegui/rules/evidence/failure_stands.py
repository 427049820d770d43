"""A failure stands until a later record passes."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.failures import standing_failures
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/failure-stands",
    Evidence,
    severity=Severity.MEDIUM,
    title=both("不通过的结果尚未消除", "A failure that nothing has made good"),
    message=both(
        "要求“{requirement}”未达到：{day} {subject}不通过，此后没有能证明它的记录",
        "The requirement “{requirement}” is not met: {subject} failed on {day}, and no record has "
        "proved it since",
    ),
    remedy=both(
        "整改后重新检查，另立记录；不得修改或删除这一条。",
        "Mend it, check again and record that; neither edit nor delete this record.",
    ),
    why=both(
        "失败一直有效，直到有更晚的通过记录取代它。",
        "A failure holds until a later pass takes its place.",
    ),
    where=lambda evidence, context: evidence.result == "fail",
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, ref in standing_failures(evidence, context):
        requirement = context.repository.find(ref)
        yield Fault(
            at=("proves", position, "requirement"),
            values={
                "day": context.day(evidence.performed_at),
                "requirement": context.name(requirement) if requirement else ref.id,
            },
            discriminator=ref.id,
        )
