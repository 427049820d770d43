"""An agreement is renewed before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hegui.findings.severity import Severity
from hegui.model.agreement import Agreement
from hegui.rules.agreement.expired import needed, replaced
from hegui.rules.context import Context
from hegui.rules.periods import TICK
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both


@rule(
    "agreement/expiring",
    Agreement,
    severity=Severity.LOW,
    title=both("协议即将到期", "An agreement is about to expire"),
    message=both("{subject}将于 {day} 到期，{left}", "{subject} expires on {day}, {left}"),
    remedy=both("现在就启动续签或退出。", "Start the renewal, or the exit, now."),
    why=both(
        "续签需要谈判与审批，到期当天才发现就来不及了。",
        "A renewal takes talks and approvals; the last day is too late to notice.",
    ),
    options={"days": 60},
    where=needed,
)
def check(agreement: Agreement, context: Context) -> Iterator[Fault]:
    assert agreement.expires is not None
    end = context.clock.end(agreement.expires)
    left = end - context.clock.as_of
    if not timedelta(0) <= left <= timedelta(days=context.number("days")):
        return
    if not replaced(agreement, end + TICK, context):
        context.repository.complete("agreement")
        values = {"day": context.last_day(agreement.expires), "left": _left(left.days)}
        yield Fault(at=("expires",), values=values)


def _left(days: int) -> Text:
    if not days:
        return both("不足一天", "in less than a day")
    return both(f"还有 {days} 天", f"in {days} day{'s' if days > 1 else ''}")
