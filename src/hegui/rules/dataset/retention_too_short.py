"""Nothing is kept for less than the law asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from hegui.derive.answers import Value
from hegui.derive.law import standing
from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.model.duration import Duration
from hegui.model.retention_rule import RetentionRule
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_STARTS = [
    datetime(year, month, 1, tzinfo=UTC) for year in range(2000, 2004) for month in range(1, 13)
]
"""The months of four years, a leap year among them: in some of them a term is at its shortest."""


def _shorter(term: Duration, other: Duration) -> bool:
    """Whether a term may end before another: six months are 181 to 184 days."""
    return any(term.after(start) < other.after(start) for start in _STARTS)


@rule(
    "dataset/retention-too-short",
    Dataset,
    severity=Severity.HIGH,
    title=both("保存期短于法定", "Kept for less than the law asks"),
    message=both(
        "{subject}只保存 {keep}，{name}须保存不少于 {wanted}",
        "{subject} is kept for {keep}; {name} must be kept for {wanted} at least",
    ),
    remedy=both(
        "延长保存期，或说明由谁保存法定副本并把该类别移出。",
        "Keep it longer, or move the class out and say who keeps the copy that the law wants.",
    ),
    why=both(
        "法定保存期优先于“尽快删除”，早删与晚删同样违规。",
        "Statutory retention comes before deletion: too early is as wrong as too late.",
    ),
    references=("pipl#art-47", "aml-law-2024#art-34"),
    where=lambda dataset, context: (
        dataset.retention is not None and dataset.retention.keep is not None
    ),
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    assert dataset.retention is not None
    keep = dataset.retention.keep
    assert keep is not None
    context.repository.complete("retention-rule", "fact")
    held = {ref.id for ref in dataset.categories}
    for one in context.repository.all(RetentionRule):
        if one.keep is None or one.limit != "at-least" or one.basis != "law":
            continue
        if held.isdisjoint(ref.id for ref in one.classes):
            continue
        if standing(one.applies_when, context.answers).value is Value.NO:
            continue
        if _shorter(keep, one.keep):
            yield Fault(
                at=("retention", "keep"),
                values={
                    "keep": keep.words(),
                    "wanted": one.keep.words(),
                    "name": context.name(one),
                },
                discriminator=one.id,
                related=(see(one, "keep"),),
            )
