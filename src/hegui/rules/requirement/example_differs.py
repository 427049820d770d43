"""The examples of a test come out as they say."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.tested import readable
from hegui.findings.severity import Severity
from hegui.model.evidence_type import EvidenceType
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_PASSES = both("结果为“通过”", "passes")
_FAILS = both("结果为“不通过”", "fails")
_NO_ANSWER = both("得不出结果", "gives no answer")
_GOOD, _BAD = both("正例", "passing example"), both("反例", "failing example")


@rule(
    "requirement/example-differs",
    "requirement",
    severity=Severity.HIGH,
    title=both("检验与其正反例不符", "A test that its own examples contradict"),
    message=both(
        "{subject}的检验用于自己的{example}，{result}",
        "The test of {subject} {result} on its own {example}",
    ),
    remedy=both(
        "改正检验或例子：pass 的事实应当通过，fail 的不应通过。",
        "Mend the test or the example: the facts under pass must pass, those under fail must not.",
    ),
    why=both(
        "例子是检验的说明，也是检验的检验。",
        "Examples tell what a test means, and test the test.",
    ),
    where=lambda requirement, context: (
        requirement.record.test is not None and requirement.record.examples is not None
    ),
    packs=False,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    from hegui.expr.cel import Undecided, check, holds
    from hegui.expr.plain import of_facts

    record = requirement.record
    type_ = context.repository.get(record.evidence, EvidenceType)
    shape = readable(type_, context.grounds)
    if check(record.test, {"facts": shape}):
        raise Unassessable(requirement.id)  # expression/invalid says what is wrong with the test
    for name, facts, wanted, example in (
        ("pass", record.examples.pass_, _PASSES, _GOOD),
        ("fail", record.examples.fail, _FAILS, _BAD),
    ):
        if facts is None:
            continue
        try:
            found = _PASSES if holds(record.test, {"facts": of_facts(facts, shape)}) else _FAILS
        except Undecided:
            found = _NO_ANSWER
        if found is not wanted:
            yield Fault(at=("examples", name), values={"result": found, "example": example})
