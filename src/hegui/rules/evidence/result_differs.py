"""The result of a record is what the test makes of its facts."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import all_proved, faulty, tested
from hegui.findings.severity import Severity
from hegui.model.evidence import RESULTS, Evidence
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_SAID = {"pass": both("“通过”", "passed"), "fail": both("“不通过”", "failed")}
_FOUND = {"pass": both("“通过”", "pass"), "fail": both("“不通过”", "fail")}
assert _SAID.keys() == RESULTS.keys()


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
    if faulty(evidence, context.grounds):
        raise Unassessable(evidence.id)  # evidence/bad-facts says what is wrong with them
    found = undecided = False
    for verdict in tested(evidence, context.grounds):
        result = "pass" if verdict.passes else "fail"
        if verdict.passes is None:
            undecided = True  # evidence/facts-missing says why
        elif result != evidence.result:
            found = True
            yield Fault(
                at=("result",),
                values={
                    "claimed": _SAID[evidence.result],
                    "found": _FOUND[result],
                    "requirement": verdict.requirement.id,
                },
                discriminator=verdict.requirement.id,
                related=(see(verdict.requirement, "test"),),
            )
    if undecided and not found:
        raise Unassessable(evidence.id)
    if not found:
        all_proved(evidence, context.grounds)
