"""Every department has a head."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.department import Department
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "department/no-head",
    Department,
    severity=Severity.MEDIUM,
    title=both("部门没有负责人", "A department without a head"),
    message=both("{subject}没有写明负责人", "{subject} has no head"),
    remedy=both("在 head 里写上负责人的编号。", "Name the head by id in head."),
    why=both(
        "部门的责任最终要落到一个人身上。",
        "What a department answers for, one person must answer for in the end.",
    ),
    where=lambda department, context: context.exists(department),
)
def check(department: Department, context: Context) -> Iterator[Fault]:
    if department.head is None:
        yield Fault(at=("head",))
