"""A declared rule can be used."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.rule import DeclaredRule
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "declared/invalid",
    DeclaredRule,
    severity=Severity.CRITICAL,
    title=both("自定义规则不可用", "A declared rule that cannot be used"),
    message=both(
        "规则 {subject} 不可用：{problem}", "The rule {subject} cannot be used: {problem}"
    ),
    remedy=both(
        "按所指位置改正，改好之前这条规则不作任何判断；可用的名称见 docs/rule-language.zh.md。{hint}",
        "Mend it at this place: until then the rule judges nothing. The names it may use are in "
        "docs/rule-language.md. {hint}",
    ),
    why=both(
        "写错的规则若被跳过，就像有人把关，其实没有。",
        "If a rule that is wrong were passed over, it would look as if somebody stood guard.",
    ),
    packs=False,
)
def check(declared: DeclaredRule, context: Context) -> Iterator[Fault]:
    from hegui.rules.soundness import faults  # which checks expressions, and not every run does

    yield from faults(declared, context)
