"""Standing failures: the records that failed and that nothing later made good."""

from __future__ import annotations

from collections.abc import Iterator

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
    for position, one in enumerate(evidence.proves):
        later = any(
            other.result == "pass"
            and failed_at < clock.begin(other.performed_at) <= clock.as_of
            and any(p.requirement == one.requirement and p.subject == one.subject for p in other.proves)
            for other in context.repository.all(Evidence)
        )
        if not later:
            yield position, one.requirement
