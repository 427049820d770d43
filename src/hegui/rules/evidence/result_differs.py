"""The result of a record is what the test makes of its facts."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.expr.cel import Undecided
from hegui.findings.severity import Severity
from hegui.model.evidence import RESULTS, Evidence
from hegui.rules.context import Context, see
from hegui.rules.facts import proved, verdict
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/result-differs",
    Evidence,
    severity=Severity.HIGH,
    title=both("结论与所载事实不符", "A result that the facts contradict"),
    message=both(
        "{subject}写的是{claimed}，按 {requirement} 的检验却是{found}",
        "{subject} says it {claimed}, but by the test of {requirement} its facts {found}",
    ),
    remedy=both(
        "核对事实与结论。部分要求未达到的，分开立记录，各写各的结论。",
        "Check facts and result. Where only some requirements are met, write separate records.",
    ),
    why=both(
        "结论由事实得出；写成通过而事实不支持，比没有证据更坏。",
        "The facts make the result: a pass that they do not bear out is worse than no record.",
    ),
    where=lambda evidence, context: evidence.facts is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, requirement, _ in proved(evidence, context):
        record = requirement.record
        if record.test is None or (evidence.type and evidence.type.id != record.evidence.id):
            continue
        try:
            found = "pass" if verdict(evidence, requirement, context) else "fail"
        except Undecided:
            continue  # evidence/facts-missing and evidence-type rules say why
        if found != evidence.result:
            yield Fault(
                at=("result",),
                values={
                    "claimed": _SAID[evidence.result],
                    "found": _FOUND[found],
                    "requirement": requirement.id,
                },
                discriminator=requirement.id,
                related=(see(requirement, "test"),),
            )


_SAID = {"pass": both("通过", "passed"), "fail": both("不通过", "failed")}
_FOUND = {"pass": both("通过", "pass"), "fail": both("不通过", "fail")}
assert _SAID.keys() == RESULTS.keys()
