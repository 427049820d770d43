"""A rule that crashed has decided nothing."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "internal/rule-crashed",
    severity=Severity.CRITICAL,
    title=both("规则执行出错", "A rule crashed"),
    message=both(
        "规则 {rule} 执行出错（{error}），未能对{subject}作出判断",
        "The rule {rule} crashed on {subject} ({error}) and decided nothing",
    ),
    remedy=both(
        "这是程序缺陷。请把本条发现连同该文档报告给维护者；修复前门禁保持关闭。",
        "This is a defect of the program. Report this finding with the document; until it is "
        "mended the gate stays closed.",
    ),
    why=both(
        "未作出的判断不能算通过。",
        "What was not decided does not count as passed.",
    ),
)
