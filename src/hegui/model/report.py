"""Report definitions."""

from __future__ import annotations

from hegui.model.compound import strings
from hegui.model.item import Item
from hegui.model.table import column, kind, many
from hegui.model.types import SLUG, Choice
from hegui.source.bilingual import both

AUDIENCES = {
    "internal": both("内部", "internal"),
    "management": both("管理层", "management"),
    "regulator": both("监管机构", "regulator"),
    "counterparty": both("交易对方", "the other party"),
    "public": both("公众", "public"),
}


@kind("report", "报告", "report", group="law", folders=("reports",), catalogue=True)
class Report(Item):
    """What a report holds, and for whom it is."""

    audience: str | None = column(Choice(AUDIENCES), "读者", "audience")
    languages: tuple[str, ...] = many(
        strings(Choice({"zh": both("中文", "Chinese"), "en": both("英文", "English")})),
        "语言",
        "languages",
    )
    sections: tuple[str, ...] = many(strings(SLUG), "章节", "sections")
