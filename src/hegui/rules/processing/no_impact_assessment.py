"""What art. 55 lists is assessed before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.model.processing import Processing
from hegui.rules.classes import classes
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_MANNERS = {
    "entrusted": both("委托处理", "processing is entrusted"),
    "provided": both("向其他处理者提供", "data is provided to another handler"),
}
_BORDER = both("向境外提供", "data leaves the country")
_SENSITIVE = both("处理敏感个人信息", "sensitive information is processed")
_MISSING = both("没有影响评估", "there is no impact assessment")


@rule(
    "processing/no-impact-assessment",
    Processing,
    severity=Severity.HIGH,
    title=both("事前未作影响评估", "No impact assessment beforehand"),
    message=both(
        "{subject}已经开始，属于{reason}，{lack}",
        "{subject} has begun; {reason}, and {lack}",
    ),
    remedy=both(
        "暂停或限缩处理，补作影响评估，把日期和证据写进 impact_assessment。",
        "Suspend or limit it, assess the impact, and put date and evidence in impact_assessment.",
    ),
    why=both(
        "影响评估须在事前：处理已经开始，评估就改变不了什么。",
        "The assessment comes first: once processing has begun it can change little.",
    ),
    references=("pipl#art-55",),
    where=lambda processing, context: context.clock.begin(processing.from_) <= context.clock.as_of,
)
def check(processing: Processing, context: Context) -> Iterator[Fault]:
    reason = _reason(processing, context)
    if reason is None:
        return
    done = processing.impact_assessment
    if done is None:
        yield Fault(at=("impact_assessment",), values={"reason": reason, "lack": _MISSING})
    elif _late(processing, context):
        day = context.day(done.on)
        lack = both(f"影响评估却在 {day}，不在事前", f"its impact was assessed on {day} only")
        yield Fault(at=("impact_assessment", "on"), values={"reason": reason, "lack": lack})


def _late(processing: Processing, context: Context) -> bool:
    """Whether it was assessed after it had begun; where no start is written, only if not yet."""
    assert processing.impact_assessment is not None
    clock = context.clock
    started = clock.as_of if processing.from_ is None else clock.begin(processing.from_)
    return clock.begin(processing.impact_assessment.on) > started


def _reason(processing: Processing, context: Context) -> Text | None:
    if processing.manner in _MANNERS:
        return _MANNERS[processing.manner]
    if processing.cross_border:
        return _BORDER
    return _SENSITIVE if _sensitive(processing, context) else None


def _sensitive(processing: Processing, context: Context) -> bool:
    held = (context.repository.get(ref, Dataset) for ref in processing.datasets)
    return any(
        one.sensitive or any(known.sensitive for known in classes(one, context)) for one in held
    )
