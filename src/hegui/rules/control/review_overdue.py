"""Every control is looked at again in time."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.moment import end_of
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "control/review-overdue",
    Control,
    severity=Severity.MEDIUM,
    title=both("控制措施逾期未复审", "The review of a control is overdue"),
    message=both("{subject}{state}", "{subject} {state}"),
    remedy=both(
        "复审这项措施，把日期记入 review.last。",
        "Review the control and record the date in review.last.",
    ),
    why=both(
        "交易结构、参与方和法律都在变，措施须定期重新审视。",
        "Structure, parties and law change; a control that is not looked at again goes stale.",
    ),
    where=lambda control, context: control.active and control.status != "planned",
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    review = control.review
    if review is None or review.last is None or review.every is None:
        missing = both("没有写明上次复审和频次", "does not say when it was reviewed and how often")
        yield Fault(at=("review",), values={"state": missing})
        return
    due = context.workdays.due(end_of(review.last, context.clock.zone), review.every)
    if due < context.clock.as_of:
        day = due.date()
        state = both(f"至迟应于 {day} 复审，至今未做", f"was to be reviewed by {day} and was not")
        yield Fault(at=("review", "last"), values={"state": state})
