"""Wording that the commands about the law share."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hegui.cli.language import Speech
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.derive.answers import Answer
    from hegui.model.duration import Duration
    from hegui.model.item import Entity

VALUES = {
    "yes": both("是", "yes"),
    "no": both("否", "no"),
    "uncertain": both("不确定", "uncertain"),
}
SOURCES = {
    "computed": both("由仓库得出", "from the repository"),
    "stated": both("设置中声明", "stated in the settings"),
    "open": both("尚未声明", "not stated yet"),
}
_UNVERIFIED = {
    "secondary": both("〔据二手资料，未核原文〕", "[secondary source, not verified]"),
    "memory": both("〔凭记忆，未核实〕", "[from memory, not verified]"),
}
_UNITS = {
    "hours": "小时", "days": "天", "working days": "个工作日", "weeks": "周", "months": "个月",
    "years": "年",
}  # fmt: skip


def unverified(entity: Entity) -> Text | None:
    """The mark that a clause bears until somebody has read it in the primary text."""
    from hegui.derive.law import confidence

    return _UNVERIFIED.get(confidence(entity))


def term(duration: Duration) -> Text:
    """A duration as people say it."""
    return both(f"{duration.amount} {_UNITS[duration.unit]}", str(duration))


def moment(instant: datetime) -> str:
    """An instant to the minute, with its zone."""
    return instant.isoformat(" ", "minutes")


def reason(answer: Answer) -> str:
    """What decides a fact: its title, its value, where that comes from and why."""
    say = Speech.say
    told = f"{say(answer.fact.title)}（{answer.fact.id}）" if Speech.language == "zh" else (
        f"{say(answer.fact.title)} ({answer.fact.id})"
    )
    told += f": {say(VALUES[answer.value])}, {say(SOURCES[answer.source])}"
    if answer.stated is not None and answer.source == "stated":
        told += f" – {say(answer.stated.reason)}"
    return told.replace(": ", "：", 1).replace(", ", "，", 1) if Speech.language == "zh" else told
