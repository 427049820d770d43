"""Whoever must be told of an incident is told in time."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import Value
from hegui.derive.reporting import State
from hegui.findings.severity import Severity
from hegui.model.incident import Incident
from hegui.rules.context import Context, see
from hegui.rules.incidents import clause, duties_of, told
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_STATES = {
    State.OVERDUE: both("逾期未报", "is overdue"),
    State.LATE: both("已经迟报", "was made late"),
}


@rule(
    "incident/report-late",
    Incident,
    severity=Severity.HIGH,
    title=both("事件迟报或未报", "An incident reported late, or not at all"),
    message=both(
        "{subject}应向{to}报告，{state}：{due}，依据 {clause}",
        "The report of {subject} to {to} {state}: it was due {due} under {clause}",
    ),
    remedy=both(
        "立即补报，说明迟延原因，并在 reports 里登记时间；依法可以不报的，写明 excused 与批准人。",
        "Report now, say why it is late, and record the time under reports; where the law excuses "
        "it, write excused and who approved that.",
    ),
    why=both(
        "报告时限以小时计，迟报、漏报、瞒报从重处罚。",
        "These terms run in hours, and late, omitted or concealed reports are punished harder.",
    ),
    references=("incident-report-measures-2025#art-10", "pipl#art-57"),
)
def check(incident: Incident, context: Context) -> Iterator[Fault]:
    for duty, at in duties_of(incident, context):
        if duty.clock.basis == "house":
            continue  # a term of our own is shown by law deadlines, and is not the law
        if duty.owed is Value.YES and duty.state in _STATES:
            yield Fault(
                at=at,
                values={
                    "to": duty.clock.to_,
                    "state": _STATES[duty.state],
                    "due": told(duty, context),
                    "clause": clause(duty, context),
                },
                discriminator=duty.clock.id,
                related=(see(duty.clock),),
            )
