"""An invisible control character."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/control-character",
    severity=Severity.HIGH,
    title=both(
        "含不可见的控制字符",
        "An invisible control character",
    ),
    message=both(
        "含不可见字符 {character}（{name}），本文件共 {count} 处",
        "There is an invisible character {character} ({name}); the file holds {count} of this kind",
    ),
    remedy=both(
        "删除该字符；从网页或文档粘贴的文字常会带入。",
        "Delete it; text pasted from a page or a document often brings such characters along.",
    ),
    why=both(
        "看不见的字符会让评审者看到的与程序读到的不一样。",
        "What cannot be seen makes the reviewer read one thing and the program another.",
    ),
)
