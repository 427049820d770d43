"""What the tool finds itself and what a record says agree."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Found
from hegui.findings.severity import Severity
from hegui.model.check import Check
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


@rule(
    "check/contradicts-record",
    Check,
    severity=Severity.HIGH,
    title=both("自动检查与证据相左", "An automated check contradicts a record"),
    message=both(
        "{subject}所用规则 {rule} 有发现，而 {record} 却证明 {requirement} 达到",
        "The rule {rule} of {subject} has findings, and yet {record} proves {requirement}",
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
    where=lambda check, context: check.method == "automated" and bool(check.requirements),
    stage=Stage.PROOF,
)
def check(check: Check, context: Context) -> Iterator[Fault]:
    for position, ref in enumerate(check.requirements):
        judged = context.derived.requirements.get(ref.id)
        for proof in judged.proofs if judged else ():
            refuted, deciding = proof.refuted, proof.deciding
            if refuted is None or refuted.source is not check or deciding is None:
                continue
            if proof.found is Found.PROVED:
                yield Fault(
                    at=("requirements", position),
                    values={
                        "rule": check.rule,
                        "record": context.name(deciding.source),
                        "requirement": ref.id,
                    },
                    discriminator=str(proof.subject.identity) if proof.subject else "",
                    related=(see(deciding.source),),
                )
