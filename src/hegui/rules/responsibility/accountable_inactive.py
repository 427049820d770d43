"""Who is accountable exists, for as long as it is."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.control import Control
from hegui.model.department import Department
from hegui.model.risk import Risk
from hegui.model.vendor import Vendor
from hegui.rules.context import Context, see
from hegui.rules.periods import live, placed
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "responsibility/accountable-inactive",
    Control,
    Vendor,
    Risk,
    Action,
    severity=Severity.HIGH,
    title=both("最终负责部门届时并不存在", "Who is accountable does not exist then"),
    message=both(
        "{subject}的最终负责部门{department}{span}，覆盖不了这一段",
        "{department}, accountable for {subject}, exists only {span} and not for all of this time",
    ),
    remedy=both(
        "把这一段截止到该部门撤并之时，之后由承接部门负责。",
        "End the period when the department closes and let its successor answer from then on.",
    ),
    why=both(
        "撤并了的部门不能再对任何事负责。",
        "A department that closed can answer for nothing.",
    ),
    references=("pipl#art-51",),
    where=lambda subject, context: live(subject, context) and bool(subject.raci),
)
def check(subject: Control | Vendor | Risk | Action, context: Context) -> Iterator[Fault]:
    clock = context.clock
    limit_start, limit_end = clock.begin(None), clock.end(None)
    if isinstance(subject, Control | Vendor):
        limit_start, limit_end = clock.begin(subject.from_), clock.end(subject.until)
    for one in placed(subject.raci, clock):
        department = context.repository.get(one.period.accountable, Department)
        start, end = max(one.start, limit_start), min(one.end, limit_end)
        if start > end:
            continue
        if department.from_ is not None and start < clock.begin(department.from_):
            day = context.day(department.from_)
            span, said = both(f"自 {day} 起才设立", f"from {day}"), see(department, "from")
        elif department.until is not None and end > clock.end(department.until):
            day = context.last_day(department.until)
            span, said = both(f"只存续至 {day}", f"until {day}"), see(department, "until")
        else:
            continue
        yield Fault(
            at=("raci", one.position, "accountable"),
            values={"department": context.name(department), "span": span},
            related=(said,),
        )
