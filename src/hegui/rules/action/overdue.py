"""What was to be done is done in time."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.rules.context import Context
from hegui.rules.periods import live
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "action/overdue",
    Action,
    severity=Severity.MEDIUM,
    title=both("整改事项逾期", "An action is overdue"),
    message=both(
        "{subject}应于 {day} 完成，至今未完成", "{subject} was due on {day} and is not done"
    ),
    remedy=both(
        "完成后把日期记入 done；需延期的，说明理由并重新批准期限。",
        "Record in done when it was done; or give a reason and have a new date approved.",
    ),
    why=both("逾期的整改说明缺口仍然开着。", "While an action is late, the gap behind it is open."),
    where=live,
)
def check(action: Action, context: Context) -> Iterator[Fault]:
    if context.clock.end(action.due) < context.clock.as_of:
        yield Fault(at=("due",), values={"day": context.last_day(action.due)})
