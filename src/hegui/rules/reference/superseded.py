"""What is cited is the law in force."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.law import cited, ends, successor_of
from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING
from hegui.model.item import Entity
from hegui.model.processing import Processing
from hegui.rules.citations import CITING, all_cited, citations, today
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _live(subject: Entity, context: Context) -> bool:
    """Whether the subject still goes on: what is over was under the law of its time."""
    over = isinstance(subject, Processing) and context.clock.end(subject.until)
    return not over or over >= context.clock.as_of


@rule(
    "reference/superseded",
    *CITING,
    severity=Severity.MEDIUM,
    title=both("所引条款已失效", "A citation of law no longer in force"),
    message=both(
        "{subject}引用的 {cited} 已失效，效力止于 {day}",
        "{subject} cites {cited}, which was in force until {day}",
    ),
    remedy=both(
        "改引现行条款。{hint}",
        "Cite the clause in force. {hint}",
    ),
    why=both(
        "引用失效的条款，等于没有依据。",
        "A ground that is no longer law is no ground.",
    ),
    where=_live,
    packs=False,
)
def check(subject: Entity, context: Context) -> Iterator[Fault]:
    found = False
    for at, law in citations(subject, context):
        until = ends(law)
        if until is None or until >= today(context):
            continue
        successor = successor_of(law)
        hint = NOTHING
        if successor is not None:
            hint = both(f"它已由 {successor} 取代。", f"{successor} took its place.")
        found = True
        yield Fault(
            at=at,
            values={"cited": cited(law), "day": until.isoformat(), "hint": hint},
            discriminator=law.id,
            related=(see(law),),
        )
    if not found:
        all_cited(subject, context)
