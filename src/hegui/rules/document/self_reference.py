"""A reference to itself."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/self-reference",
    severity=Severity.HIGH,
    title=both(
        "引用了自己",
        "A reference to itself",
    ),
    message=both(
        "“{found}”引用了自己",
        "“{found}” names itself",
    ),
    remedy=both(
        "改为真正要引用的对象，或删除。",
        "Name what is really meant, or delete it.",
    ),
    why=both(
        "承接人、上级或再受托方不能是自己。",
        "Nobody succeeds, heads or subcontracts to itself.",
    ),
)
