"""Nesting is too deep."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/too-deep",
    severity=Severity.HIGH,
    title=both(
        "嵌套过深",
        "Nesting is too deep",
    ),
    message=both(
        "嵌套超过 {limit} 层，未再往下读",
        "This is nested more than {limit} levels deep; reading stopped",
    ),
    remedy=both(
        "减少层级。文档通常不超过五六层。",
        "Use fewer levels; a document seldom needs more than five or six.",
    ),
    why=both(
        "上限使不受信任的分支无法拖垮检查。",
        "The limit keeps a branch that is not trusted from bringing the check down.",
    ),
)
