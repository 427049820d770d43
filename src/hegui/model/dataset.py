"""Datasets: the information that is protected."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references, strings, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.transfer import IN_DEAL
from hegui.model.types import COUNTRY, SLUG, Boolean, Choice, Integer, Moment, Span, When, Words
from hegui.source.bilingual import Text


@record
class Retention:
    """How long it is kept, counted from what, on which ground."""

    keep: Duration | None = column(Span(), "保存期间", "how long it is kept")
    starts: Text | None = column(Words(), "起算点", "counted from what")
    until: MomentValue | None = column(Moment(), "保存至", "kept until")
    basis: tuple[Ref, ...] = many(references("obligation"), "依据", "on which ground")


@record
class Hold:
    """A legal hold: while it is in force nothing of the dataset may be destroyed."""

    id: str = column(SLUG, "编号", "id", required=True)
    from_: WhenValue | None = column(When(), "起始", "from")
    until: WhenValue | None = column(When(), "截止", "until")
    reason: Text | None = column(Words(), "事由", "why it is held")


@kind("dataset", "数据集", "dataset", group="information", folders=("controls/information",))
class Dataset(Item):
    """A set of records about people, wherever copies of it lie."""

    description: Text | None = column(Words(), "说明", "description")
    owner: Ref | None = column(to("department"), "数据责任部门", "the department that owns it")
    categories: tuple[Ref, ...] = many(
        references("data-class", soft=True), "信息类别", "categories of information"
    )
    classification: int | None = column(
        Integer(1, 5), "数据级别，1 至 5", "grade, 1 to 5 as JR/T 0197-2020 counts"
    )
    sensitive: bool | None = column(
        Boolean(), "是否敏感个人信息", "sensitive as PIPL art. 28 has it"
    )
    records: int | None = column(Integer(), "记录数", "records")
    persons: int | None = column(Integer(), "涉及人数", "persons")
    retention: Retention | None = column(Record(Retention), "保存期限", "retention")
    holds: tuple[Hold, ...] = many(ListOf(Record(Hold), key=("id",)), "法律冻结", "legal holds")
    destroyed: MomentValue | None = column(
        Moment(), "最后一份副本的销毁时间", "when the last copy was destroyed"
    )
    systems: tuple[Ref, ...] = many(references("system"), "所在系统", "systems that hold it")
    location: tuple[str, ...] = many(strings(COUNTRY), "存放地区", "where it lies")
    in_deal: str | None = column(Choice(IN_DEAL), "转让去向", "what becomes of it in the deal")
    plan: Text | None = column(Words(), "转让安排", "how it is handled in the deal")
