"""Reports of incidents: what the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.reporting import Duty, duties
from hegui.model.incident import Incident
from hegui.model.types import Path
from hegui.rules.context import Context


def duties_of(incident: Incident, context: Context) -> Iterator[tuple[Duty, Path]]:
    """Every report an incident may call for, and where the incident speaks of it."""
    context.repository.complete("incident-clock", "fact", "calendar")
    for duty in duties(incident, context.repository, context.answers, context.clock):
        yield duty, _at(incident, duty)


def _at(incident: Incident, duty: Duty) -> Path:
    for position, report in enumerate(incident.reports):
        if report is duty.report:
            return ("reports", position, "clock")
    return (duty.clock.starts,)


def told(duty: Duty, context: Context) -> str:
    """The end of a term as messages write it, to the minute in the organisation's zone."""
    instant = duty.due or duty.start
    assert instant is not None
    return instant.astimezone(context.clock.zone).isoformat(" ", "minutes")
