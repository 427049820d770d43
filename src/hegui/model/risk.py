"""Risks: cause, event, consequence, and what is done about them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hegui.model.compound import ListOf, Record, references, strings, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.raci import RACI, Period
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import (
    CURRENCY,
    SLUG,
    Boolean,
    Choice,
    Facts,
    Moment,
    Number,
    Percent,
    String,
    When,
    Words,
)
from hegui.source.bilingual import Text, both

TREATMENTS = {
    "avoid": both("规避", "avoid"),
    "reduce": both("降低", "reduce"),
    "transfer": both("转移", "transfer"),
    "accept": both("接受", "accept"),
}
SIDES = {
    "frequency": both("降低发生频率", "frequency"),
    "magnitude": both("减轻损失", "magnitude"),
}
LAYERS = {
    "prevent": both("预防", "prevent"),
    "detect": both("发现", "detect"),
    "respond": both("响应", "respond"),
    "recover": both("恢复", "recover"),
}


@record
class Exposure:
    """When the risk is run: in phases, between dates, or all year."""

    phases: tuple[Ref, ...] = many(references("phase"), "阶段", "phases")
    from_: WhenValue | None = column(When(), "起始", "from")
    until: WhenValue | None = column(When(), "截止", "until")
    yearly: bool | None = column(Boolean(), "全年", "all year")


@record
class Frequency:
    """A range of events in a period (90 %)."""

    low: Decimal = column(Number(), "下限", "low", required=True)
    high: Decimal = column(Number(), "上限", "high", required=True)
    per: str | None = column(
        Choice({"year": both("年", "year"), "month": both("月", "month")}), "每", "per"
    )


@record
class Loss:
    """A range of money lost in one event (90 %)."""

    low: Decimal = column(Number(), "下限", "low", required=True)
    high: Decimal = column(Number(), "上限", "high", required=True)
    currency: str | None = column(CURRENCY, "货币", "currency")


@record
class Inherent:
    """The risk before anything is done about it."""

    chance: Decimal | None = column(Percent(), "暴露期内发生的概率", "chance once in the window")
    frequency: Frequency | None = column(Record(Frequency), "发生频率", "frequency")
    loss: Loss | None = column(Record(Loss), "单次损失区间", "loss of one event")
    harm: Mapping[str, Any] | None = column(
        Facts(), "各维度危害：数值或等级", "harm by dimension: a number or a grade"
    )


@record
class Mitigation:
    """What an objective takes off the risk when it is proved."""

    objective: Ref = column(to("objective"), "控制目标", "objective", required=True)
    side: str = column(Choice(SIDES), "作用于", "side", required=True)
    layer: str = column(Choice(LAYERS), "层", "layer", required=True)
    reduction: Decimal = column(Percent(), "最多降低", "reduction at best", required=True)
    needs: tuple[Ref, ...] = many(references("objective"), "所依赖的目标", "objectives it needs")


@record
class Raised:
    """A level above what the matrix gives."""

    level: str = column(SLUG, "调高至", "level", required=True)
    reason: Text = column(Words(), "理由", "reason", required=True)
    approved_by: Ref | None = column(to("person"), "批准人", "who approved it", personal=True)


@kind("risk", "风险", "risk", group="risk", folders=("risks",))
class Risk(Item):
    """A scenario; its level and its residual are computed."""

    category: str | None = column(SLUG, "类别", "category")
    owner: Ref | None = column(to("department"), "责任部门", "owner")
    cause: Text | None = column(Words(), "原因", "cause")
    event: Text | None = column(Words(), "事件", "event")
    consequence: Text | None = column(Words(), "后果", "consequence")
    assets: tuple[Ref, ...] = many(
        references(("dataset", "system", "vendor", "processing"), explicit=True),
        "涉及资产",
        "assets",
    )
    exposure: Exposure | None = column(Record(Exposure), "暴露期", "exposure")
    inherent: Inherent | None = column(Record(Inherent), "固有风险", "inherent risk")
    basis: Text | None = column(Words(), "数值的来源或理由", "where the numbers come from")
    assessed_by: Ref | None = column(
        to("department", "vendor"), "评估方", "who assessed it", material=False
    )
    assessed_at: MomentValue | None = column(
        Moment(), "评估日期", "when it was assessed", material=False
    )
    raised: Raised | None = column(Record(Raised), "人工调高", "raised by hand")
    mitigations: tuple[Mitigation, ...] = many(
        ListOf(Record(Mitigation), key=("objective",)), "缓解", "mitigations"
    )
    treatment: str | None = column(Choice(TREATMENTS), "应对方式", "treatment")
    actions: tuple[Ref, ...] = many(references("action"), "整改事项", "actions")
    target: str | None = column(SLUG, "目标级别", "target level")
    raci: tuple[Period, ...] = many(RACI, "责任分工", "who answers for it, in which period")
    tags: tuple[str, ...] = many(strings(String()), "标签", "tags")
