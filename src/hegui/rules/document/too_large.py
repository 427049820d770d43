"""A file is too large."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/too-large",
    severity=Severity.HIGH,
    title=both(
        "文件过大",
        "A file is too large",
    ),
    message=both(
        "文件有 {size} 字节，超过上限 {limit} 字节",
        "This file has {size} bytes, more than the limit of {limit}",
    ),
    remedy=both(
        "拆成几个文件；附件不要写进 YAML，只记录摘要。",
        "Split it into several files; keep attachments out of YAML and record their digest.",
    ),
    why=both(
        "上限使不受信任的分支无法拖垮检查。",
        "The limit keeps a branch that is not trusted from bringing the check down.",
    ),
)
