"""A tab used for indentation."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/tab",
    severity=Severity.HIGH,
    title=both(
        "用制表符缩进",
        "A tab used for indentation",
    ),
    message=both(
        "缩进用了制表符（共 {lines} 行）",
        "A tab is used for indentation ({lines} lines)",
    ),
    remedy=both(
        "缩进改用空格，每层两个。",
        "Indent with spaces, two for each level.",
    ),
    why=both(
        "YAML 不允许用制表符缩进。",
        "YAML does not allow tabs for indentation.",
    ),
)
