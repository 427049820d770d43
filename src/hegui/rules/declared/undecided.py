"""A declared rule gives an answer about each of its subjects."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "declared/undecided",
    severity=Severity.HIGH,
    title=both("自定义规则判断不了", "A declared rule that gives no answer"),
    message=both(
        "规则 {subject} 对 {count} 个对象给不出结论，如 {example}：{reason}",
        "The rule {subject} gives no answer about {count} of its subjects, as {example}: {reason}",
    ),
    remedy=both(
        "可能没写的字段，先用 has(…) 问有没有；或用 where 把这些对象排除在外。",
        "Ask has(…) first about a field that may not be written, or leave such subjects out by where.",
    ),
    why=both(
        "判断不了不等于通过。",
        "What was not decided has not passed.",
    ),
)
