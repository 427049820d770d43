"""An anchor or an alias."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/alias",
    severity=Severity.HIGH,
    title=both(
        "使用了锚点或别名",
        "An anchor or an alias",
    ),
    message=both(
        "不支持锚点与别名“{written}”",
        "Anchors and aliases are not supported: “{written}”",
    ),
    remedy=both(
        "把内容直接写在需要的地方，或用编号引用另一份文档。",
        "Write the content where it is needed, or refer to another document by its id.",
    ),
    why=both(
        "别名让一处修改悄悄影响多处，评审时看不出来。",
        "An alias lets one edit change many places, which a reviewer does not see.",
    ),
)
