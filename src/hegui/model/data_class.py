"""Data classes: the categories of information that a field of business knows."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.transfer import STRUCTURES
from hegui.model.types import SLUG, Boolean, Choice, Integer, Words
from hegui.source.bilingual import Text, both

SHOWN = {
    "never": both("不得进入", "never"),
    "masked": both("脱敏", "masked"),
    "sample-masked": both("脱敏样本", "a masked sample"),
    "aggregated": both("仅汇总", "aggregated only"),
    "extract": both("脱敏清单", "in a masked extract"),
}

LEAVING = {
    "never": both("任何情况下不得离开本公司", "never leaves the company"),
    "proved": both("离开前须先证实", "leaves only when what must come first is proved"),
}


@record
class Move:
    """What becomes of the class in one structure of deal."""

    structure: str = column(Choice(STRUCTURES), "交易结构", "structure", required=True)
    rule: Text = column(Words(), "去向", "what becomes of it", required=True)


@kind(
    "data-class",
    "数据类别",
    "data class",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class DataClass(Item):
    """A category of information, with its grade, its handling in the data room and in the deal."""

    sensitive: bool = column(
        Boolean(), "是否敏感个人信息", "sensitive as PIPL art. 28 has it", required=True
    )
    category: str | None = column(SLUG, "敏感信息类别", "which category of sensitive information")
    level: int | None = column(
        Integer(1, 5), "最低级别，1 至 5", "lowest grade, 1 to 5 as JR/T 0197-2020 counts"
    )
    basis: Text | None = column(Words(), "定级依据", "what the grade rests on")
    data_room: str | None = column(Choice(SHOWN), "数据室", "in the data room")
    moves: tuple[Move, ...] = many(
        ListOf(Record(Move), key=("structure",)),
        "各交易结构下的去向",
        "what becomes of it in a deal",
    )
    leaving: str | None = column(
        Choice(LEAVING), "可否离开本公司", "whether it may leave the company; free when not written"
    )
    before_leaving: tuple[Ref, ...] = many(
        references("requirement"), "离开前须证实", "must be proved before it leaves"
    )
    obligations: tuple[Ref, ...] = many(references("obligation"), "依据", "the law on it")
