"""A reference to more than one thing."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/ambiguous-reference",
    severity=Severity.HIGH,
    title=both(
        "引用的名称有歧义",
        "A reference to more than one thing",
    ),
    message=both(
        "“{found}”可以指：{allowed}",
        "“{found}” may be any of: {allowed}",
    ),
    remedy=both(
        "写出全名，例如“项目#里程碑”。",
        "Write the full name, as “transfer#milestone”.",
    ),
    why=both(
        "有歧义的引用无法判断。",
        "What may be two things cannot be judged.",
    ),
)
