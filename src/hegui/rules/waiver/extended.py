"""An acceptance that is prolonged beyond the limit is shown for what it is."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import Chain, chain
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import claim, claiming, grade
from hegui.source.bilingual import both


def link(waiver: Waiver, context: Context) -> Chain:
    """The waivers that one goes on with."""
    claimed = claim(waiver, context)
    assert claimed is not None
    return chain(waiver, claimed, context.grounds)


@rule(
    "waiver/extended",
    Waiver,
    severity=Severity.LOW,
    title=both("一再延期的豁免", "A waiver extended beyond the limit"),
    message=both(
        "{subject} 是同一发现连续的第 {count} 份豁免，自 {since} 至 {until}，"
        "合计已超过{grade}豁免单次最长的 {limit}",
        "{subject} is waiver number {count} in a row of the same finding: from {since} to {until}, "
        "longer than the {limit} that one waiver of severity {grade} may last",
    ),
    remedy=both(
        "提请更高一级决定：安排整改并写明期限，或调整控制目标，不再一延再延。",
        "Let the next level decide: mend it by a date, or change the objective, and extend no more.",
    ),
    why=both(
        "一延再延的缓期等于放弃，管理层须看得见总共有多久。",
        "What is put off again and again is given up; management must see how long it is in all.",
    ),
    where=claiming,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    found = link(waiver, context)
    if not found.beyond or found.before is None:
        return
    claimed = claim(waiver, context)
    assert claimed is not None
    yield Fault(
        at=("expires",),
        values={
            "count": found.length,
            "since": context.day(found.since),
            "until": context.last_day(waiver.expires),
            "grade": grade(claimed.severity),
            "limit": context.grounds.authority.settings.longest(claimed.severity).words(),
        },
        related=(see(found.before, "granted"),),
    )
