"""Rules that an organisation or a pack declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.compound import ListOf, strings
from hegui.model.item import Item
from hegui.model.role import SEVERITIES
from hegui.model.table import column, kind, many
from hegui.model.types import Cel, Choice, Facts, String, Words
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


OPTIONS = {
    "int": both("整数", "a whole number"),
    "double": both("小数", "a decimal number"),
    "string": both("文字", "text"),
    "bool": both("是或否", "yes or no"),
    "strings": both("文字列表", "a list of texts"),
}
"""The types that an option may have."""


@kind("rule", "规则", "rule", group="law", folders=("checks/rules",), catalogue=True)
class DeclaredRule(Item):
    """A predicate over items, written in CEL, with the cases that it is tried on."""

    id: str = column(RULE_ID, "编号：类别/名称", "id: category/name", required=True)
    formerly: tuple[str, ...] = many(
        strings(RULE_ID),
        "曾用编号，改名后沿用同一身份",
        "earlier ids, so that a rename keeps identity",
    )
    severity: str = column(Choice(SEVERITIES), "严重程度", "severity", required=True)
    stage: str | None = column(
        Choice(STAGES),
        "阶段；要问证明或剩余风险的写 derived，默认 structure",
        "stage: derived where it asks for proof or residuals; structure by default",
    )
    for_: str = column(
        String(),
        "适用类别，或 repository（整个仓库）",
        "the kind it is for, or repository",
        required=True,
    )
    each: str | None = column(
        String(), "逐项检查的列表字段", "a list of the subject whose items are judged one by one"
    )
    where: str | None = column(
        Cel("rule"), "适用条件（CEL），其余不适用", "where it applies, in CEL; nowhere else"
    )
    require: str = column(
        Cel("rule"), "须成立的条件（CEL）", "what must hold, in CEL", required=True
    )
    options: Mapping[str, Any] | None = column(
        Facts(), "参数：{名称: {type, default}}", "options: {name: {type, default}}"
    )
    at: str | None = column(
        String(), "发现所指的字段，如 clauses[a].hours", "the field a finding points to"
    )
    values: Mapping[str, Any] | None = column(
        Facts(), "提示语里的值：{名称: CEL}", "values for the message: {name: CEL}"
    )
    see: tuple[str, ...] = many(
        strings(),
        "一并指出的相邻条目（列表名）",
        "neighbours to point to, by the name of their list",
    )
    message: Text | None = column(Words(), "提示语", "message")
    remedy: Text | None = column(Words(), "整改办法", "remedy")
    why: Text | None = column(Words(), "理由", "why")
    references: tuple[str, ...] = many(strings(), "依据", "references")
    cases: tuple[Any, ...] = many(ListOf(Facts(), key=("name",)), "正反例", "good and bad cases")

    @property
    def bad_cases(self) -> int:
        """How many of its cases expect a finding."""
        return sum(bool(found) for found in self._expected())

    @property
    def good_cases(self) -> int:
        """How many of its cases expect that nothing is found."""
        return sum(not found for found in self._expected())

    @property
    def tried(self) -> bool:
        """Whether its cases show that it can tell a gap from none."""
        return bool(self.bad_cases and self.good_cases)

    def _expected(self) -> list[list[Any]]:
        cases = [case for case in self.cases if isinstance(case, Mapping)]
        found = [case.get("expect") for case in cases]
        return [one for one in found if isinstance(one, list)]
