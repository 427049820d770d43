"""Every risk has an owner."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.risk import Risk
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "risk/no-owner",
    Risk,
    severity=Severity.MEDIUM,
    title=both("风险没有责任部门", "A risk without an owner"),
    message=both("{subject}没有责任部门", "{subject} has no owner"),
    remedy=both("在 owner 里写上责任部门。", "Name the department in owner."),
    why=both("没有人认领的风险，不会有人盯着。", "Nobody watches a risk that nobody owns."),
)
def check(risk: Risk, context: Context) -> Iterator[Fault]:
    if risk.owner is None and not risk.raci:
        yield Fault(at=("owner",))
