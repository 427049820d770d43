"""A dataset is graded at least as high as what is in it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.classes import classes
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "dataset/under-classified",
    Dataset,
    severity=Severity.MEDIUM,
    title=both("数据级别低于所含类别", "A dataset graded below what is in it"),
    message=both(
        "{subject}定为 {level} 级，而所含{name}不低于 {wanted} 级",
        "{subject} is graded {level}, but {name} in it is at least {wanted}",
    ),
    remedy=both(
        "按所含最高的类别定级，或把该类别移出这个数据集。",
        "Grade it by its highest class, or move that class out of it.",
    ),
    why=both(
        "就高定级：一个字段的级别决定整个数据集的保护。",
        "The highest field decides: what protects a dataset must be enough for all of it.",
    ),
    references=("dsl#art-21",),
    where=lambda dataset, context: dataset.classification is not None,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    level = dataset.classification
    assert level is not None
    above = [
        one for one in classes(dataset, context) if one.level is not None and one.level > level
    ]
    if above:
        highest = max(above, key=lambda one: (one.level, one.id))
        yield Fault(
            at=("classification",),
            values={"level": level, "wanted": highest.level, "name": context.name(highest)},
            related=(see(highest, "level"),),
        )
