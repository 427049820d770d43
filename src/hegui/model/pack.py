"""Packs: shipped folders of catalogue documents."""

from __future__ import annotations

from hegui.model.compound import strings
from hegui.model.item import Item
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Integer, String, Words
from hegui.source.bilingual import Text, both


@kind("pack", "规则包", "pack", group="law", folders=(), catalogue=True)
class Pack(Item):
    """The cover of a pack: what it is, its version and licence."""

    version: int = column(Integer(1), "版本", "version", required=True)
    languages: tuple[str, ...] = many(
        strings(Choice({"zh": both("中文", "Chinese"), "en": both("英文", "English")})),
        "语言",
        "languages",
    )
    licence: str | None = column(String(), "许可", "licence")
    description: Text | None = column(Words(), "说明", "description")
