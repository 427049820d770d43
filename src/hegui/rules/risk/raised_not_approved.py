"""A level that is raised by hand is raised by somebody with the power."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import empowered
from hegui.derive.gravity import gravity
from hegui.derive.records import appetite_of
from hegui.findings.severity import Severity
from hegui.model.person import Person
from hegui.model.repository import Unassessable
from hegui.model.risk import Risk
from hegui.rules.context import Context, see
from hegui.rules.powers import lacking
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_NOBODY = both(
    "没有写明批准人，不予采用", "says of nobody that he approved it, so it does not count"
)


@rule(
    "risk/raised-not-approved",
    Risk,
    severity=Severity.MEDIUM,
    title=both("人工调高的风险级别未经批准", "A level raised without approval"),
    message=both(
        "{subject} 人工调高至 {level}，{problem}",
        "{subject} was raised to {level} by hand and {problem}",
    ),
    remedy=both(
        "报有接受该级风险权限的在任者批准，写明 approved_by；否则删去 raised，按矩阵定级。",
        "Have it approved by somebody in office who may accept risks of that level, and write "
        "approved_by; or delete raised and keep to the matrix.",
    ),
    why=both(
        "偏离矩阵须有人负责，调高也一样：它决定上报到哪一级。",
        "Whoever departs from the matrix answers for it, upwards too: it decides who is told.",
    ),
    where=lambda risk, context: risk.raised is not None,
)
def check(risk: Risk, context: Context) -> Iterator[Fault]:
    raised = risk.raised
    assert raised is not None
    if raised.approved_by is None:
        yield Fault(at=("raised",), values={"level": raised.level, "problem": _NOBODY})
        return
    person = context.repository.get(raised.approved_by, Person)
    now, severity = context.clock.as_of, _severity(raised.level, context)
    if empowered(raised.approved_by, "acceptance", severity, now, context.grounds):
        return
    context.grounds.authority.complete("person", "role")
    lack = lacking(raised.approved_by, "acceptance", now, context)
    yield Fault(
        at=("raised", "approved_by"),
        values={"level": raised.level, "problem": _without(person, lack, severity)},
        related=(see(person),),
    )


def _severity(level: str, context: Context) -> Severity:
    appetite = appetite_of(context.grounds)
    severity = gravity(level, appetite) if appetite is not None else None
    if severity is None:
        raise Unassessable(level)
    return severity


def _without(person: Person, lack: Text, severity: Severity) -> Text:
    grade = severity.title
    return both(
        f"批准人 {person.id} {lack.get('zh')}（须有“{grade.get('zh')}”级权限）",
        f"its approver {person.id} {lack.get('en')} (this takes the power for {grade.get('en')})",
    )
