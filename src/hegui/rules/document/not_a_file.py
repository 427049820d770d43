"""Not a regular file."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/not-a-file",
    severity=Severity.HIGH,
    title=both(
        "不是普通文件",
        "Not a regular file",
    ),
    message=both(
        "这里应为普通文件，实际是{found}",
        "There should be a regular file here, but it is {found}",
    ),
    remedy=both(
        "换成普通的 YAML 文件，或将其删除。",
        "Put a regular YAML file here, or delete it.",
    ),
    why=both(
        "管道和设备可能让检查无限等待，因此从不打开。",
        "Pipes and devices may keep a check waiting for ever and are never opened.",
    ),
)
