"""Proof that is about to run out is renewed in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from hegui.derive.proof import Proof, Why
from hegui.derive.score import Judged
from hegui.derive.showing import Showing
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.requirements import lasting, proved_once, subject_of, subjects_unread
from hegui.rules.rule import Apart, Fault, Stage, rule
from hegui.source.bilingual import Text, both


def _holds(requirement: Part, context: Context) -> bool | Apart:
    return proved_once(context.derived.requirements[requirement.id], context, Why.VALID)


@rule(
    "evidence/expiring",
    "requirement",
    severity=Severity.INFO,
    title=both("证据即将到期", "Evidence that is about to run out"),
    message=both(
        "要求“{subject}”{about}的证据将于 {day} 到期，{left}",
        "The evidence for “{subject}”{about} runs out on {day}, {left}",
    ),
    remedy=both(
        "在到期前重新检查并立新记录。",
        "Check it again and record that before then.",
    ),
    why=both(
        "提前安排，才不会在放行那天发现证据已经过期。",
        "What is planned ahead does not turn out to have lapsed on the day of the gate.",
    ),
    options={"days": 7},
    where=_holds,
    stage=Stage.PROOF,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    judged = context.derived.requirements[requirement.id]
    soon = list(_soon(judged, context))
    if not soon and subjects_unread(judged):
        raise Unassessable(requirement.id)
    for proof, last, until in soon:
        yield Fault(
            values={
                "about": subject_of(proof, context),
                "day": context.day(until),
                "left": _left(until, context),
            },
            discriminator=str(proof.subject.identity) if proof.subject else "",
            place=last.place,
            related=(see(requirement),),
        )


def _soon(judged: Judged, context: Context) -> Iterator[tuple[Proof, Showing, datetime]]:
    """What holds and runs out within the days to come, by what, and when."""
    limit = context.clock.as_of + timedelta(days=context.number("days"))
    for proof in judged.proofs:
        last = lasting(proof) if proof.why is Why.VALID else None
        if last is not None and last.until is not None and last.until <= limit:
            yield proof, last, last.until


def _left(until: datetime, context: Context) -> Text:
    """The days that are left, as a calendar counts them."""
    clock = context.clock
    days = (until.astimezone(clock.zone).date() - clock.as_of.astimezone(clock.zone).date()).days
    if days == 0:
        return both("就在当日", "on the day of this check")
    return both(f"还有 {days} 天", "in 1 day" if days == 1 else f"in {days} days")
