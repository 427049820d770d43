"""A document that is not a mapping."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/not-a-mapping",
    severity=Severity.HIGH,
    title=both(
        "文档不是键值对",
        "A document that is not a mapping",
    ),
    message=both(
        "文档应由“名称: 值”组成，实际是{found}",
        "A document consists of “name: value”, but this is {found}",
    ),
    remedy=both(
        "{hint}。",
        "{hint}.",
    ),
    why=both(
        "每份文档都以 kind 说明自己是什么。",
        "Every document says with its kind what it is.",
    ),
)
