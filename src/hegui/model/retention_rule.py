"""Retention rules: how long the law wants records kept, or gone."""

from __future__ import annotations

from hegui.model.compound import references
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.regulation import CONFIDENCES
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Span, Words
from hegui.source.bilingual import Text, both

LIMITS = {
    "at-least": both("不少于", "at least"),
    "at-most": both("不超过", "at most"),
    "permanent": both("永久", "for ever"),
    "until-event": both("至事由消失", "until the event"),
}
BASES = {
    "law": both("法定", "law"),
    "recommended": both("推荐性标准", "recommended standard"),
    "house": both("内部规则（建议值，非法定）", "house rule (a proposal, not law)"),
}


@kind(
    "retention-rule",
    "留存规则",
    "retention rule",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class RetentionRule(Item):
    """One line of the retention matrix. Where several hold, the longest minimum prevails."""

    limit: str = column(Choice(LIMITS), "期限性质", "what sort of limit", required=True)
    keep: Duration | None = column(Span(), "期限", "how long")
    starts: Text = column(Words(), "起算点", "counted from what", required=True)
    basis: str = column(Choice(BASES), "依据的性质", "law or proposal", required=True)
    who: Text | None = column(Words(), "由谁保存", "who must keep it")
    obligations: tuple[Ref, ...] = many(references("obligation"), "依据条款", "clauses behind it")
    classes: tuple[Ref, ...] = many(
        references("data-class"), "所及数据类别", "data classes it is about"
    )
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，须同时成立", "applies when all of these facts hold"
    )
    confidence: str | None = column(Choice(CONFIDENCES), "核实程度", "how far it was verified")
