"""Somebody takes over from every department that ends."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.department import Department
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "department/no-successor",
    Department,
    severity=Severity.MEDIUM,
    title=both("撤并的部门没有承接部门", "Nobody takes over from a department that ends"),
    message=both(
        "{subject}存续至 {day}，没有写明由谁承接",
        "{subject} ends on {day} and nobody is named to take over",
    ),
    remedy=both("在 successor 里写上承接部门。", "Name who takes over in successor."),
    why=both(
        "责任不会随部门撤销而消失，须有人接住。",
        "Duties do not end with a department; somebody must take them up.",
    ),
    references=("pipl#art-22",),
    where=lambda department, context: department.until is not None,
)
def check(department: Department, context: Context) -> Iterator[Fault]:
    if department.successor is None:
        assert department.until is not None
        yield Fault(at=("until",), values={"day": context.last_day(department.until)})
