"""What is past its term is destroyed, unless it is held."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.context import Context
from hegui.rules.holds import destroyed, held_at
from hegui.rules.rule import Apart, Fault, rule
from hegui.source.bilingual import both

_HELD = both("法律冻结中，只存不删", "under a legal hold: it is stored and not deleted")


def _may_go(dataset: Dataset, context: Context) -> bool | Apart:
    dated = dataset.retention is not None and dataset.retention.until is not None
    if not dated or destroyed(dataset, context):
        return False
    if any(held_at(dataset, context.clock.as_of, context)):
        return Apart(Status.NOT_APPLICABLE, _HELD)
    return True


@rule(
    "dataset/past-retention",
    Dataset,
    severity=Severity.HIGH,
    title=both("超过保存期未销毁", "Kept past its term"),
    message=both(
        "{subject}保存至 {day}，期满仍未销毁",
        "{subject} was to be kept until {day} and is not destroyed yet",
    ),
    remedy=both(
        "经审批后销毁并在 destroyed 写上日期；依法须继续留存的，写明冻结事由。",
        "Destroy it with approval and put the date in destroyed; where the law wants it kept, enter "
        "the hold and why.",
    ),
    why=both(
        "保存期届满，个人信息处理者应当主动删除；多存一天，多一天泄露的可能。",
        "Once the term has ended the handler must delete of its own accord, and what is gone cannot "
        "leak.",
    ),
    references=("pipl#art-47",),
    where=_may_go,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    assert dataset.retention is not None
    until = dataset.retention.until
    assert until is not None
    if context.clock.end(until) < context.clock.as_of:
        yield Fault(at=("retention", "until"), values={"day": context.last_day(until)})
