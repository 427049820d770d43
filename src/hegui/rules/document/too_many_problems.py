"""Too many problems."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "document/too-many-problems",
    severity=Severity.HIGH,
    title=both(
        "问题过多",
        "Too many problems",
    ),
    message=both(
        "本文件的问题已达 {limit} 个，未再往下读",
        "This file has {limit} problems already; reading stopped",
    ),
    remedy=both(
        "先改正前面的问题，再重新检查。",
        "Mend the problems above and check again.",
    ),
    why=both(
        "错误太多时，后面的多半是前面的后果。",
        "Where there are this many, the later ones mostly follow from the earlier.",
    ),
)
