"""The settings must be one document."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "settings/one-document",
    severity=Severity.HIGH,
    title=both(
        "设置文件须恰有一份文档",
        "The settings must be one document",
    ),
    message=both(
        "hegui.yaml 里须恰有一份文档",
        "hegui.yaml must hold exactly one document",
    ),
    remedy=both(
        "只保留一份设置，删除多余的“---”。",
        "Keep one document and delete the surplus “---”.",
    ),
    why=both(
        "设置只能有一份，否则不知以哪份为准。",
        "There can be only one, or nobody knows which holds.",
    ),
)
