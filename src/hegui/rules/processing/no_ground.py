"""Every processing has a legal ground."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.processing import Processing
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "processing/no-ground",
    Processing,
    severity=Severity.HIGH,
    title=both("处理活动没有合法性基础", "Processing without a legal ground"),
    message=both("{subject}没有写明合法性基础", "{subject} names no legal ground"),
    remedy=both(
        "在 ground 里写上个保法第十三条的一项；没有依据的处理应停止。",
        "Name one of the grounds of PIPL art. 13 in ground; stop what has none.",
    ),
    why=both(
        "没有法定情形之一，就不得处理个人信息。",
        "Personal information may be processed only on one of the grounds of the law.",
    ),
    references=("pipl#art-13",),
)
def check(processing: Processing, context: Context) -> Iterator[Fault]:
    if processing.ground is None:
        yield Fault(at=("ground",))
