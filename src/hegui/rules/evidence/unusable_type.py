"""The facts that a type of evidence declares are ones a test can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hegui.expr.shape import BadFacts, good_name, of_facts
from hegui.findings.severity import Severity
from hegui.model.evidence_shape import EvidenceShape
from hegui.model.evidence_type import EvidenceType
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_UNUSABLE = both(
    "声明不可用：type 只能是 boolean、integer、number、string 之一或其 array，"
    "此外只认 format、enum、minimum、maximum",
    "cannot be used: its type must be boolean, integer, number, string or an array of one of "
    "these; beside it only format, enum, minimum and maximum are understood",
)
_NAME = both(
    "名称不可用：只能用小写字母、数字与下划线，以字母开头",
    "has a name that no test can use: lower-case letters, digits and _, a letter first",
)
_TWICE = both("已由其形态声明", "is declared by its shape already")


@rule(
    "evidence/unusable-type",
    EvidenceType, EvidenceShape,
    severity=Severity.HIGH,
    title=both("证据类型声明的事实不可用", "A type whose facts no test can read"),
    message=both("{subject}的事实 {fact} {problem}", "The fact {fact} of {subject} {problem}"),
    remedy=both(
        "改成 {{type: integer}} 这样的声明，或换一个名称。",
        "Declare it as {{type: integer}} or the like, or give it another name.",
    ),
    why=both(
        "检验须事先知道每个事实是数、日期还是文字。",
        "A test must know beforehand whether a fact is a number, a date or text.",
    ),
    packs=False,
)  # fmt: skip
def check(type_: EvidenceType | EvidenceShape, context: Context) -> Iterator[Fault]:
    shared: Mapping[str, Any] = {}
    if isinstance(type_, EvidenceType) and type_.shape is not None:
        shared = context.repository.get(type_.shape, EvidenceShape).facts
    for name, fact in (type_.facts or {}).items():
        problem = _TWICE if name in shared else None
        try:
            of_facts({name: fact})
        except BadFacts:
            problem = _UNUSABLE if good_name(name) else _NAME
        if problem is not None:
            yield Fault(
                at=("facts", name), values={"fact": name, "problem": problem}, discriminator=name
            )
