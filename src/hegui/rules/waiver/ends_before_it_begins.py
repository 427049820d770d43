"""A waiver ends after it begins."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.moments import said
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


@rule(
    "waiver/ends-before-it-begins",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("豁免的到期早于批准", "A waiver that ends before it begins"),
    message=both(
        "{subject} 于 {granted} 批准，却在 {expires} 到期，任何时候都不生效",
        "{subject} is granted on {granted} and expires on {expires}, so that it never holds",
    ),
    remedy=both(
        "改正 granted 或 expires；两者写颠倒的，对调。",
        "Correct granted or expires; if they were mixed up, exchange them.",
    ),
    why=both(
        "日期颠倒的豁免看着有效，其实从不生效。",
        "With its dates mixed up a waiver looks valid and never is.",
    ),
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    if context.clock.end(waiver.expires) < context.clock.begin(waiver.granted):
        yield Fault(
            at=("expires",),
            values={
                "granted": said(waiver.granted, context),
                "expires": said(waiver.expires, context),
            },
        )
