"""Actions: the one ledger of what is to be done."""

from __future__ import annotations

from decimal import Decimal

from hegui.model.compound import references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.money import Money
from hegui.model.raci import RACI, Period
from hegui.model.reference import Ref
from hegui.model.role import SEVERITIES
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Moment, Number, String, Sum, When, Words
from hegui.source.bilingual import Text

SOURCES = (
    "incident", "risk", "vendor", "vendor-assessment", "control", "check", "agreement",
    "evidence", "objective", "requirement",
)  # fmt: skip


@kind("action", "整改事项", "action", group="risk", folders=("risks/actions",))
class Action(Item):
    """A task with an owner and a due date, wherever it came from."""

    owner: Ref = column(to("department"), "责任部门", "owner", required=True)
    due: WhenValue = column(When(), "期限", "due", required=True)
    done: MomentValue | None = column(Moment(), "完成时间", "when it was done")
    source: tuple[Ref, ...] = many(references(SOURCES, explicit=True), "来源", "where it came from")
    severity: str | None = column(Choice(SEVERITIES), "严重程度", "severity")
    cost: Money | None = column(Sum(), "费用", "cost")
    effort: Decimal | None = column(Number(), "工作量（人日）", "effort in person-days")
    follow_up: str | None = column(
        String(),
        "跟进处：工单、会议纪要等的编号或链接",
        "where it is followed up: a ticket or minutes, by number or link",
        material=False,
    )
    raci: tuple[Period, ...] = many(RACI, "责任分工", "who answers for it, in which period")
    description: Text | None = column(Words(), "说明", "description")
