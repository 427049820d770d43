"""A requirement that failed, and that nothing later has proved."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Found, Proof, Why
from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.rules.context import Context, see
from hegui.rules.requirements import standing, subject_of
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import Text, both


@rule(
    "requirement/failed",
    "requirement",
    severity=Severity.MEDIUM,
    title=both("证明要求未达到", "A requirement that failed"),
    message=both(
        "要求“{subject}”{about}未达到：{what}，此后没有能证明它的记录",
        "The requirement “{subject}”{about} is not met: {what}, and nothing has proved it since",
    ),
    remedy=both(
        "整改后重新检查，另立记录；不得修改或删除不通过的那一条。",
        "Mend it, check again and record that; neither edit nor delete the record that failed.",
    ),
    why=both(
        "失败一直有效，直到有更晚的通过记录取代它；停用措施、删去检查都不能使它消失。",
        "A failure holds until a later pass takes its place; no control retired and no check removed "
        "makes it go away.",
    ),
    where=lambda requirement, context: standing(requirement, context, Found.FAILED),
    stage=Stage.PROOF,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    for proof in context.derived.requirements[requirement.id].proofs:
        if proof.found is not Found.FAILED or proof.deciding is None:
            continue
        yield Fault(
            values={"about": subject_of(proof, context), "what": _what(proof, context)},
            discriminator=str(proof.subject.identity) if proof.subject else "",
            place=proof.deciding.place,
            related=(see(requirement),),
        )


def _what(proof: Proof, context: Context) -> Text:
    assert proof.deciding is not None
    name = context.name(proof.deciding.source)
    if proof.why is Why.REFUTED:
        return both(
            f"自动检查{name.get('zh')}所用规则有发现",
            f"the rule of the automated check {name.get('en')} has findings",
        )
    day = context.day(proof.deciding.at)
    return both(f"{day} {name.get('zh')}不通过", f"{name.get('en')} failed on {day}")
