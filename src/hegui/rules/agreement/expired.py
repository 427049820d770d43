"""An agreement that is still needed is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.findings.severity import Severity
from hegui.model.agreement import Agreement
from hegui.model.vendor import Vendor
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def needed(agreement: Agreement, context: Context) -> bool:
    """Whether it was to be in force and its other side is still ours."""
    if context.clock.begin(agreement.from_) > context.clock.as_of or agreement.expires is None:
        return False
    for ref in agreement.with_:
        if ref.kind != "vendor" or context.repository.get(ref, Vendor).status != "ended":
            return True
    return False


def replaced(agreement: Agreement, at: datetime, context: Context) -> bool:
    """Whether one of its type with the same other side holds ``at`` an instant after its end."""
    clock = context.clock
    other_side = context.repository.find(agreement.with_[0])
    return other_side is not None and any(
        other.type == agreement.type
        and set(agreement.with_) <= set(other.with_)
        and clock.begin(other.from_) <= at <= clock.end(other.expires)
        for other in context.repository.naming(other_side, Agreement, "with")
    )


@rule(
    "agreement/expired",
    Agreement,
    severity=Severity.HIGH,
    title=both("协议已到期", "An agreement has expired"),
    message=both(
        "{subject}已于 {day} 到期，没有续签", "{subject} expired on {day} and was not renewed"
    ),
    remedy=both(
        "续签并登记新协议；不再合作的，办理退出并把第三方状态改为 ended。",
        "Renew it and record the new one; or take leave of the vendor and set its status to ended.",
    ),
    why=both(
        "到期之后继续处理或披露信息，就没有约定可以依据。",
        "After it ends, nothing that is agreed covers what goes on.",
    ),
    references=("pipl#art-21", "civil-code#art-558"),
    where=needed,
)
def check(agreement: Agreement, context: Context) -> Iterator[Fault]:
    assert agreement.expires is not None
    clock = context.clock
    if clock.end(agreement.expires) < clock.as_of and not replaced(agreement, clock.as_of, context):
        context.repository.complete("agreement")
        yield Fault(at=("expires",), values={"day": context.last_day(agreement.expires)})
