"""Too many values."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/too-many-nodes",
    severity=Severity.HIGH,
    title=both(
        "内容过多",
        "Too many values",
    ),
    message=both(
        "本文件超过 {limit} 个值，未再往下读",
        "This file holds more than {limit} values; reading stopped",
    ),
    remedy=both(
        "拆成几个文件。",
        "Split it into several files.",
    ),
    why=both(
        "上限使不受信任的分支无法拖垮检查。",
        "The limit keeps a branch that is not trusted from bringing the check down.",
    ),
)
