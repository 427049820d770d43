"""There is no such pack."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "settings/unknown-pack",
    severity=Severity.HIGH,
    title=both(
        "没有这个规则包",
        "There is no such pack",
    ),
    message=both(
        "没有规则包“{id}”。{hint}",
        "There is no pack “{id}”. {hint}",
    ),
    remedy=both(
        "可用的规则包：{allowed}。",
        "The packs are: {allowed}.",
    ),
    why=both(
        "缺了规则包，就缺了要检查的要求。",
        "Without the pack there is nothing to check against.",
    ),
)
