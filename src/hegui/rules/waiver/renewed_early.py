"""An extension is a fresh approval, on how things stand when the last one runs out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hegui.derive.approval import due_anew
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.moments import said
from hegui.rules.periods import TICK
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waiver.extended import link
from hegui.rules.waivers import claiming
from hegui.source.bilingual import both


@rule(
    "waiver/renewed-early",
    Waiver,
    severity=Severity.HIGH,
    title=both("豁免延期未经重新决定", "An extension that was not decided anew"),
    message=both(
        "{subject} 于 {granted} 批准，延长了“{before}”，合计超过单次上限；"
        "延期须在前一份期限的最后四分之一内（{day} 起）按现状重新批准",
        "{subject}, approved on {granted}, extends {before} beyond what one waiver may last; an "
        "extension is decided anew in the last quarter of what it extends, from {day}",
    ),
    remedy=both(
        "删去这份预先批准的延期，到 {day} 以后按当时的状况重新申请、批准。",
        "Delete this extension that was approved in advance; from {day} ask and approve anew on how "
        "things stand then.",
    ),
    why=both(
        "提前连批几份，等于绕过期限上限：没有人在到期前真正看过一次。",
        "Approving several in a row beforehand evades the limit: nobody looks again before it ends.",
    ),
    where=claiming,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    found = link(waiver, context)
    if found.before is None or not found.beyond or found.late:
        return
    yield Fault(
        at=("granted",),
        values={
            "granted": said(waiver.granted, context),
            "before": context.name(found.before),
            "day": _day(found.before, context),
        },
        related=(see(found.before, "expires"),),
    )


def _day(before: Waiver, context: Context) -> str:
    """The first day that lies wholly in the last quarter."""
    start = due_anew(before, context.clock).astimezone(context.clock.zone)
    return (start + timedelta(days=1) - TICK).date().isoformat()
