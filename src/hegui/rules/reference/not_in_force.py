"""What is cited as law is not yet law."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.law import begins
from hegui.findings.severity import Severity
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_CITING = tuple(kind.cls for kind in KINDS.values() if kind.name != "regulation")


@rule(
    "reference/not-in-force",
    *_CITING,
    severity=Severity.INFO,
    title=both("所引条款尚未施行", "A citation of law not yet in force"),
    message=both(
        "{subject}引用的 {cited} 自 {day} 起施行",
        "{subject} cites {cited}, which takes effect on {day}",
    ),
    remedy=both(
        "提前准备的可以保留；不得把它写成现行依据。",
        "Keep it where you prepare for it; do not rely on it as the law of today.",
    ),
    why=both(
        "尚未施行的规定可以作准备，不能作依据。",
        "A rule to come is something to prepare for, and not yet a ground.",
    ),
    packs=False,
)
def check(subject: Item, context: Context) -> Iterator[Fault]:
    today = context.clock.as_of.astimezone(context.clock.zone).date()
    for link in context.repository.outgoing(subject):
        start = begins(link.target)
        if start is not None and start > today:
            yield Fault(
                at=link.path,
                values={"cited": link.target.id, "day": start.isoformat()},
                discriminator=link.target.id,
                related=(see(link.target),),
            )
