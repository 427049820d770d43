"""A check is done as often as it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.derive.asked import Asked, asked
from hegui.derive.records import known
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.moments import said
from hegui.rules.requirements import NOT_DUE
from hegui.rules.rule import Apart, Fault, rule
from hegui.source.bilingual import Text, both


def _asked(check: Check, context: Context) -> bool | Apart:
    """Whether the check has to be done by now."""
    if check.method != "manual" or check.cadence is None:
        return False
    control = context.repository.get(check.control, Control)
    if control.status not in ("implementing", "implemented"):
        return False
    if not context.clock.within(control.from_, control.until):
        return False
    wanted = _wanted(check, context)
    if wanted is not True:
        return wanted
    if _latest(check, context) is not None or _first_is_late(check, control, context):
        return True
    context.repository.complete("evidence")
    return Apart(Status.NOT_DUE, NOT_DUE)


def _wanted(check: Check, context: Context) -> bool | Apart:
    """Whether any of the requirements that a check proves is asked and due by now.

    A check that proves none must be done because it was promised.
    """
    if not check.requirements:
        return True
    there = [context.repository.find(ref) for ref in check.requirements]
    every = [_asked_of(part, context) for part in there if isinstance(part, Part)]
    wanted = [one for one in every if one.applies and one.exclusion is None]
    if any(one.due(context.clock.as_of) for one in wanted):
        if all(one.unread for one in wanted):
            raise Unassessable(check.id)  # what was not understood may say that it does not apply
        if all(one.due_at is None and _named(one) for one in wanted):
            context.repository.complete("transfer")  # its milestones may say that it is not due yet
        return True
    if len(every) < len(there):
        raise Unassessable(check.id)
    return Apart(Status.NOT_DUE, NOT_DUE) if wanted else False


def _named(asked: Asked) -> bool:
    """Whether milestones say by when a requirement is due."""
    return bool(asked.requirement.record.due or asked.objective.record.due)


def _asked_of(requirement: Part, context: Context) -> Asked:
    objectives = context.repository.parts["objective"]
    return asked(requirement, objectives[requirement.id.rpartition(":")[0]], context.grounds)


@rule(
    "check/not-performed",
    Check,
    severity=Severity.MEDIUM,
    title=both("检查没有按频次实施", "A check is not performed as often as it says"),
    message=both(
        "{subject}应每{cadence}实施一次，{last}",
        "{subject} is to be performed every {cadence}: {last}",
    ),
    remedy=both(
        "按步骤实施检查并立记录，check 指向它；频次定得不合实际的，经责任部门同意后改写。",
        "Perform it and write a record whose check names it; if the cadence is not what is needed, "
        "have it changed by who answers for the control.",
    ),
    why=both(
        "写了频次却不做的检查，证明不了措施还在起作用。",
        "A check that is not done says nothing of whether the control still works.",
    ),
    references=("pipl#art-54",),
    where=_asked,
)
def check(check: Check, context: Context) -> Iterator[Fault]:
    latest = _latest(check, context)
    if latest is None:
        context.repository.complete("evidence")
        control = context.repository.get(check.control, Control)
        yield _fault(check, _never(check, control, context))
        return
    due = _due(check, _begun(latest, context), context)
    if due < context.clock.as_of:
        context.repository.complete("evidence")
        last, until = said(latest.performed_at, context), _until(check, due, context)
        told = both(
            f"上次实施于 {last}，至迟应于 {until} 再次实施，至今未做",
            f"it was last performed on {last}, was to be performed again by {until}, and was not",
        )
        yield _fault(check, told, latest)


def _fault(check: Check, last: Text, latest: Evidence | None = None) -> Fault:
    assert check.cadence is not None
    return Fault(
        at=("cadence",),
        values={"cadence": _every(check), "last": last},
        related=() if latest is None else (see(latest, "performed_at"),),
    )


def _latest(check: Check, context: Context) -> Evidence | None:
    """The last record of a check that was there at the instant of judgement."""
    records = context.repository.naming(check, Evidence, "check")
    there = [one for one in records if known(one, context.grounds)]
    return max(there, key=lambda one: (_begun(one, context), one.id), default=None)


def _begun(record: Evidence, context: Context) -> datetime:
    return context.clock.begin(record.performed_at).astimezone(context.clock.zone)


def _due(check: Check, start: datetime, context: Context) -> datetime:
    assert check.cadence is not None
    return context.workdays.due(start, check.cadence)


def _first_is_late(check: Check, control: Control, context: Context) -> bool:
    """Whether a check that was never performed should have been.

    It need not while its control is being put in place, nor in the first round from its start.
    """
    if control.status != "implemented":
        return False
    start = _start(control, context)
    return start is None or _due(check, start, context) < context.clock.as_of


def _start(control: Control, context: Context) -> datetime | None:
    if control.from_ is None:
        return None
    return context.clock.begin(control.from_).astimezone(context.clock.zone)


def _never(check: Check, control: Control, context: Context) -> Text:
    start = _start(control, context)
    if start is None:
        return both("至今从未实施", "it was never performed")
    until = _until(check, _due(check, start, context), context)
    return both(
        f"至迟应于 {until} 首次实施，至今从未实施",
        f"it was first to be performed by {until}, and never was",
    )


def _until(check: Check, due: datetime, context: Context) -> str:
    """The last day, or the last minute where the cadence runs in hours."""
    assert check.cadence is not None
    return said(due, context) if check.cadence.unit == "hours" else context.day(due)


def _every(check: Check) -> Text:
    assert check.cadence is not None
    words = check.cadence.words()
    return both(f" {words.get('zh')}", words.get("en") or "")
