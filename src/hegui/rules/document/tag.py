"""A type tag."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/tag",
    severity=Severity.HIGH,
    title=both(
        "使用了类型标签",
        "A type tag",
    ),
    message=both(
        "不支持类型标签“{tag}”",
        "Type tags are not supported: “{tag}”",
    ),
    remedy=both(
        "删除标签；字段的类型由字段表决定。",
        "Delete the tag; the type of a field is given by the field table.",
    ),
    why=both(
        "标签能让某些解析器执行代码，本程序从不执行。",
        "Tags make some parsers run code; this program never does.",
    ),
)
