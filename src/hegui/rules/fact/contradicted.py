"""What the settings state is not what the repository shows."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import Source, kinds_read
from hegui.findings.severity import Severity
from hegui.model.fact import VALUES, Fact
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "fact/contradicted",
    Fact,
    severity=Severity.HIGH,
    title=both("声明与仓库不符", "A stated fact that the repository contradicts"),
    message=both(
        "设置里声明{subject}为“{stated}”，而仓库显示为“{computed}”",
        "The settings state {subject} as “{stated}”, but the repository shows “{computed}”",
    ),
    remedy=both(
        "以仓库为准：删去这条声明，或更正仓库里的数据。",
        "The repository prevails: take the statement out, or mend the data.",
    ),
    why=both(
        "法律是否适用不由声明决定；把适用的说成不适用，缺口就看不见了。",
        "Whether law applies is not for a statement to decide: calling it off hides the gap.",
    ),
    where=lambda fact, context: context.answers[fact.id].stated is not None,
)
def check(fact: Fact, context: Context) -> Iterator[Fault]:
    answer = context.answers[fact.id]
    assert answer.stated is not None
    if answer.source is not Source.COMPUTED:
        context.repository.complete(*kinds_read(fact))
    elif answer.stated.value != answer.computed:
        yield Fault(
            place=answer.place,
            values={
                "stated": VALUES[answer.stated.value],
                "computed": VALUES[answer.computed],
            },
            related=(see(fact),),
        )
