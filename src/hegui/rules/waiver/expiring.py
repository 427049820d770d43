"""A waiver that is about to end is settled before it does."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import days_left, in_force, named
from hegui.source.bilingual import Text, both


@rule(
    "waiver/expiring",
    Waiver,
    severity=Severity.INFO,
    title=both("豁免即将到期", "A waiver is about to expire"),
    message=both("{subject} 将于 {day} 到期，{left}", "{subject} expires on {day}, {left}"),
    remedy=both(
        "在到期前完成整改；来不及的，现在就按现状申请延期。",
        "Mend the gap before then, or ask for an extension now, on how it stands.",
    ),
    why=both(
        "到期那天发现重新打开，检查就会不通过。",
        "On that day the finding is open again, and the check may fail.",
    ),
    options={"days": 30},
    where=in_force,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    left = days_left(waiver, context)
    accepting = any(one.waiver == waiver.id for one in named(waiver, context))
    if accepting and left <= context.number("days"):
        values = {"day": context.last_day(waiver.expires), "left": _left(left)}
        yield Fault(at=("expires",), values=values)


def _left(days: int) -> Text:
    if days == 0:
        return both("就在当日", "on the day of this check")
    return both(f"还有 {days} 天", "in 1 day" if days == 1 else f"in {days} days")
