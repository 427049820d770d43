"""A word that is not allowed here."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/not-allowed",
    severity=Severity.HIGH,
    title=both(
        "不在允许的取值之内",
        "A word that is not allowed here",
    ),
    message=both(
        "“{field}”不能是{found}。{hint}",
        "“{field}” cannot be {found}. {hint}",
    ),
    remedy=both(
        "改为以下之一：{allowed}。",
        "Write one of: {allowed}.",
    ),
    why=both(
        "固定的词表使全组织用同一种说法。",
        "A closed list makes the whole organisation use one language.",
    ),
)
