"""Measurements: values of an indicator."""

from __future__ import annotations

from decimal import Decimal

from hegui.model.compound import to
from hegui.model.item import UNTITLED, Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind
from hegui.model.types import SLUG, Moment, Number, Words
from hegui.source.bilingual import Text


@kind("measurement", "指标测量值", "measurement", group="risk", folders=("risks/measurements",))
class Measurement(Item):
    """One value of one indicator of a risk."""

    title: Text = column(Words(), "名称", "title", default=UNTITLED)
    risk: Ref = column(to("risk"), "风险", "risk", required=True)
    indicator: str = column(SLUG, "指标", "indicator", required=True)
    at: MomentValue = column(Moment(), "时间", "when", required=True)
    value: Decimal = column(Number(), "数值", "value", required=True)
