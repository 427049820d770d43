"""A link leads out of the repository."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/outside",
    severity=Severity.HIGH,
    title=both(
        "链接指向仓库之外",
        "A link leads out of the repository",
    ),
    message=both(
        "链接指向仓库之外或隐藏文件夹，未予读取",
        "This link leads out of the repository or into a hidden folder; it was not followed",
    ),
    remedy=both(
        "把文件放进仓库，或删除该链接。",
        "Put the file into the repository, or delete the link.",
    ),
    why=both(
        "仓库之外的内容不受评审，也不应在流水线里被读出来。",
        "What lies outside is not reviewed, and must not be shown by a pipeline.",
    ),
)
