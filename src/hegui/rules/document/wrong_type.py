"""A value of the wrong type."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/wrong-type",
    severity=Severity.HIGH,
    title=both(
        "值的类型不对",
        "A value of the wrong type",
    ),
    message=both(
        "“{field}”应为：{expected}；实际是{found}。{hint}",
        "“{field}” should be {expected}, but is {found}. {hint}",
    ),
    remedy=both(
        "按要求的形式改写。",
        "Write it in the form that is expected.",
    ),
    why=both(
        "值的含义由字段的类型决定，程序不猜。",
        "What a value means is settled by the type of its field; nothing is guessed.",
    ),
)
