"""Who left holds nothing any more."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.department import Department
from hegui.model.person import Person
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_OFFICES = {"head": both("负责人", "head"), "deputy": both("副职", "deputy")}


@rule(
    "person/left-still-named",
    Department,
    severity=Severity.MEDIUM,
    title=both("已离职人员仍在任", "A person who left still holds office"),
    message=both(
        "{subject}的{office}仍是 {person}，其人已于 {day} 离职",
        "{person}, who left on {day}, is still {office} of {subject}",
    ),
    remedy=both("改任在职人员。", "Name somebody who is there."),
    why=both(
        "离职人员不能履职，名义上的负责人会让升级和审批落空。",
        "Who left cannot act; escalation and approval run into the void.",
    ),
    references=("pipl#art-52",),
    where=lambda department, context: context.exists(department),
)
def check(department: Department, context: Context) -> Iterator[Fault]:
    for field, office in _OFFICES.items():
        ref = getattr(department, field)
        if ref is None:
            continue
        person = context.repository.get(ref, Person)
        if person.left is not None and context.clock.end(person.left) < context.clock.as_of:
            yield Fault(
                at=(field,),
                values={"office": office, "person": person.id, "day": person.left},
                related=(see(person, "left"),),
            )
