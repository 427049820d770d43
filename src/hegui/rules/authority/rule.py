"""No change drops or softens a rule that the organisation has declared."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.rule import DeclaredRule
from hegui.model.whole import Whole
from hegui.rules.against import PROBLEM, REMEDY, based, before, changed, gone, removed, same
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
    for old in before(subject, context):
        was, now = Severity.of(old.severity), Severity.of(subject.severity)
        if now < was:
            problem = changed(subject, _SEVERITY, was.title, now.title, context)
            yield Fault(("severity",), {"problem": problem}, "severity")
        for field in _MEANING:
            if not same(old, subject, field):
                problem = _rewritten(subject, field, context)
                yield Fault((field,), {"problem": problem}, field)


def _rewritten(subject: DeclaredRule, field: str, context: Context) -> Text:
    name = context.name(subject)
    return both(
        f"改动了规则{name.get('zh')} 的 {field}，无法断定没有放松".replace("） 的", "）的"),
        f"In the rule {name.get('en')}, {field} was changed: nobody can say that it is no softer",
    )
