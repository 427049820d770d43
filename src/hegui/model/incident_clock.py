"""Incident clocks: who must be told of an incident by when."""

from __future__ import annotations

from hegui.model.compound import references, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.regulation import SPEEDS
from hegui.model.table import column, kind, many
from hegui.model.types import Cel, Choice, Span, Words
from hegui.source.bilingual import Text, both

STARTS = {
    "discovered": both("发现", "discovery"),
    "contained": both("控制", "containment"),
    "closed": both("处置结束", "the end of handling"),
}


@kind(
    "incident-clock",
    "事件时钟",
    "incident clock",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class IncidentClock(Item):
    """One duty to tell somebody of an incident, with its condition and its term."""

    to_: Text = column(Words(), "向谁", "who is told", required=True)
    content: Text | None = column(Words(), "内容", "what is told")
    starts: str = column(Choice(STARTS), "起算点", "counted from", required=True)
    within: Duration | None = column(Span(), "期限", "within")
    speed: str | None = column(Choice(SPEEDS), "未定期限的", "where no term is set")
    if_: str | None = column(
        Cel("incident"),
        "触发条件（CEL，关于 incident）",
        "owed if, in CEL on incident; always if not written",
    )
    condition: Text | None = column(Words(), "触发条件（文字）", "the condition in words")
    excused_if: Text | None = column(Words(), "可以不报的情形", "when it need not be told")
    obligation: Ref = column(to("obligation"), "依据条款", "the clause behind it", required=True)
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，须同时成立", "applies when all of these facts hold"
    )
    basis: str | None = column(
        Choice(
            {"law": both("法定", "law"), "house": both("内部规则（建议值，非法定）", "house rule")}
        ),
        "期限的依据",
        "where the term comes from",
    )
