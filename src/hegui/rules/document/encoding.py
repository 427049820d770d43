"""Not UTF-8."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/encoding",
    severity=Severity.HIGH,
    title=both(
        "不是 UTF-8 编码",
        "Not UTF-8",
    ),
    message=both(
        "此处字节 {byte} 不是 UTF-8{hint}",
        "The byte {byte} here is not UTF-8{hint}",
    ),
    remedy=both(
        "用编辑器把文件另存为 UTF-8 编码。",
        "Save the file as UTF-8 in your editor.",
    ),
    why=both(
        "编码读错，文字就会悄悄变样。",
        "Text that is read in the wrong encoding changes without a word.",
    ),
)
