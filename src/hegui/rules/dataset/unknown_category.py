"""The categories of a dataset are ones that the packs know."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.suggest import did_you_mean
from hegui.model.data_class import DataClass
from hegui.model.dataset import Dataset
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _known(dataset: Dataset, context: Context) -> bool:
    """Whether there is any catalogue of data classes."""
    known = bool(context.repository.all(DataClass))
    if not known:
        context.repository.complete("data-class")
    return known


@rule(
    "dataset/unknown-category",
    Dataset,
    severity=Severity.LOW,
    title=both("信息类别不在目录中", "A category that no catalogue knows"),
    message=both(
        "{subject}的类别 {category} 不在数据类别目录中",
        "The category {category} of {subject} is in no catalogue of data classes",
    ),
    remedy=both(
        "改用目录里的类别，或自己写一份 data-class。{hint}",
        "Use a class of the catalogue, or write a data-class of your own. {hint}",
    ),
    why=both(
        "类别决定是否敏感、最低级别与去向；认不出的类别什么也决定不了。",
        "A class decides sensitivity, grade and what moves; one that nobody knows decides nothing.",
    ),
    where=_known,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    known = [found.id for found in context.repository.all(DataClass)]
    for position, ref in enumerate(dataset.categories):
        if ref.id not in known:
            context.repository.complete("data-class")
            listed = isinstance(dataset.document.data["categories"], list)
            yield Fault(
                at=("categories", position) if listed else ("categories",),
                values={"category": ref.id, "hint": did_you_mean(ref.id, known)},
                discriminator=ref.id,
            )
