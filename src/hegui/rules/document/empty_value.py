"""A field without a value."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/empty-value",
    severity=Severity.HIGH,
    title=both(
        "字段没有值",
        "A field without a value",
    ),
    message=both(
        "“{field}”后面没有值",
        "“{field}” has no value",
    ),
    remedy=both(
        "填上值，或删除这一行。",
        "Write the value, or delete the line.",
    ),
    why=both(
        "空值分不清是“没有”还是“忘了写”。",
        "An empty value does not tell “none” from “forgotten”.",
    ),
)
