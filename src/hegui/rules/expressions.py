"""Expressions in documents: what the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hegui.derive.declared import seen
from hegui.expr import scope
from hegui.expr.said import Fault
from hegui.expr.shape import Shape, of_kind
from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.evidence_type import EvidenceType
from hegui.model.fact import Fact
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity, Part
from hegui.model.repository import Repository
from hegui.model.types import Path
from hegui.source.bilingual import Text, both

_TYPES = {
    "bool": both("是或否", "yes or no"),
    "int": both("整数", "a whole number"),
    "double": both("小数", "a decimal number"),
    "string": both("文字", "text"),
    "null": both("空值", "nothing"),
    "list": both("列表", "a list"),
    "map": both("键值对", "a mapping"),
    "hegui": both("一组字段", "a set of fields"),
}
_MIXED = both(
    "整数与小数不能混用：小数写成 1.0，或用 double(…) 换算。",
    "Whole and decimal numbers do not mix: write 1.0, or use double(…).",
)
_SLIPS = {
    "=": both("相等写作 ==。", "Equality is written ==."),
    "and": both("“并且”写作 &&。", "And is written &&."),
    "or": both("“或者”写作 ||。", "Or is written ||."),
    **dict.fromkeys(
        "‘’“”（），！＝＞＜：。、",
        both("引号与符号用英文半角。", "Quotes and signs are those of ASCII."),
    ),
}


class Written(NamedTuple):
    """An expression: where it stands in its subject, its text, and what it sees."""

    at: Path
    text: str
    sees: Mapping[str, Shape]


def expressions(subject: Entity, repository: Repository) -> Iterator[Written]:
    """All expressions of a requirement, a fact or an incident clock.

    Raises `Unassessable` or `BadFacts` where what they see is not known.
    """
    match subject:
        case Part(kind="requirement", record=record):
            if record.test is not None:
                type_ = repository.get(record.evidence, EvidenceType)
                yield Written(("test",), record.test, {"facts": seen(type_, repository)})
            if record.where is not None and record.for_each is not None:
                yield Written(("where",), record.where, scope.subject(record.for_each))
        case Fact():
            for name, text in (("yes_if", subject.yes_if), ("no_if", subject.no_if)):
                if text is not None:
                    yield Written((name,), text, scope.repository())
        case IncidentClock(if_=str(text)):
            yield Written(("if",), text, {"incident": of_kind("incident")})


def told(fault: Fault) -> tuple[Text, Text]:
    """What is wrong, in words, and a hint."""
    word = fault.word
    match fault.what:
        case "field":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个字段", f"there is no field “{word}”"), near
        case "name":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个名称", f"there is no name “{word}”"), near
        case "function":
            return _function(fault)
        case "operator":
            types = fault.detail.replace("hegui.", "")
            hint = _MIXED if "int" in types and "double" in types else NOTHING
            return both(f"“{word}”不能用于 {types}", f"“{word}” does not work on {types}"), hint
        case "result":
            kind = _TYPES.get(word.partition("<")[0].partition(".")[0], both(word, word))
            return (
                both(
                    f"结果应为是或否，现为{kind.get('zh')}",
                    f"it gives {kind.get('en')}, not yes or no",
                ),
                NOTHING,
            )
        case "syntax":
            return (
                both(
                    "语法不通，此处少了或多了什么",
                    "something is missing here, or too much",
                ),
                _SLIPS.get(word, NOTHING),
            )
    return both(fault.detail, fault.detail), NOTHING


def _function(fault: Fault) -> tuple[Text, Text]:
    word = fault.word
    if fault.detail == "later":
        return (
            both(f"此阶段不能用 {word}(…)", f"{word}(…) cannot be asked at this stage"),
            both(
                "问证明或剩余风险的规则，stage 写 derived。",
                "A rule that asks for it has stage: derived.",
            ),
        )
    near = did_you_mean(word, fault.known)
    return both(f"没有“{word}”这个函数", f"there is no function “{word}”"), near
