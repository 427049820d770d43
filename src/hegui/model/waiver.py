"""Waivers: approved, dated acceptance of one finding."""

from __future__ import annotations

from hegui.model.compound import to
from hegui.model.item import UNTITLED, Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import KIND, Ref
from hegui.model.rule import RULE_ID
from hegui.model.table import column, kind
from hegui.model.types import Moment, String, Words
from hegui.source.bilingual import Text, both


@kind("waiver", "豁免", "waiver", group="decisions", folders=("risks/waivers",))
class Waiver(Item):
    """Names a rule and a subject, or one fingerprint; what it silences stays visible."""

    title: Text = column(Words(), "名称", "title", default=UNTITLED)
    rule: str | None = column(RULE_ID, "规则", "rule")
    subject: str | None = column(
        String(
            f"^{KIND}/[^ ]+$",
            both("类别/编号，如 vendor/jieyuan", "kind/id as vendor/jieyuan"),
        ),
        "对象：类别/编号",
        "subject: kind/id",
    )
    fingerprint: str | None = column(
        String(r"^[0-9a-f]{32}$", both("32 位指纹", "a fingerprint of 32 digits")),
        "发现的指纹",
        "fingerprint of the finding",
    )
    reason: Text = column(Words(), "理由", "reason", required=True)
    risk: Ref | None = column(to("risk"), "接受的风险", "the risk it accepts")
    compensating: Ref | None = column(to("control"), "补偿措施", "compensating control")
    requested_by: Ref = column(
        to("person"), "申请人", "who asked for it", required=True, personal=True
    )
    approved_by: Ref = column(
        to("person"), "批准人", "who approved it", required=True, personal=True
    )
    granted: MomentValue = column(Moment(), "批准日期", "from when", required=True)
    expires: MomentValue = column(Moment(), "到期", "until when", required=True)
