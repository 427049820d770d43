"""Proof that is about to run out is renewed in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hegui.derive.proof import Why
from hegui.derive.score import State
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.rules.context import Context, see
from hegui.rules.requirements import NOT_DUE, subject_of
from hegui.rules.rule import Apart, Fault, Stage, rule
from hegui.source.bilingual import both


def _holds(requirement: Part, context: Context) -> bool | Apart:
    judged = context.derived.requirements[requirement.id]
    if judged.state is State.NOT_DUE:
        return Apart(Status.NOT_DUE, NOT_DUE)
    return judged.state not in (State.NOT_APPLICABLE, State.EXCLUDED) and any(
        proof.why is Why.VALID for proof in judged.proofs
    )


@rule(
    "evidence/expiring",
    "requirement",
    severity=Severity.INFO,
    title=both("证据即将到期", "Evidence that is about to run out"),
    message=both(
        "要求“{subject}”{about}的证据将于 {day} 到期，还有 {left} 天",
        "The evidence for “{subject}”{about} runs out on {day}, in {left} days",
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
    now = context.clock.as_of
    for proof in context.derived.requirements[requirement.id].proofs:
        until = proof.until()
        if proof.why is not Why.VALID or until is None or proof.deciding is None:
            continue
        if until <= now + timedelta(days=context.number("days")):
            yield Fault(
                values={
                    "about": subject_of(proof, context),
                    "day": context.day(until),
                    "left": (until - now).days,
                },
                discriminator=str(proof.subject.identity) if proof.subject else "",
                place=proof.deciding.place,
                related=(see(requirement),),
            )
