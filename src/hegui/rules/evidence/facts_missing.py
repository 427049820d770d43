"""A passing record states the facts that the test needs."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import all_proved, faulty, tested
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/facts-missing",
    Evidence,
    severity=Severity.HIGH,
    title=both("缺检验所需的事实", "Facts that the test needs are missing"),
    message=both(
        "{subject}所载事实不足以按 {requirement} 检验：{problem}",
        "The facts of {subject} do not decide {requirement}: {problem}",
    ),
    remedy=both(
        "在 facts 里补全或更正；没有查到的，另做一次检查再登记。",
        "Complete or mend the facts; where something was not looked at, look again and record that.",
    ),
    why=both(
        "没有事实的“通过”只是一句话。",
        "A pass without its facts is no more than a word.",
    ),
    where=lambda evidence, context: evidence.result == "pass",
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    if faulty(evidence, context.grounds):
        raise Unassessable(evidence.id)  # evidence/bad-facts says what is wrong with them
    found = False
    for verdict in tested(evidence, context.grounds):
        if verdict.passes is not None:
            continue
        problem = both(f"得不出结果（{verdict.reason}）", f"no answer ({verdict.reason})")
        if verdict.absent is not None:
            problem = both(f"缺 {verdict.absent}", f"{verdict.absent} is missing")
        found = True
        yield Fault(
            at=("facts",) if evidence.facts is not None else ("result",),
            values={"requirement": verdict.requirement.id, "problem": problem},
            discriminator=verdict.requirement.id,
        )
    if not found:
        all_proved(evidence, context.grounds)
