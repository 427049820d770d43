"""A reference to the wrong kind."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/wrong-kind",
    severity=Severity.HIGH,
    title=both(
        "引用了别的类别",
        "A reference to the wrong kind",
    ),
    message=both(
        "这里不能引用“{found}”，应为{expected}。{hint}",
        "“{found}” cannot stand here; expected is {expected}. {hint}",
    ),
    remedy=both(
        "改为所要求的类别。",
        "Name an item of the kind that is expected.",
    ),
    why=both(
        "类别不对的引用说明写错了对象。",
        "A reference of the wrong kind names the wrong thing.",
    ),
)
