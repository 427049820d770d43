"""Calendars: which days are worked."""

from __future__ import annotations

from datetime import date

from hegui.model.compound import ListOf
from hegui.model.item import Item
from hegui.model.table import column, kind, many
from hegui.model.types import COUNTRY, Day, Integer, String


@kind(
    "calendar",
    "工作日历",
    "calendar",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class Calendar(Item):
    """The published holidays and make-up working days of one year."""

    year: int = column(Integer(2000, 2200), "年份", "year", required=True)
    country: str | None = column(COUNTRY, "适用地区", "where it holds")
    holidays: tuple[date, ...] = many(ListOf(Day()), "放假日", "days off")
    workdays: tuple[date, ...] = many(ListOf(Day()), "调休上班日", "weekend days that are worked")
    source: str | None = column(String(), "来源", "source")
