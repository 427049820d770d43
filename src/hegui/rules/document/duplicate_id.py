"""An id that is taken."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/duplicate-id",
    severity=Severity.HIGH,
    title=both(
        "编号重复",
        "An id that is taken",
    ),
    message=both(
        "{kind}“{id}”已经有了，本份未予采用",
        "There is a {kind} “{id}” already; this one was not used",
    ),
    remedy=both(
        "改用别的编号，或合并两份文档。",
        "Give it another id, or merge the two documents.",
    ),
    why=both(
        "引用一个编号时只能有一个答案。",
        "What an id names must be one thing.",
    ),
)
