"""An empty file or document."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/empty",
    severity=Severity.HIGH,
    title=both(
        "空文件或空文档",
        "An empty file or document",
    ),
    message=both(
        "这里没有任何内容",
        "There is nothing here",
    ),
    remedy=both(
        "补上文档，或删除空文件与多余的“---”。",
        "Write the document, or delete the empty file or the surplus “---”.",
    ),
    why=both(
        "空文件常是误删的结果。",
        "An empty file is often the result of a slip.",
    ),
)
