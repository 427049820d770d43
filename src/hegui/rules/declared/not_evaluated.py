"""A declared rule that this version does not evaluate does not pass unseen."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.rule import DeclaredRule
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "declared/not-evaluated",
    DeclaredRule,
    severity=Severity.MEDIUM,
    title=both("自定义规则未执行", "A declared rule was not evaluated"),
    message=both(
        "本版本尚不执行自定义规则，{subject}未作判断",
        "This version does not evaluate declared rules; {subject} decided nothing",
    ),
    remedy=both(
        "升级到执行自定义规则的版本；在此之前不要依赖它。",
        "Upgrade to a version that evaluates them; do not rely on the rule until then.",
    ),
    why=both(
        "没有执行的规则不能让人以为已经把关。",
        "A rule that does not run must not look like a guard.",
    ),
)
def check(declared: DeclaredRule, context: Context) -> Iterator[Fault]:
    yield Fault(at=("require",))
