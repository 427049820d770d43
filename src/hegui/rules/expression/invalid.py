"""Every expression fits what it sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hegui.expr.shape import BadFacts
from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.fact import Fact
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity, Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.expressions import expressions
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.expr import cel

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
_NO_SUBJECT = both(
    "没有写 for_each，无对象可选", "without for_each there is nothing to choose from"
)
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


@rule(
    "expression/invalid",
    "requirement", Fact, IncidentClock,
    severity=Severity.HIGH,
    title=both("表达式有误", "An expression that cannot work"),
    message=both("{subject}的表达式有误：{problem}", "The expression of {subject} is wrong: {problem}"),
    remedy=both(
        "按所指位置改正；可用的名称见 hegui schema 与证据类型的 facts。{hint}",
        "Mend it at this place; the names it may use are in hegui schema and in the facts of the "
        "evidence type. {hint}",
    ),
    why=both(
        "写错字段名的检验要么永远不通过，要么永远通过。",
        "A test that misspells a field fails for ever, or passes for ever.",
    ),
    packs=False,
)  # fmt: skip
def check(subject: Entity, context: Context) -> Iterator[Fault]:
    from hegui.expr import cel

    try:
        written = list(expressions(subject, context.repository))
    except BadFacts as bad:  # evidence/unusable-type says so where they are declared
        raise Unassessable(str(bad)) from None
    if isinstance(subject, Part) and subject.record.where and not subject.record.for_each:
        yield Fault(at=("where",), values={"problem": _NO_SUBJECT, "hint": NOTHING})
    for at, text, sees in written:
        seen: Counter[tuple[str, str]] = Counter()
        for fault in cel.check(text, sees):
            problem, hint = _told(fault)
            seen[fault.what, fault.word] += 1
            yield Fault(
                at=at,
                within=min(fault.at, max(len(text.rstrip()) - 1, 0)),
                values={"problem": problem, "hint": hint},
                discriminator=f"{fault.what} {fault.word} {seen[fault.what, fault.word]}",
            )


def _told(fault: cel.Fault) -> tuple[Text, Text]:
    """What is wrong, in words, and a hint."""
    word = fault.word
    match fault.what:
        case "field":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个字段", f"there is no field “{word}”"), near
        case "name":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个名称", f"there is no name “{word}”"), near
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
