"""Proof that has run out is renewed."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Proof, Why
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.requirements import lasting, proved_once, subject_of, subjects_unread
from hegui.rules.rule import Apart, Fault, Stage, rule
from hegui.source.bilingual import Text, both


def _proved_once(requirement: Part, context: Context) -> bool | Apart:
    judged = context.derived.requirements[requirement.id]
    return proved_once(judged, context, Why.VALID, Why.FADING, Why.STALE)


@rule(
    "evidence/stale",
    "requirement",
    severity=Severity.MEDIUM,
    title=both("证据已过期", "Evidence that has run out"),
    message=both(
        "要求“{subject}”{about}的证据已于 {day} 到期，{grace}",
        "The evidence for “{subject}”{about} ran out on {day}; {grace}",
    ),
    remedy=both(
        "重新检查并立新记录；不要改旧记录的日期。",
        "Check it again and write a new record; leave the date of the old one alone.",
    ),
    why=both(
        "证据会变旧：去年做过的演练，证明不了今天还能恢复。",
        "Evidence grows old: last year's drill does not show that a restore works today.",
    ),
    where=_proved_once,
    stage=Stage.PROOF,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    judged = context.derived.requirements[requirement.id]
    old = [proof for proof in judged.proofs if proof.why in (Why.FADING, Why.STALE)]
    if not old and subjects_unread(judged):
        raise Unassessable(requirement.id)
    for proof in old:
        last = lasting(proof)
        assert last is not None
        assert last.until is not None
        yield Fault(
            values={
                "about": subject_of(proof, context),
                "day": context.day(last.until),
                "grace": _grace(proof, context),
            },
            discriminator=str(proof.subject.identity) if proof.subject else "",
            place=last.place,
            related=(see(requirement),),
        )


def _grace(proof: Proof, context: Context) -> Text:
    gone = proof.gone()
    if proof.why is Why.STALE or gone is None:
        return both("现已不能证明", "it proves nothing any more")
    day = context.day(gone)
    return both(f"宽限至 {day}，分量逐日递减", f"its grace lasts until {day}, worth less every day")
