"""A required field is missing."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/missing-field",
    severity=Severity.HIGH,
    title=both(
        "缺少必填字段",
        "A required field is missing",
    ),
    message=both(
        "缺少必填字段“{field}”（{help}）",
        "The required field “{field}” is missing ({help})",
    ),
    remedy=both(
        "补上“{field}”。",
        "Add “{field}”.",
    ),
    why=both(
        "没有它，这份文档说不清自己要说的事。",
        "Without it the document does not say what it is for.",
    ),
)
