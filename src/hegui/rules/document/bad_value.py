"""A value that is not written rightly."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/bad-value",
    severity=Severity.HIGH,
    title=both(
        "值的写法不对",
        "A value that is not written rightly",
    ),
    message=both(
        "不合要求：{found}。应为：{expected}",
        "Not right here: {found}; expected is {expected}",
    ),
    remedy=both(
        "改为：{expected}。",
        "Write {expected}.",
    ),
    why=both(
        "只有写法确定，含义才确定。",
        "Only what is written in one way means one thing.",
    ),
)
