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
        "{subject}于 {day} 不通过，此后 {requirement} 没有通过的记录",
        "{subject} failed on {day}, and no record has passed {requirement} since",
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
    for position, requirement in standing_failures(evidence, context):
        yield Fault(
            at=("proves", position, "requirement"),
            values={"day": context.day(evidence.performed_at), "requirement": requirement.id},
            discriminator=requirement.id,
        )
