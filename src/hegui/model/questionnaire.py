"""Questionnaires for vendors."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record
from hegui.model.item import Item
from hegui.model.table import column, kind, many, record
from hegui.model.types import SLUG, Integer, Words
from hegui.source.bilingual import Text


@record
class Section:
    """A section of a questionnaire."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text = column(Words(), "名称", "title", required=True)


@kind(
    "questionnaire",
    "问卷",
    "questionnaire",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class Questionnaire(Item):
    """What a vendor is asked."""

    version: int | None = column(Integer(1), "版本", "version")
    sections: tuple[Section, ...] = many(ListOf(Record(Section), key=("id",)), "部分", "sections")
