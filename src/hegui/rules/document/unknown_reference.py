"""A reference to nothing."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/unknown-reference",
    severity=Severity.HIGH,
    title=both(
        "引用的编号不存在",
        "A reference to nothing",
    ),
    message=both(
        "找不到{kind}“{id}”。{hint}",
        "There is no {kind} “{id}”. {hint}",
    ),
    remedy=both(
        "改正编号，或补上被引用的文档。",
        "Mend the id, or write the document that it names.",
    ),
    why=both(
        "断掉的引用意味着责任或证据落空。",
        "A reference that leads nowhere leaves a duty or a proof in the air.",
    ),
)
