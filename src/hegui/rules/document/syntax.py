"""A YAML syntax error."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/syntax",
    severity=Severity.HIGH,
    title=both(
        "YAML 语法错误",
        "A YAML syntax error",
    ),
    message=both(
        "语法错误：{reason}",
        "Syntax error: {reason}",
    ),
    remedy=both(
        "{hint}。",
        "{hint}.",
    ),
    why=both(
        "语法不通的文档没有确定的含义。",
        "A document that does not parse has no certain meaning.",
    ),
)
