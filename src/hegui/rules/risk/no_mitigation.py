"""A risk to be reduced has something that reduces it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.risk import Risk
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "risk/no-mitigation",
    Risk,
    severity=Severity.MEDIUM,
    title=both("要降低的风险没有缓解措施", "A risk to be reduced, and nothing reduces it"),
    message=both(
        "{subject}的应对方式是降低，却没有写明靠什么降低",
        "{subject} is to be reduced, but nothing is named that reduces it",
    ),
    remedy=both(
        "在 mitigations 里写上起作用的控制目标，或改变应对方式。",
        "Name the objectives that act on it in mitigations, or treat it in another way.",
    ),
    why=both(
        "残余风险由已证实的控制目标推算；没有缓解，残余就等于固有。",
        "A residual follows from what is proved; without mitigations it equals the inherent risk.",
    ),
    where=lambda risk, context: risk.treatment == "reduce",
)
def check(risk: Risk, context: Context) -> Iterator[Fault]:
    if not risk.mitigations:
        yield Fault(at=("treatment",))
