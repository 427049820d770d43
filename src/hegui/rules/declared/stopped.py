"""A declared rule keeps within its bounds of time and memory."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "declared/stopped",
    severity=Severity.CRITICAL,
    title=both("自定义规则被中止", "A declared rule that was stopped"),
    message=both(
        "规则 {subject} 超出时间或内存限额，已中止，所有对象未作判断",
        "The rule {subject} took too much time or memory and was stopped; it judged nothing",
    ),
    remedy=both(
        "减少嵌套的列表运算，不要成倍拼接文字；用 where 缩小范围。",
        "Nest fewer lists, do not double texts, and narrow its subjects by where.",
    ),
    why=both(
        "检查在不受信任的分支上运行，一条规则不能拖垮它。",
        "The check runs on branches of people not yet trusted; no rule may bring it down.",
    ),
)
