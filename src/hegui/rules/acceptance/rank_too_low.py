"""Who accepts a risk may accept one so high."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import empowered
from hegui.derive.gravity import gravity
from hegui.derive.records import appetite_of
from hegui.derive.residual import Residual, residual
from hegui.findings.severity import Severity
from hegui.model.person import Person
from hegui.model.repository import Unassessable
from hegui.model.risk import Risk
from hegui.model.signoff import SignOff
from hegui.rules.context import Context, see
from hegui.rules.powers import lacking
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


def _accepts(signoff: SignOff, context: Context) -> bool:
    risks = any(ref.kind == "risk" for ref in signoff.about)
    return signoff.decision == "acceptance" and risks


@rule(
    "acceptance/rank-too-low",
    SignOff,
    severity=Severity.HIGH,
    title=both("风险接受的签署人权限不足", "A risk accepted without the power to"),
    message=both(
        "{subject} 接受{risk}，其已证实残余须由有“{grade}”级权限的人接受，签署人 {who} {why}",
        "{subject} accepts {risk}, whose residual as proved takes the power for {grade}; its signer "
        "{who} {why}",
    ),
    remedy=both(
        "报有权限的角色重新签署，或先把残余降下来。",
        "Have it signed by a role with the power, or bring the residual down first.",
    ),
    why=both(
        "接受多高的残余风险，就要有多大的权限；权限看现在已证实的残余，不看自述的。",
        "The higher the residual, the higher the power to accept it; what counts is what is proved "
        "now, not what is claimed.",
    ),
    where=_accepts,
    stage=Stage.DERIVED,
)
def check(signoff: SignOff, context: Context) -> Iterator[Fault]:
    person = context.repository.get(signoff.by, Person)
    for position, ref in enumerate(signoff.about):
        if ref.kind != "risk":
            continue
        risk = context.repository.get(ref, Risk)
        severity = _severity(risk, context)
        if empowered(signoff.by, "acceptance", severity, signoff.at, context.grounds):
            continue
        context.grounds.authority.complete("person", "role")
        yield Fault(
            at=("about", position),
            values={
                "risk": context.name(risk),
                "grade": severity.title,
                "who": person.id,
                "why": lacking(signoff.by, "acceptance", signoff.at, context),
            },
            related=(see(risk), see(person)),
        )


def _severity(risk: Risk, context: Context) -> Severity:
    """How grave it is to accept what is left of a risk, as far as that is proved."""
    appetite, left = appetite_of(context.grounds), residual(risk, context.derived)
    if appetite is None or not isinstance(left, Residual):
        raise Unassessable(risk.id)
    severity = gravity(left.proved.level.id, appetite)
    if severity is None:
        raise Unassessable(risk.id)
    return severity
