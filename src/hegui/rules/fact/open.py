"""A fact on which the law depends is stated by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import Source, kinds_read
from hegui.findings.severity import Severity
from hegui.model.fact import Fact
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _matters(fact: Fact, context: Context) -> bool:
    """Whether anything applies or not by this fact."""
    return any(link.field == "applies_when" for link in context.repository.incoming(fact))


@rule(
    "fact/open",
    Fact,
    severity=Severity.LOW,
    title=both("适用事实尚未声明", "A fact that nobody has stated"),
    message=both(
        "{subject}由仓库看不出，设置里也没有声明，只能按适用处理",
        "Neither the repository nor the settings decide {subject}; it is taken to apply",
    ),
    remedy=both(
        "在 hegui.yaml 的 facts 里写明是、否或不确定，并附理由。{question}",
        "State yes, no or uncertain under facts in hegui.yaml, with a reason. {question}",
    ),
    why=both(
        "没有人回答过的问题，审计时也答不上来。",
        "A question that nobody answered cannot be answered to an auditor either.",
    ),
    where=_matters,
)
def check(fact: Fact, context: Context) -> Iterator[Fault]:
    if context.answers[fact.id].source is Source.OPEN:
        context.repository.complete(*kinds_read(fact))
        yield Fault(values={"question": fact.question})
