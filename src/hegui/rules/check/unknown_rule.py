"""An automated check names a rule that there is."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.check import Check
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "check/unknown-rule",
    Check,
    severity=Severity.HIGH,
    title=both("自动检查没有可用的规则", "An automated check without a rule"),
    message=both("{subject}{state}", "{subject} {state}"),
    remedy=both(
        "在 rule 里写上规则编号，可用 hegui list rule 查看；不自动执行的，把 method 改为 manual。",
        "Name a rule in rule (hegui list rule shows them), or set method to manual.",
    ),
    why=both(
        "没有规则的自动检查永远不会执行，看上去却像有人在查。",
        "An automated check without a rule never runs, and looks as if somebody checked.",
    ),
    where=lambda check, context: check.method == "automated",
)
def check(check: Check, context: Context) -> Iterator[Fault]:
    if check.rule is None:
        missing = both("没有写明所用的规则", "names no rule")
        yield Fault(at=("method",), values={"state": missing})
    elif check.rule not in context.rules:
        unknown = both(
            f"所用的规则 {check.rule} 不存在", f"names the rule {check.rule}; there is none"
        )
        yield Fault(at=("rule",), values={"state": unknown})
