"""Nothing is destroyed before its term has ended."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.context import Context, see
from hegui.rules.holds import destroyed
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _gone(dataset: Dataset, context: Context) -> bool:
    # A term that runs from an event cannot be computed: the event has no date here.
    dated = dataset.retention is not None and dataset.retention.until is not None
    return dated and destroyed(dataset, context)


@rule(
    "dataset/destroyed-early",
    Dataset,
    severity=Severity.CRITICAL,
    title=both("保存期未满即销毁", "Destroyed before its term ended"),
    message=both(
        "{subject}应保存至 {until}，{day} 即已销毁",
        "{subject} was to be kept until {until}, and was destroyed on {day}",
    ),
    remedy=both(
        "停止其余销毁，查找备份与对方留存的副本；按预案报告，并追究审批责任。",
        "Stop all other destruction and look for backups and copies elsewhere; report it under the "
        "incident plan and find out who approved it.",
    ),
    why=both(
        "销毁不可逆；法定保存期内销毁本身就是违法。",
        "Destruction cannot be undone, and within a statutory term it breaks the law.",
    ),
    references=("aml-law-2024#art-34", "pipl#art-47"),
    where=_gone,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    assert dataset.retention is not None
    assert dataset.destroyed is not None
    until = dataset.retention.until
    assert until is not None
    # Of a day it is not known at which hour: destroyed on the last day of the term is not early.
    if context.clock.end(dataset.destroyed) < context.clock.end(until):
        yield Fault(
            at=("destroyed",),
            values={"until": context.last_day(until), "day": context.day(dataset.destroyed)},
            related=(see(dataset, "retention", "until"),),
        )
