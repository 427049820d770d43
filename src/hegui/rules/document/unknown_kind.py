"""There is no such kind."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/unknown-kind",
    severity=Severity.HIGH,
    title=both(
        "没有这种 kind",
        "There is no such kind",
    ),
    message=both(
        "没有这种 kind：{found}。{hint}",
        "There is no such kind: {found}. {hint}",
    ),
    remedy=both(
        "改为以下之一：{allowed}。",
        "Write one of: {allowed}.",
    ),
    why=both(
        "读不懂的文档不能算通过。",
        "A document that is not understood does not count as passed.",
    ),
)
