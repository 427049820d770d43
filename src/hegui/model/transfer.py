"""Transfers: the deal, its legs, phases and milestones."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.money import Money
from hegui.model.reference import Ref
from hegui.model.role import SEVERITIES
from hegui.model.table import PartOf, column, kind, many, record
from hegui.model.types import SLUG, Choice, Moment, String, Sum, When, Words
from hegui.source.bilingual import Text, both

STRUCTURES = {
    "equity": both("股权转让", "equity sale"),
    "merger": both("合并或分立", "merger or division"),
    "asset-business": both("资产或业务转让", "sale of assets or business"),
    "portfolio": both("资产组合转让", "sale of a portfolio"),
}
IN_DEAL = {
    "migrates": both("迁移", "migrates"),
    "provided": both("提供给其他处理者", "is provided to another handler"),
    "stays": both("留存不动", "stays"),
    "ends": both("删除或停用", "is deleted or stops"),
}
"""What becomes of a dataset or a system in the deal."""


@record
class Leg:
    """One movement of ownership: from whom to whom, of what, with which datasets."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    structure: str = column(Choice(STRUCTURES), "交易结构", "structure", required=True)
    from_: tuple[Ref, ...] = many(references("party"), "转出方", "from whom")
    to_: tuple[Ref, ...] = many(references("party"), "转入方", "to whom")
    of: Ref | None = column(to("party"), "标的主体", "of which party")
    datasets: tuple[Ref, ...] = many(
        references("dataset"), "随之转移的数据集", "datasets that move"
    )
    price: Money | None = column(Sum(), "对价", "price")


@record
class Phase:
    """A stretch of the deal; phases may overlap."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    from_: WhenValue | None = column(When(), "起始", "first day")
    until: WhenValue | None = column(When(), "截止", "last day")


@record
class Condition:
    """What a gate asks for: an area, an objective, or whatever is at least this severe."""

    area: Ref | None = column(to("area", soft=True), "领域", "area")
    objective: Ref | None = column(to("objective"), "控制目标", "objective")
    severity: str | None = column(
        Choice(SEVERITIES), "不得有该级及以上发现", "no finding this grave"
    )


@record
class Milestone:
    """A point of the deal; its gate is what must hold before it."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    on: MomentValue = column(Moment(), "日期", "when", required=True)
    decides: Ref | None = column(to("department"), "由谁放行", "who decides")
    gate: tuple[Condition, ...] = many(
        ListOf(Record(Condition), key=("area", "objective", "severity")),
        "放行条件",
        "what must hold before it",
    )


@kind(
    "transfer",
    "转让项目",
    "transfer",
    group="deal",
    folders=("controls",),
    parts=(
        PartOf("leg", "legs", "id", both("交易分支", "leg"), short=True),
        PartOf("phase", "phases", "id", both("阶段", "phase"), short=True),
        PartOf("milestone", "milestones", "id", both("里程碑", "milestone"), short=True),
    ),
)
class Transfer(Item):
    """The deal."""

    parties: tuple[Ref, ...] = many(references("party"), "参与主体", "parties")
    legs: tuple[Leg, ...] = many(ListOf(Record(Leg), key=("id",)), "交易分支", "legs")
    phases: tuple[Phase, ...] = many(ListOf(Record(Phase), key=("id",)), "阶段", "phases")
    milestones: tuple[Milestone, ...] = many(
        ListOf(Record(Milestone), key=("id",)), "里程碑", "milestones"
    )
    jurisdiction: str | None = column(String(), "适用地区", "jurisdiction")
    description: Text | None = column(Words(), "说明", "description")
