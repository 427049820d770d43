"""What is cited is law already."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.law import begins, cited
from hegui.findings.severity import Severity
from hegui.model.item import Entity
from hegui.rules.citations import CITING, all_cited, citations, today
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "reference/not-in-force",
    *CITING,
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
def check(subject: Entity, context: Context) -> Iterator[Fault]:
    found = False
    for at, law in citations(subject, context):
        start = begins(law)
        if start is not None and start > today(context):
            found = True
            yield Fault(
                at=at,
                values={"cited": cited(law), "day": start.isoformat()},
                discriminator=law.id,
                related=(see(law),),
            )
    if not found:
        all_cited(subject, context)
