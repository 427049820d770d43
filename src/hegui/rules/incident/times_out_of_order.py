"""The times of an incident come in the order in which things happen."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.incident import Incident, Report
from hegui.rules.context import Context
from hegui.rules.moments import precedes, said
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_BEFORE = {"contained": ("discovered",), "closed": ("contained", "discovered")}
"""What comes before each time, the nearest first."""
_TIMES = {
    "discovered": both("发现时间", "discovery"),
    "contained": both("控制时间", "containment"),
    "closed": both("结案时间", "closing"),
}


@rule(
    "incident/times-out-of-order",
    Incident,
    severity=Severity.MEDIUM,
    title=both("事件的时间先后颠倒", "The times of an incident are out of order"),
    message=both(
        "{subject}的{later}（{when}）早于{earlier}（{than}）",
        "{subject}: {later} ({when}) comes before {earlier} ({than})",
    ),
    remedy=both(
        "对照值守日志和报告回执，改正写错的时间。",
        "Compare the log of the watch and the receipts of the reports, and mend the time that is "
        "wrong.",
    ),
    why=both(
        "报告时限从发现起算，时间颠倒就无法判断是否迟报。",
        "Terms of reporting run from discovery; with times turned round nobody can say what is "
        "late.",
    ),
)
def check(incident: Incident, context: Context) -> Iterator[Fault]:
    for later, names in _BEFORE.items():
        moment = getattr(incident, later)
        for earlier in names:
            than = getattr(incident, earlier)
            if moment is not None and than is not None and precedes(moment, than, context):
                yield Fault(
                    at=(later,),
                    values={
                        "later": _TIMES[later],
                        "when": said(moment, context),
                        "earlier": _TIMES[earlier],
                        "than": said(than, context),
                    },
                )
                break
    yield from _reports(incident, context)


def _reports(incident: Incident, context: Context) -> Iterator[Fault]:
    """Reports of what nobody had discovered yet."""
    discovered = incident.discovered
    if discovered is None:
        return
    for position, report in enumerate(incident.reports):
        if report.at is not None and precedes(report.at, discovered, context):
            yield Fault(
                at=("reports", position, "at"),
                values={
                    "later": _told(report, context),
                    "when": said(report.at, context),
                    "earlier": _TIMES["discovered"],
                    "than": said(discovered, context),
                },
                discriminator=report.clock.id,
            )


def _told(report: Report, context: Context) -> Text:
    clock = context.repository.find(report.clock)  # if it is not there, that is said elsewhere
    title = both(report.clock.id, report.clock.id) if clock is None else clock.title
    return both(f"“{title.get('zh')}”时间", f"the report “{title.get('en')}”")
