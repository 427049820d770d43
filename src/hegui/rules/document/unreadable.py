"""A file cannot be read."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/unreadable",
    severity=Severity.HIGH,
    title=both(
        "文件无法读取",
        "A file cannot be read",
    ),
    message=both(
        "无法读取：{reason}",
        "This cannot be read: {reason}",
    ),
    remedy=both(
        "检查文件权限与磁盘，使检查程序能够读取它。",
        "See to the permissions and the disk, so that the checker can read it.",
    ),
    why=both(
        "读不到的文件里可能正有缺口，因此不能算通过。",
        "A file that cannot be read may hold the very gap; it does not count as passed.",
    ),
)
