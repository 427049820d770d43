"""A link is broken or goes in a circle."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/broken-link",
    severity=Severity.HIGH,
    title=both(
        "链接失效或成环",
        "A link is broken or goes in a circle",
    ),
    message=both(
        "链接失效，或绕成了圈",
        "This link is broken or goes in a circle",
    ),
    remedy=both(
        "改正链接的目标，或删除该链接。",
        "Mend the target of the link, or delete the link.",
    ),
    why=both(
        "链接背后本应有文件。",
        "There should be a file behind the link.",
    ),
)
