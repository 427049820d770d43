"""Reports of incidents: what the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.law import cited
from hegui.derive.reporting import Duty, duties
from hegui.model.incident import Incident
from hegui.model.repository import Unassessable
from hegui.model.table import columns_of
from hegui.model.types import Path
from hegui.rules.context import Context
from hegui.source.bilingual import Text, both


def duties_of(incident: Incident, context: Context) -> Iterator[tuple[Duty, Path]]:
    """Every report an incident may call for, and where the incident speaks of it.

    Raises `Unassessable` where a report depends on a fact that is not there.
    """
    context.repository.complete("incident-clock", "fact", "calendar")
    for duty in duties(incident, context.repository, context.answers, context.clock):
        for fact in duty.clock.applies_when:
            if fact.id not in context.answers:
                raise Unassessable(str(fact))
        yield duty, _at(incident, duty)


def _at(incident: Incident, duty: Duty) -> Path:
    for position, report in enumerate(incident.reports):
        if report is duty.report:
            return ("reports", position, "clock")
    return (duty.clock.starts,)


def told(duty: Duty, context: Context) -> Text:
    """When a report is due, to the minute in the organisation's zone."""
    instant = duty.due or duty.start
    assert instant is not None
    minute = instant.astimezone(context.clock.zone).isoformat(" ", "minutes")
    if duty.due is None:
        return both(f"自 {minute} 起应立即报告", f"at once from {minute}")
    return both(f"期限为 {minute}", f"by {minute}")


def clause(duty: Duty, context: Context) -> Text:
    """The clause behind a report, marked where nobody read it in the original."""
    found = context.repository.find(duty.clock.obligation)
    name = duty.clock.obligation.id
    return both(name, name) if found is None else cited(found)


def cause(duty: Duty) -> list[Text]:
    """What is not certain: the facts, or the figure that the incident does not state."""
    if duty.deciding:
        titles = [answer.fact.title for answer in duty.deciding]
        return [both(f"“{title.get('zh')}”", f"“{title.get('en')}”") for title in titles]
    figures = {column.name: column.help for column in columns_of(Incident)}
    figure = figures.get(duty.missing, both(duty.missing, duty.missing))
    return [both(f"未载明的“{figure.get('zh')}”", f"“{figure.get('en')}”, which it does not state")]
