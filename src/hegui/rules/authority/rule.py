"""No change drops or softens a rule that the organisation has declared."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.rule import DeclaredRule
from hegui.model.whole import Whole
from hegui.rules.against import (
    PROBLEM,
    REMEDY,
    based,
    before,
    changed,
    distinct,
    gone,
    removed,
    same,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_MEANING = ("stage", "for", "each", "where", "require", "options")
"""The fields that decide what a rule finds: whether a change of them softens it nobody can tell."""
_SEVERITY = both("严重程度", "the severity")


@rule(
    "authority/rule",
    DeclaredRule,
    Whole,
    severity=Severity.CRITICAL,
    title=both("删去或放松了自定义规则", "A declared rule dropped or softened"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "规则由其负责人维护；被规则拦下的变更，不能顺手把规则改了。",
        "Rules belong to those who answer for them; a change that a rule stops must not amend the "
        "rule on its way.",
    ),
    packs=False,
    where=based,
)
def check(subject: DeclaredRule | Whole, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        yield from (removed(old, context) for old in gone(DeclaredRule, context))
        return
    olds = before(subject, context)
    yield from distinct(fault for old in olds for fault in _compare(old, subject, context))


def _compare(old: DeclaredRule, new: DeclaredRule, context: Context) -> Iterator[Fault]:
    was, now = Severity.of(old.severity), Severity.of(new.severity)
    if now < was:
        problem = changed(new, _SEVERITY, was.title, now.title, context)
        yield Fault(("severity",), {"problem": problem})
    for field in _MEANING:
        if not same(old, new, field):
            yield Fault((field,), {"problem": _rewritten(new, field, context)})


def _rewritten(subject: DeclaredRule, field: str, context: Context) -> Text:
    name = context.name(subject)
    return both(
        f"改动了规则{name.get('zh')} 的 {field}，无法断定没有放松".replace("） 的", "）的"),
        f"In the rule {name.get('en')}, {field} was changed: nobody can say that it is no softer",
    )
