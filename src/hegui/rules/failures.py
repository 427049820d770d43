"""Standing failures: the records that failed and that nothing later made good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.model.evidence import Evidence
from hegui.model.reference import Ref
from hegui.rules.context import Context


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
                key = (one.requirement, one.subject)
                latest[key] = max(at, latest.get(key, at))
    return latest
