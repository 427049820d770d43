"""The facts of a record are those that its type declares."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.facts import bad_facts
from hegui.model.evidence import Evidence
from hegui.rules.context import Context, see
from hegui.rules.facts import declared_facts, shape_of, type_of
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/bad-facts",
    Evidence,
    severity=Severity.HIGH,
    title=both("事实与证据类型的声明不符", "Facts that their type does not declare"),
    message=both(
        "{subject}的事实 {fact} 写的是 {found}，应为{expected}",
        "The fact {fact} of {subject} is {found} and should be {expected}",
    ),
    remedy=both(
        "按证据类型 {type} 的声明改正。{hint}", "Mend it as the type {type} declares it. {hint}"
    ),
    why=both(
        "检验按声明读取事实；写错名称或单位的事实等于没有写。",
        "Tests read facts as declared; a fact with another name or unit might as well be missing.",
    ),
    where=lambda evidence, context: evidence.type is not None and evidence.facts is not None,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    type_ = type_of(evidence, context)
    assert type_ is not None
    assert evidence.facts is not None
    if shape_of(type_, context) is None:
        return
    for bad in bad_facts(declared_facts(type_, context), evidence.facts):
        yield Fault(
            at=("facts", *bad.path),
            values={
                "fact": ".".join(str(step) for step in bad.path),
                "found": bad.found,
                "expected": bad.expected,
                "hint": bad.hint,
                "type": type_.id,
            },
            discriminator=str(bad.path[0]),
            related=(see(type_, "facts", bad.path[0]),),
        )
