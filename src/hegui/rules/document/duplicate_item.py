"""An item stands twice in a list."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/duplicate-item",
    severity=Severity.HIGH,
    title=both(
        "列表里有重复项",
        "An item stands twice in a list",
    ),
    message=both(
        "列表里“{key}”出现了两次",
        "“{key}” stands twice in the list",
    ),
    remedy=both(
        "只留一个，或改用不同的编号。",
        "Keep one, or give them different keys.",
    ),
    why=both(
        "列表中的每一项都靠自己的键辨认。",
        "Every item of a list is known by its key.",
    ),
)
