"""A waiver runs no longer than the limit of its severity."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import latest
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.moments import said
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import claim, claiming, grade
from hegui.source.bilingual import both


@rule(
    "waiver/too-long",
    Waiver,
    severity=Severity.HIGH,
    title=both("豁免期限过长", "A waiver that runs too long"),
    message=both(
        "{subject} 自 {granted} 至 {expires}，超过{grade}豁免的上限 {limit}，"
        "最晚只能到 {latest}，豁免不生效",
        "{subject} runs from {granted} to {expires}; a waiver of severity {grade} lasts {limit} at "
        "most, until {latest} here, so it does not hold",
    ),
    remedy=both(
        "把 expires 提前到 {latest} 或更早；届时仍未整改的，另行申请延期。"
        "期限上限见 hegui.yaml 的 waivers。",
        "Let it expire by {latest}; what is not mended by then needs an extension of its own. The "
        "limits are those of waivers in hegui.yaml.",
    ),
    why=both(
        "豁免是缓期，不是免除：越严重的问题，越要早些回头看。",
        "A waiver puts off and does not let off: the graver the gap, the sooner it is looked at again.",
    ),
    where=claiming,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    claimed = claim(waiver, context)
    assert claimed is not None
    last = latest(waiver, claimed.severity, context.grounds)
    if context.clock.end(waiver.expires) <= last:
        return
    term = context.grounds.authority.settings.longest(claimed.severity)
    yield Fault(
        at=("expires",),
        values={
            "granted": said(waiver.granted, context),
            "expires": said(waiver.expires, context),
            "grade": grade(claimed.severity),
            "limit": term.words(),
            "latest": said(last if term.unit == "hours" else last.date(), context),
        },
    )
