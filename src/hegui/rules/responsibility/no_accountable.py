"""Somebody is accountable at every moment."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.vendor import Vendor
from hegui.rules.context import Context
from hegui.rules.periods import gaps, live, placed
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "responsibility/no-accountable",
    Control,
    Vendor,
    severity=Severity.HIGH,
    title=both("有一段时间无人负最终责任", "Nobody is accountable for a time"),
    message=both("{subject}{when}没有最终负责部门", "Nobody is accountable for {subject} {when}"),
    remedy=both(
        "在 raci 里为这段时间写明 accountable，只写一个部门。",
        "Name one accountable department for that time in raci.",
    ),
    why=both(
        "部门会换主体、会撤并，人会离开。责任一旦断档，事情就没有人兜底。",
        "Departments change hands and close, and people leave. Where responsibility breaks off, "
        "nobody stands behind what is promised.",
    ),
    references=("pipl#art-9", "pipl#art-51"),
    where=live,
)
def check(subject: Control | Vendor, context: Context) -> Iterator[Fault]:
    clock = context.clock
    if not subject.raci:
        yield Fault(at=("raci",), values={"when": both("始终", "at any time")})
        return
    start, end = clock.begin(subject.from_), clock.end(subject.until)
    for gap in gaps(placed(subject.raci, clock), start, end):
        first = clock.begin(None) != gap.start
        last = clock.end(None) != gap.end
        day_from = gap.start.astimezone(clock.zone).date() if first else ""
        day_until = gap.end.astimezone(clock.zone).date() if last else ""
        when = both(f"自 {day_from} 起", f"from {day_from}")
        if last:
            when = both(f"在 {day_until} 及以前", f"until {day_until}")
        if first and last:
            when = both(f"自 {day_from} 至 {day_until} 期间", f"from {day_from} to {day_until}")
        at = ("raci",) if gap.after is None else ("raci", gap.after.position, "until")
        yield Fault(at=at, values={"when": when}, discriminator=f"{day_from}..{day_until}")
