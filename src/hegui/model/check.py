"""Checks: the procedures by which controls are tested."""

from __future__ import annotations

from hegui.model.compound import references, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.rule import RULE_ID
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Span, Words
from hegui.source.bilingual import Text, both

METHODS = {
    "manual": both("人工", "manual"),
    "automated": both("由规则自动检验", "automated, by a rule"),
}


@kind("check", "检查", "check", group="doing", folders=("checks",))
class Check(Item):
    """How a control is tested, and how often."""

    control: Ref = column(to("control"), "所检控制措施", "the control it tests", required=True)
    requirements: tuple[Ref, ...] = many(
        references("requirement"), "所证的要求", "requirements it proves"
    )
    method: str = column(Choice(METHODS), "方法", "method", required=True)
    rule: str | None = column(RULE_ID, "自动检查所用规则", "the rule, when automated")
    cadence: Duration | None = column(Span(), "频次", "cadence")
    performed_by: Ref | None = column(to("department", "vendor"), "由谁执行", "who performs it")
    procedure: Text | None = column(Words(), "步骤", "procedure")
