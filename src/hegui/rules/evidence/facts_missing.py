"""A passing record states the facts that the test needs."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.expr.cel import Undecided
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.evidence_type import EvidenceType
from hegui.rules.context import Context
from hegui.rules.facts import proved, shape_of, verdict
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/facts-missing",
    Evidence,
    severity=Severity.HIGH,
    title=both("缺检验所需的事实", "Facts that the test needs are missing"),
    message=both(
        "{subject}的事实不足以按 {requirement} 检验：缺 {missing}",
        "The facts of {subject} do not decide {requirement}: {missing} is missing",
    ),
    remedy=both(
        "在 facts 里写明；没有查到的，另做一次检查再登记。",
        "State it under facts; where it was not looked at, look again and record that.",
    ),
    why=both(
        "没有事实的“通过”只是一句话。", "A pass without its facts is no more than a word."
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, requirement, _ in proved(evidence, context):
        record = requirement.record
        if record.test is None or (evidence.type and evidence.type.id != record.evidence.id):
            continue
        if shape_of(context.repository.get(record.evidence, EvidenceType), context) is None:
            continue  # evidence/unusable-type says so where the facts are declared
        try:
            verdict(evidence, requirement, context)
        except Undecided as reason:
            at = ("facts",) if evidence.facts is not None else ("result",)
            yield Fault(
                at=at,
                values={"requirement": requirement.id, "missing": str(reason)},
                discriminator=requirement.id,
            )
