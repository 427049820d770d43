"""Standing failures: the records that failed and that nothing later made good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.model.control import Control
from hegui.model.evidence import Evidence, Proves
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.facts import tested


def standing_failures(evidence: Evidence, context: Context) -> Iterator[tuple[int, Ref]]:
    """What a failing record says failed and no strictly later pass has proved since.

    Positions in ``proves`` with the requirement, for the same requirement and subject. Records
    after the instant of judgement are ignored, the failing one included.
    """
    clock = context.clock
    failed_at = clock.begin(evidence.performed_at)
    if evidence.result != "fail" or failed_at > clock.as_of:
        return
    context.repository.complete("evidence")
    passes = context.once("passes", lambda: _passes(context))
    for position, one in enumerate(evidence.proves):
        later = passes.get((one.requirement, one.subject))
        if later is None or later <= failed_at:
            yield position, one.requirement


def _passes(context: Context) -> dict[tuple[Ref, Ref | None], datetime]:
    """The latest pass of each requirement and subject up to the instant of judgement."""
    clock = context.clock
    latest: dict[tuple[Ref, Ref | None], datetime] = {}
    for record in context.repository.all(Evidence):
        at = clock.begin(record.performed_at)
        if record.result == "pass" and at <= clock.as_of:
            for one in record.proves:
                if not _bears_out(record, one, context):
                    continue
                key = (one.requirement, one.subject)
                latest[key] = max(at, latest.get(key, at))
    return latest


def _bears_out(record: Evidence, one: Proves, context: Context) -> bool:
    """Whether a passing record can prove what it names: by its facts, and by its control.

    A pass that its own facts contradict, or that comes from a control which does not achieve the
    objective or is retired, makes no failure good (design §6).
    """
    requirement = context.repository.find(one.requirement)
    control = context.repository.find(one.control) if one.control is not None else None
    if not isinstance(requirement, Part):
        return False
    if control is not None:
        objective = requirement.id.rpartition(":")[0]
        if not (isinstance(control, Control) and control.active):
            return False
        if objective not in {ref.id for ref in control.achieves}:
            return False
    if requirement.record.test is None:
        return True
    try:
        return any(
            found.passes for found in tested(record, context) if found.requirement is requirement
        )
    except Unassessable:
        return False
