"""What is cited is the law in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hegui.derive.law import ends, successor_of
from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_CITING = tuple(kind.cls for kind in KINDS.values() if kind.name not in ("regulation", "waiver"))


@rule(
    "reference/superseded",
    *_CITING,
    severity=Severity.MEDIUM,
    title=both("所引条款已失效", "A citation of law no longer in force"),
    message=both(
        "{subject}引用的 {cited} 已于 {day} 后失效",
        "{subject} cites {cited}, which was in force until {day}",
    ),
    remedy=both(
        "改引现行条款。{hint}旧事只适用旧法的，写明日期并保留。",
        "Cite the clause in force. {hint} Where the matter is under the old law, say so by its date.",
    ),
    why=both(
        "引用失效的条款，等于没有依据。", "A ground that is no longer law is no ground."
    ),
    packs=False,
)
def check(subject: Item, context: Context) -> Iterator[Fault]:
    today = context.clock.as_of.astimezone(context.clock.zone).date()
    for link in context.repository.outgoing(subject):
        until = ends(link.target)
        if until is None or until >= today:
            continue
        successor = successor_of(link.target)
        hint = (
            both(f"它已由 {successor} 接替。", f"{successor} took its place.")
            if successor
            else NOTHING
        )
        yield Fault(
            at=link.path,
            values={"cited": link.target.id, "day": _told(until), "hint": hint},
            discriminator=link.target.id,
            related=(see(link.target),),
        )


def _told(day: date) -> str:
    return day.isoformat()
