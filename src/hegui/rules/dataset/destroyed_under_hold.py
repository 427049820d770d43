"""Nothing is destroyed while a legal hold is in force."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.context import Context, see
from hegui.rules.holds import destroyed, held_at
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "dataset/destroyed-under-hold",
    Dataset,
    severity=Severity.CRITICAL,
    title=both("冻结期间被销毁", "Destroyed under a legal hold"),
    message=both(
        "{subject}于 {day} 销毁，当时处于法律冻结（{hold}）",
        "{subject} was destroyed on {day}, under the legal hold {hold}",
    ),
    remedy=both(
        "立即告知法务；保全备份、日志与审批记录，并向提出冻结的机关说明。",
        "Tell legal at once; secure backups, logs and approvals, and explain it to whoever asked for "
        "the hold.",
    ),
    why=both(
        "冻结的是证据：诉讼、调查未了时销毁，可能构成毁灭证据。",
        "What is held is evidence: to destroy it while a case or an inquiry is open may be to destroy "
        "evidence.",
    ),
    where=lambda dataset, context: bool(dataset.holds) and destroyed(dataset, context),
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    assert dataset.destroyed is not None
    instant = context.clock.begin(dataset.destroyed)
    for position, hold in held_at(dataset, instant, context):
        yield Fault(
            at=("destroyed",),
            values={"day": context.day(dataset.destroyed), "hold": hold.id},
            discriminator=hold.id,
            related=(see(dataset, "holds", position),),
        )
