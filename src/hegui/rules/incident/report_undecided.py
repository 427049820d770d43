"""Where it is uncertain whether somebody must be told, that is decided in time."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import Value
from hegui.derive.reporting import State
from hegui.findings.severity import Severity
from hegui.model.incident import Incident
from hegui.rules.context import Context, see
from hegui.rules.incidents import cause, duties_of, told
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "incident/report-undecided",
    Incident,
    severity=Severity.MEDIUM,
    title=both("是否须报告，没有决定", "Nobody decided whether to report"),
    message=both(
        "{subject}是否须向{to}报告，取决于{cause}；{due}，至今既未报告也未决定",
        "Whether {subject} must be reported to {to} depends on {cause}; it would be due {due}, and "
        "there is neither a report nor a decision",
    ),
    remedy=both(
        "按适用先报，或由有权的人决定不报，并在 reports 里写明 excused 与批准人。",
        "Report as if it applied, or have somebody with the power decide not to, and write excused "
        "and who approved it under reports.",
    ),
    why=both(
        "适用与否不确定，不等于不适用；事后要说得出当时是怎么决定的。",
        "Uncertain is not the same as no: later one must be able to say how it was decided.",
    ),
    references=("pbc-incident-report-measures-2025#art-12",),
)
def check(incident: Incident, context: Context) -> Iterator[Fault]:
    for duty, at in duties_of(incident, context):
        if duty.owed is Value.UNCERTAIN and duty.state is State.OVERDUE:
            yield Fault(
                at=at,
                values={
                    "to": duty.clock.to_,
                    "cause": cause(duty),
                    "due": told(duty, context),
                },
                discriminator=duty.clock.id,
                related=(see(duty.clock),),
            )
