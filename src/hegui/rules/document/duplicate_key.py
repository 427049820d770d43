"""A key stands twice."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/duplicate-key",
    severity=Severity.HIGH,
    title=both(
        "键重复",
        "A key stands twice",
    ),
    message=both(
        "同一层里“{key}”出现了两次",
        "“{key}” stands twice at one level",
    ),
    remedy=both(
        "{hint}",
        "{hint}",
    ),
    why=both(
        "多数工具会悄悄取后一个，前一个就丢了。",
        "Most tools silently take the later one and lose the other.",
    ),
)
