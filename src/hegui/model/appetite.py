"""Appetite: the scales of harm and likelihood, the matrix, the limits, the credit of proof."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hegui.model.compound import ListOf, Record
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.table import column, kind, many, record
from hegui.model.types import CURRENCY, SLUG, Facts, Integer, Number, Percent, Span, String, Words
from hegui.source.bilingual import Text


@record
class Grade:
    """One grade of a scale, from the least to the greatest."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")


@record
class Band:
    """What a grade of harm means in one dimension."""

    grade: str = column(SLUG, "等级", "grade", required=True)
    from_: Decimal | None = column(Number(), "下限（含）", "from")
    to_: Decimal | None = column(Number(), "上限（不含）", "up to")
    means: Text | None = column(Words(), "含义", "what it means where there is no number")


@record
class Dimension:
    """A way in which harm is counted: money, persons, regulator, reputation."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    unit: str | None = column(String(), "单位", "unit")
    bands: tuple[Band, ...] = many(ListOf(Record(Band), key=("grade",)), "分档", "bands")


@record
class Likelihood:
    """A grade of likelihood: events a year, or the chance in one window of the deal."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    per_year: Decimal | None = column(Number(), "每年次数上限", "events a year, at most")
    chance: Decimal | None = column(Percent(), "一次性概率上限", "chance in one window, at most")


@record
class Row:
    """One row of the matrix: the level by grade of harm."""

    likelihood: str = column(SLUG, "可能性", "likelihood", required=True)
    levels: Mapping[str, Any] = column(
        Facts(), "按危害等级的风险级别", "level by grade of harm", required=True, default=None
    )


@record
class Limit:
    """The level above which a residual of a category escalates."""

    category: str = column(SLUG, "风险类别", "category", required=True)
    level: str = column(SLUG, "最高可接受级别", "highest acceptable level", required=True)


@record
class Credit:
    """The most that a proof of each level is worth."""

    asserted: Decimal | None = column(Percent(), "仅有记录", "a record alone")
    documented: Decimal | None = column(Percent(), "有原件摘要", "a document's digest is held")
    witnessed: Decimal | None = column(Percent(), "有他部门见证", "witnessed by another department")
    recomputed: Decimal | None = column(Percent(), "由工具复算", "done again by the tool")


@kind("appetite", "风险偏好", "appetite", group="risk", folders=("risks",))
class Appetite(Item):
    """What is too much, declared before anything is measured."""

    currency: str | None = column(CURRENCY, "货币", "currency")
    grades: tuple[Grade, ...] = many(
        ListOf(Record(Grade), key=("id",)), "危害等级，由轻到重", "grades of harm, rising"
    )
    dimensions: tuple[Dimension, ...] = many(
        ListOf(Record(Dimension), key=("id",)), "危害维度", "dimensions of harm"
    )
    likelihoods: tuple[Likelihood, ...] = many(
        ListOf(Record(Likelihood), key=("id",)), "可能性等级，由低到高", "likelihoods, rising"
    )
    levels: tuple[Grade, ...] = many(
        ListOf(Record(Grade), key=("id",)), "风险级别，由低到高", "levels of risk, rising"
    )
    matrix: tuple[Row, ...] = many(
        ListOf(Record(Row), key=("likelihood",)), "风险矩阵", "the matrix"
    )
    limits: tuple[Limit, ...] = many(
        ListOf(Record(Limit), key=("category",)), "各类限值", "limits by category"
    )
    credit: Credit | None = column(Record(Credit), "证明的分量", "what proof is worth")
    grace: Duration | None = column(Span(), "逾期宽限", "grace in which freshness fades")
    floor: Decimal | None = column(Percent(), "残余下限", "floor of a residual")
    rank: int | None = column(Integer(1), "批准级别", "rank that approves this file")
