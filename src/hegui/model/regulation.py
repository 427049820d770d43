"""Regulations and their obligations."""

from __future__ import annotations

from datetime import date

from hegui.model.compound import ListOf, Record, strings, to
from hegui.model.item import Item
from hegui.model.reference import PART, Ref
from hegui.model.table import PartOf, column, kind, many, record
from hegui.model.types import SLUG, Choice, Day, String, Words
from hegui.source.bilingual import Text, both

NATURES = {
    "duty": both("义务", "duty"),
    "prohibition": both("禁止", "prohibition"),
    "right": both("权利", "right"),
    "definition": both("定义", "definition"),
    "penalty": both("罚则", "penalty"),
    "guidance": both("指引", "guidance"),
}
FORCES = {
    "mandatory": both("强制", "mandatory"),
    "recommended": both("推荐", "recommended"),
    "reference": both("参考", "reference"),
}
CONFIDENCES = {
    "primary": both("已读原文", "read in the primary text"),
    "secondary": both("据二手资料", "read in a secondary page"),
    "memory": both("凭记忆，未核实", "from memory, not verified"),
}
TYPES = {
    "law": both("法律", "law"),
    "administrative-regulation": both("行政法规", "administrative regulation"),
    "judicial-interpretation": both("司法解释", "judicial interpretation"),
    "department-rule": both("部门规章", "department rule"),
    "normative-document": both("规范性文件", "normative document"),
    "local-regulation": both("地方性法规", "local regulation"),
    "national-standard": both("国家标准", "national standard"),
    "industry-standard": both("行业标准", "industry standard"),
    "guide": both("指南", "guide"),
    "draft": both("征求意见稿", "draft"),
    "contract": both("合同", "contract"),
}


@record
class Obligation:
    """One clause: ``pipl#art-22``."""

    ref: str = column(
        String(f"^{PART}$", both("条款号，如 art-22", "a clause as art-22")),
        "条款",
        "clause",
        required=True,
    )
    title: Text | None = column(Words(), "名称", "title")
    nature: str = column(Choice(NATURES), "性质", "nature", required=True)
    force: str | None = column(
        Choice(FORCES), "效力；不写同本法规", "force; that of the regulation when not written"
    )
    summary: Text = column(Words(), "要旨", "summary in our own words", required=True)
    applies_when: tuple[str, ...] = many(strings(SLUG), "适用情形", "facts under which it applies")
    confidence: str | None = column(Choice(CONFIDENCES), "核实程度", "how far it was verified")


@kind(
    "regulation",
    "法规",
    "regulation",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
    parts=(PartOf("obligation", "obligations", "ref", both("条款", "obligation")),),
)
class Regulation(Item):
    """A law, standard or contract with the clauses that matter here."""

    type: str | None = column(Choice(TYPES), "类别", "type")
    citation: Text | None = column(Words(), "文号", "citation")
    issuer: Text | None = column(Words(), "制定机关", "issuer")
    adopted: date | None = column(Day(), "通过日期", "adopted")
    effective: date | None = column(Day(), "施行日期", "in force from")
    ends: date | None = column(Day(), "失效日期", "in force until")
    force: str = column(Choice(FORCES), "效力", "force", required=True)
    successor: Ref | None = column(to("regulation"), "替代法规", "what replaced it")
    source: str | None = column(String(), "来源", "source")
    confidence: str | None = column(Choice(CONFIDENCES), "核实程度", "how far it was verified")
    notes: Text | None = column(Words(), "备注", "notes")
    obligations: tuple[Obligation, ...] = many(
        ListOf(Record(Obligation), key=("ref",)), "条款", "obligations"
    )
