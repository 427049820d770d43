"""Terms as messages write them."""

from __future__ import annotations

from hegui.model.duration import Duration
from hegui.source.bilingual import Text, both

_UNITS = {
    "hours": "小时", "days": "天", "working days": "个工作日", "weeks": "周", "months": "个月",
    "years": "年",
}  # fmt: skip


def term(duration: Duration) -> Text:
    """A duration as people say it."""
    return both(f"{duration.amount} {_UNITS[duration.unit]}", str(duration))
