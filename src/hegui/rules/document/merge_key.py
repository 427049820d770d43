"""A merge key."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/merge-key",
    severity=Severity.HIGH,
    title=both(
        "使用了合并键",
        "A merge key",
    ),
    message=both(
        "不支持合并键“<<”",
        "The merge key “<<” is not supported",
    ),
    remedy=both(
        "把字段直接写出来。",
        "Write the fields out.",
    ),
    why=both(
        "合并键不属于 YAML 1.2，各工具的读法不一。",
        "Merge keys are no part of YAML 1.2; tools read them differently.",
    ),
)
