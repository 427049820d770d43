"""Every expression fits what it sees."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.fact import Fact
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity
from hegui.rules.context import Context
from hegui.rules.expressions import expressions
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_TYPES = {
    "bool": both("是或否", "yes or no"),
    "int": both("整数", "a whole number"),
    "double": both("小数", "a decimal number"),
    "string": both("文字", "text"),
}


@rule(
    "expression/invalid",
    "requirement", Fact, IncidentClock,
    severity=Severity.HIGH,
    title=both("表达式写错了", "An expression that cannot work"),
    message=both("{subject}的表达式有误：{problem}", "The expression of {subject} is wrong: {problem}"),
    remedy=both(
        "按所指位置改正。{hint}可用的名称见 hegui schema 与证据类型的 facts。",
        "Mend it at this place. {hint} The names it may use are in hegui schema and in the facts "
        "of the evidence type.",
    ),
    why=both(
        "写错字段名的检验要么永远不通过，要么永远通过。",
        "A test that misspells a field fails for ever, or passes for ever.",
    ),
    packs=False,
)  # fmt: skip
def check(subject: Entity, context: Context) -> Iterator[Fault]:
    from hegui.expr import cel
    from hegui.expr.shape import BadFacts

    try:
        written = list(expressions(subject, context.repository))
    except BadFacts:
        return  # evidence-type/bad-facts says so where they are declared
    for at, text, sees in written:
        for fault in cel.check(text, sees):
            problem, hint = _told(fault)
            yield Fault(
                at=at,
                within=_offset(text, fault.line, fault.column),
                values={"problem": problem, "hint": hint},
                discriminator=f"{fault.what} {fault.word} {fault.line}:{fault.column}",
            )


def _told(fault: object) -> tuple[Text, Text]:
    from hegui.expr.cel import Fault as Found

    assert isinstance(fault, Found)
    word, hint = fault.word, NOTHING
    match fault.what:
        case "field":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个字段", f"there is no field “{word}”"), near
        case "name":
            near = did_you_mean(word, fault.known)
            return both(f"没有“{word}”这个名称", f"there is no name “{word}”"), near
        case "operator":
            hint = both(
                "整数与小数不能直接比较或运算，小数写成 1.0，或用 double(…)。",
                "Whole and decimal numbers do not mix: write 1.0, or use double(…).",
            )
            return (
                both(
                    f"“{word}”不能用于 {fault.detail} 这样的类型",
                    f"“{word}” cannot be used on the types {fault.detail}",
                ),
                hint,
            )
        case "result":
            kind = _TYPES.get(word, both(word, word))
            return (
                both(
                    f"结果应为是或否，现在是{kind.get('zh')}",
                    f"it must give yes or no and gives {kind.get('en')}",
                ),
                hint,
            )
        case "syntax":
            return both("写法不通，此处多了或少了什么", "its syntax is wrong: something here is missing or too much"), hint
    return both(fault.detail, fault.detail), hint


def _offset(text: str, line: int, column: int) -> int:
    """Where a line and column, both from 1, stand in the text."""
    start = sum(len(one) + 1 for one in text.split("\n")[: line - 1])
    return min(start + column - 1, max(len(text) - 1, 0))
