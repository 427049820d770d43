"""Rules that an organisation or a pack declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.compound import ListOf, strings
from hegui.model.item import Item
from hegui.model.role import SEVERITIES
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Facts, String, Words
from hegui.source.bilingual import Text, both

STAGES = {
    "structure": both("结构", "structure"),
    "proof": both("证明", "proof"),
    "derived": both("推导", "derived"),
    "waiver": both("豁免", "waiver"),
}
RULE_ID = String(
    r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$",
    both("类别/名称，如 agreement/expired", "category/name as agreement/expired"),
)


@kind("rule", "规则", "rule", group="law", folders=("checks/rules",), catalogue=True)
class DeclaredRule(Item):
    """A predicate over items, written in CEL."""

    id: str = column(RULE_ID, "编号：类别/名称", "id: category/name", required=True)
    severity: str = column(Choice(SEVERITIES), "严重程度", "severity", required=True)
    stage: str | None = column(Choice(STAGES), "阶段", "stage")
    for_: str = column(String(), "适用类别", "the kind it is about", required=True)
    where: str | None = column(String(), "适用条件（CEL）", "where it applies, in CEL")
    require: str = column(String(), "须成立的条件（CEL）", "what must hold, in CEL", required=True)
    options: Mapping[str, Any] | None = column(Facts(), "可调参数", "options")
    at: str | None = column(String(), "发现所指的字段", "the field a finding points to")
    message: Text | None = column(Words(), "提示语", "message")
    remedy: Text | None = column(Words(), "整改办法", "remedy")
    why: Text | None = column(Words(), "理由", "why")
    references: tuple[str, ...] = many(strings(), "依据", "references")
    cases: tuple[Any, ...] = many(ListOf(Facts(), key=("name",)), "正反例", "good and bad cases")
