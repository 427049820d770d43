"""Every expression fits what it sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegui.expr.shape import BadFacts
from hegui.findings.severity import Severity
from hegui.loading.suggest import NOTHING
from hegui.model.fact import Fact
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity, Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.expressions import expressions, told
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_NO_SUBJECT = both(
    "没有写 for_each，无对象可选", "without for_each there is nothing to choose from"
)


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
            problem, hint = told(fault)
            seen[fault.what, fault.word] += 1
            yield Fault(
                at=at,
                within=min(fault.at, max(len(text.rstrip()) - 1, 0)),
                values={"problem": problem, "hint": hint},
                discriminator=f"{fault.what} {fault.word} {seen[fault.what, fault.word]}",
            )
