"""What the tool finds itself and what a record says agree."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Found, Proof, unread
from hegui.derive.showing import Showing
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.check import Check
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.requirements import subject_of
from hegui.rules.rule import Apart, Fault, Stage, rule
from hegui.source.bilingual import both

_SILENT = both("所用规则没有可用的结果", "its rule gives no outcome that can be used")


def _speaks(check: Check, context: Context) -> bool | Apart:
    """Whether an automated check says anything of what it names."""
    if check.method != "automated" or not check.requirements:
        return False
    if any(True for _, proof in _named(check, context) for _ in _said(check, proof)):
        return True
    return Apart(Status.NOT_ASSESSED, _SILENT)


@rule(
    "check/contradicts-record",
    Check,
    severity=Severity.HIGH,
    title=both("自动检查与证据相左", "An automated check contradicts a record"),
    message=both(
        "{subject}所用规则 {rule} 有发现，而{record}却证明已达到 {requirement}{about}",
        "The rule {rule} of {subject} has findings, and yet {record} proves {requirement}{about}",
    ),
    remedy=both(
        "先消除该规则的发现，再重新检查并立记录；不要靠删去检查了事。",
        "Mend what the rule finds, check again and record that; removing the check mends nothing.",
    ),
    why=both(
        "工具亲自复算的结果与人写的记录不一致时，得分里的“已证实”就靠不住。",
        "Where what the tool works out itself differs from what was written down, “proved” cannot be "
        "trusted.",
    ),
    where=_speaks,
    stage=Stage.PROOF,
)
def check(check: Check, context: Context) -> Iterator[Fault]:
    if unread(context.grounds):
        raise Unassessable(check.id)
    for position, proof in _named(check, context):
        if proof.found is not Found.PROVED or all(one.passed for one in _said(check, proof)):
            continue
        assert proof.deciding is not None
        yield Fault(
            at=("requirements", position),
            values={
                "rule": check.rule,
                "record": context.name(proof.deciding.source),
                "requirement": proof.requirement.id,
                "about": subject_of(proof, context),
            },
            discriminator=str(proof.subject.identity) if proof.subject else "",
            related=(see(proof.deciding.source),),
        )


def _named(check: Check, context: Context) -> Iterator[tuple[int, Proof]]:
    """The proofs of what a check names, with its position there."""
    for position, ref in enumerate(check.requirements):
        judged = context.derived.requirements.get(ref.id)
        for proof in judged.proofs if judged else ():
            yield position, proof


def _said(check: Check, proof: Proof) -> Iterator[Showing]:
    return (one for one in proof.showings if one.source is check)
