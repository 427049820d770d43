"""A record of the future proves nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/later-than-as-of",
    Evidence,
    severity=Severity.INFO,
    title=both("证据晚于判定时点", "A record later than the instant of judgement"),
    message=both(
        "{subject}的{field}是 {day}，晚于判定时点，本次不予采用",
        "{subject} {field} on {day}, after the instant of judgement; it was not used",
    ),
    remedy=both(
        "核对日期；日期无误的，到时自然生效。",
        "See whether the date is right; if it is, the record counts when its time comes.",
    ),
    why=both(
        "判定只看当时已有的记录，否则同一时点会有不同结论。",
        "A judgement knows only what was recorded by then, or one instant would have two verdicts.",
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    fields = {
        "performed_at": both("实施时间", "was done"),
        "recorded_at": both("登记时间", "was recorded"),
    }
    for name, field in fields.items():
        moment = getattr(evidence, name)
        if moment is not None and context.clock.begin(moment) > context.clock.as_of:
            yield Fault(at=(name,), values={"field": field, "day": context.day(moment)})
            return
