"""Facts on which the law depends: named, closed, decided by the repository or stated."""

from __future__ import annotations

from hegui.model.item import Item
from hegui.model.table import column, kind
from hegui.model.types import Cel, Words
from hegui.source.bilingual import Text, both

VALUES = {
    "yes": both("是", "yes"),
    "no": both("否", "no"),
    "uncertain": both("不确定", "uncertain"),
}


@kind(
    "fact",
    "适用事实",
    "fact",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class Fact(Item):
    """One question on which it depends whether an obligation applies.

    ``yes_if`` and ``no_if`` are CEL over the repository; where neither holds the fact is
    uncertain until the settings state it, and what is uncertain counts as applies. That
    ``yes_if`` does not hold is no answer: what nobody wrote down may be so all the same.
    """

    question: Text = column(Words(), "判断什么", "the question", required=True)
    yes_if: str | None = column(Cel("repository"), "成立的条件（CEL）", "holds if, in CEL")
    no_if: str | None = column(Cel("repository"), "不成立的条件（CEL）", "does not hold if, in CEL")
    note: Text | None = column(Words(), "口径", "how it is counted")
