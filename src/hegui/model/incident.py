"""Incidents: what went wrong."""

from __future__ import annotations

from hegui.model.compound import references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.money import Money
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many
from hegui.model.types import Integer, Moment, Sum, Words
from hegui.source.bilingual import Text


@kind("incident", "事件", "incident", group="risk", folders=("risks/incidents",))
class Incident(Item):
    """An event that touched protected information."""

    summary: Text | None = column(Words(), "经过", "what happened")
    owner: Ref | None = column(to("department"), "处置部门", "who handles it")
    discovered: MomentValue | None = column(Moment(), "发现时间", "when it was discovered")
    contained: MomentValue | None = column(Moment(), "控制时间", "when it was contained")
    closed: MomentValue | None = column(Moment(), "结案时间", "when it was closed")
    persons: int | None = column(Integer(), "涉及人数", "persons affected")
    loss: Money | None = column(Sum(), "直接损失", "direct loss")
    datasets: tuple[Ref, ...] = many(references("dataset"), "涉及数据集", "datasets")
    vendors: tuple[Ref, ...] = many(references("vendor"), "涉及第三方", "vendors")
    risks: tuple[Ref, ...] = many(references("risk"), "对应风险", "risks it belongs to")
    actions: tuple[Ref, ...] = many(references("action"), "整改事项", "actions")
