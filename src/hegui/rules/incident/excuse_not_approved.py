"""That somebody is not told is decided by a person who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.incident import Incident
from hegui.model.incident_clock import IncidentClock
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "incident/excuse-not-approved",
    Incident,
    severity=Severity.MEDIUM,
    title=both("决定不报，却没有批准人", "Nobody approved that a report is not made"),
    message=both(
        "{subject}决定不作“{clock}”这项报告，没有写明批准人",
        "{subject} leaves out the report “{clock}”, and nobody approved that",
    ),
    remedy=both("在 approved_by 写明批准人。", "Write who approved it as approved_by."),
    why=both(
        "不通知个人须已有效避免危害，这个判断要有人负责。",
        "People need not be told only where harm was averted; somebody must answer for saying so.",
    ),
    references=("pipl#art-57",),
)
def check(incident: Incident, context: Context) -> Iterator[Fault]:
    for position, report in enumerate(incident.reports):
        if report.excused is not None and report.approved_by is None:
            clock = context.repository.get(report.clock, IncidentClock)
            yield Fault(
                at=("reports", position, "excused"),
                values={"clock": clock.title},
                discriminator=report.clock.id,
            )
