"""A declared rule has a case that finds something and one that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.rule import DeclaredRule
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_NONE = both("没有正反例", "has no cases")
_NO_BAD = both("没有应有发现的反例", "has no case in which something is found")
_NO_GOOD = both("没有应无发现的正例", "has no case in which nothing is found")


@rule(
    "declared/untested",
    DeclaredRule,
    severity=Severity.MEDIUM,
    title=both("自定义规则未经检验", "A declared rule that is not tried"),
    message=both("规则 {subject} {lack}", "The rule {subject} {lack}"),
    remedy=both(
        "在 cases 里至少写一个反例、一个正例，用 hegui test 检验；此前，依据它的自动检查什么也证明不了。",
        "Write at least one case of each in its cases and run hegui test. Until then an automated check "
        "by this rule proves nothing.",
    ),
    why=both(
        "条件写反、写漏的规则同样会“通过”，不试就看不出来。",
        "A rule whose condition is the wrong way round passes too; only cases show it.",
    ),
    packs=False,
)
def check(declared: DeclaredRule, context: Context) -> Iterator[Fault]:
    if not declared.bad_cases and not declared.good_cases:
        lack = _NONE
    elif not declared.bad_cases:
        lack = _NO_BAD
    elif not declared.good_cases:
        lack = _NO_GOOD
    else:
        return
    yield Fault(at=("cases",), values={"lack": lack})
