"""Who approves a waiver may approve things so grave."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import empowered
from hegui.findings.severity import Severity
from hegui.model.person import Person
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.powers import lacking, who_may
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import claim, claiming, grade
from hegui.source.bilingual import both


@rule(
    "waiver/rank-too-low",
    Waiver,
    severity=Severity.HIGH,
    title=both("豁免的批准人权限不足", "A waiver approved without the power to"),
    message=both(
        "{subject} 接受{grade}的发现，批准人 {who} {why}，豁免不生效",
        "{subject} accepts a finding of severity {grade}; its approver {who} {why}, so it does not hold",
    ),
    remedy=both(
        "报有权限的角色批准：{may}。",
        "Have it approved by a role with the power: {may}.",
    ),
    why=both(
        "接受多重的问题，就要有多大的权限；已离职的人、不存在的角色不算数。",
        "The graver the gap, the higher the power to accept it; people who left and roles that are "
        "not there do not count.",
    ),
    where=claiming,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    claimed = claim(waiver, context)
    assert claimed is not None
    severity, grounds = claimed.severity, context.grounds
    person = context.repository.get(waiver.approved_by, Person)
    if empowered(waiver.approved_by, "waiver", severity, waiver.granted, grounds):
        return
    grounds.authority.complete("person", "role")
    yield Fault(
        at=("approved_by",),
        values={
            "who": person.id,
            "grade": grade(severity),
            "why": lacking(waiver.approved_by, "waiver", waiver.granted, context),
            "may": who_may("waiver", severity, context),
        },
        related=(see(person),),
    )
