"""A key that is not a single word."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/complex-key",
    severity=Severity.HIGH,
    title=both(
        "键不是单个词",
        "A key that is not a single word",
    ),
    message=both(
        "键只能是单个词或数字",
        "A key must be a single word or number",
    ),
    remedy=both(
        "把键改成单个词；前面的“?”和括号通常是误写。",
        "Make the key a single word; a “?” or a bracket before it is mostly a slip.",
    ),
    why=both(
        "字段名都是单个词。",
        "All names of fields are single words.",
    ),
)
