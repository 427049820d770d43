"""Roles: rank, and what may be approved with it."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.model.compound import ListOf, Record
from hegui.model.item import Item
from hegui.model.table import column, kind, many, record
from hegui.model.types import Choice, Integer, Words
from hegui.source.bilingual import Text, both

SEVERITIES = {severity.word: severity.title for severity in Severity}
DECISIONS = {
    "waiver": both("豁免", "waiver"),
    "exclusion": both("目标排除", "exclusion"),
    "acceptance": both("风险接受", "risk acceptance"),
    "assessment": both("第三方评估结论", "vendor assessment"),
    "gate": both("里程碑放行", "gate"),
}


@record
class Power:
    """One kind of decision, up to a severity."""

    decision: str = column(Choice(DECISIONS), "可批准的事项", "what may be approved", required=True)
    up_to: str | None = column(
        Choice(SEVERITIES),
        "最高严重程度；不写则不限",
        "up to which severity; any where not written",
    )


@kind("role", "角色", "role", group="organisation", folders=("controls",))
class Role(Item):
    """A role that people hold; a higher rank may approve graver things."""

    rank: int = column(Integer(1, 10), "级别，1 最低", "rank, 1 is the lowest", required=True)
    may_approve: tuple[Power, ...] = many(
        ListOf(Record(Power), key=("decision",)), "批准权限", "what it may approve"
    )
    description: Text | None = column(Words(), "说明", "description")
