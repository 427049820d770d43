"""An agreement is renewed before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hegui.findings.severity import Severity
from hegui.model.agreement import Agreement
from hegui.rules.agreement.expired import needed, replaced
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "agreement/expiring",
    Agreement,
    severity=Severity.LOW,
    title=both("协议即将到期", "An agreement is about to expire"),
    message=both(
        "{subject} 将于 {day} 到期，还有 {left} 天",
        "{subject} expires on {day}, {left} days from now",
    ),
    remedy=both(
        "现在就启动续签或退出。", "Start the renewal, or the exit, now."
    ),
    why=both(
        "续签需要谈判与审批，到期当天才发现就来不及了。",
        "A renewal takes talks and approvals; the last day is too late to notice.",
    ),
    options={"days": 60},
    where=needed,
)
def check(agreement: Agreement, context: Context) -> Iterator[Fault]:
    clock = context.clock
    end = clock.end(agreement.expires)
    left = end - clock.as_of
    if timedelta(0) <= left <= timedelta(days=context.number("days")):
        if not replaced(agreement, context):
            day = end.astimezone(clock.zone).date()
            yield Fault(at=("expires",), values={"day": day, "left": left.days})
