"""A control that is proved to work is said to."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Found, unread
from hegui.derive.records import operating
from hegui.findings.severity import Severity
from hegui.model.control import STATUSES, Control
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.requirements import asked_of, objectives_read, shown_by, subjects_unread
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


def _claims_less(control: Control, context: Context) -> bool:
    return (
        control.status in ("planned", "implementing")
        and operating(control, context.grounds)
        and (bool(asked_of(control, context)) or not objectives_read(control, context))
    )


@rule(
    "control/proved-without-claim",
    Control,
    severity=Severity.LOW,
    title=both("已经证实，自述仍为未实施", "Proved, and still said not to be implemented"),
    message=both(
        "{subject}自述为“{status}”，而所达成目标的要求已全部证实",
        "{subject} is said to be “{status}”, and all that its objectives ask for is proved",
    ),
    remedy=both(
        "核实后把 status 改为 implemented；仍有未尽之处的，在 statement 里写明。",
        "See whether it is so and set status to implemented; else say in the statement what is left.",
    ),
    why=both(
        "自述落后于事实，管理层看到的就不是现状。",
        "Where the claim lags behind, management does not see how things are.",
    ),
    where=_claims_less,
    stage=Stage.PROOF,
)
def check(control: Control, context: Context) -> Iterator[Fault]:
    if unread(context.grounds) or not objectives_read(control, context):
        raise Unassessable(control.id)
    asked = asked_of(control, context)
    if any(subjects_unread(one) for one in asked):
        raise Unassessable(control.id)
    if shown_by(control, context) and all(one.found is Found.PROVED for one in asked):
        yield Fault(at=("status",), values={"status": STATUSES[control.status]})
