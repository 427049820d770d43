"""No kind."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/missing-kind",
    severity=Severity.HIGH,
    title=both(
        "没有写 kind",
        "No kind",
    ),
    message=both(
        "文档没有写 kind，无法知道它是什么。{hint}",
        "The document has no kind, so it is not known what it is. {hint}",
    ),
    remedy=both(
        "在文档开头写上 kind，例如 kind: control。",
        "Write the kind at the top, for example kind: control.",
    ),
    why=both(
        "类别由 kind 决定，与所在文件夹无关。",
        "The kind decides what a document is; the folder only advises.",
    ),
)
