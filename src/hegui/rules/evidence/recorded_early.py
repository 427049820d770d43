"""A record is written after what it records."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.moments import precedes, said
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/recorded-early",
    Evidence,
    severity=Severity.HIGH,
    title=both("先登记、后实施", "A record written before it was performed"),
    message=both(
        "{subject}的登记时间（{recorded}）早于实施时间（{performed}）",
        "{subject} was recorded ({recorded}) before it was performed ({performed})",
    ),
    remedy=both(
        "核对两个时间，照实改正；确系事前填写的，作废重做。",
        "Check both times and put them right; if it was written in advance, do it again.",
    ),
    why=both(
        "事情未做先有记录，是代填、补签的典型痕迹，整份记录都不可信。",
        "A record older than the work is the classic trace of one made up; none of it can be "
        "trusted.",
    ),
    where=lambda evidence, context: evidence.recorded_at is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    recorded, performed = evidence.recorded_at, evidence.performed_at
    if recorded is not None and precedes(recorded, performed, context):
        yield Fault(
            at=("recorded_at",),
            values={"recorded": said(recorded, context), "performed": said(performed, context)},
        )
