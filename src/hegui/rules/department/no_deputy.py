"""Somebody stands in for every head."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.department import Department
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "department/no-deputy",
    Department,
    severity=Severity.LOW,
    title=both("部门没有代行人", "Nobody stands in for the head"),
    message=both("{subject}没有写明副职或代行人", "{subject} has nobody to stand in for its head"),
    remedy=both("在 deputy 里写上代行人的编号。", "Name the deputy by id in deputy."),
    why=both(
        "要决定的事不会等负责人回来，缺位时须有人能定。",
        "Decisions do not wait for the head to come back; somebody must be able to take them.",
    ),
    where=lambda department, context: context.exists(department) and department.head is not None,
)
def check(department: Department, context: Context) -> Iterator[Fault]:
    if department.deputy is None:
        yield Fault(at=("deputy",))
