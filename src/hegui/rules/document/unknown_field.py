"""There is no such field."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/unknown-field",
    severity=Severity.HIGH,
    title=both(
        "没有这个字段",
        "There is no such field",
    ),
    message=both(
        "这里没有字段“{field}”。{hint}",
        "There is no field “{field}” here. {hint}",
    ),
    remedy=both(
        "可用的字段：{allowed}。",
        "The fields are: {allowed}.",
    ),
    why=both(
        "写错的字段名会让要求悄悄失效。",
        "A misspelt field silently loses what it was to say.",
    ),
)
