"""A dataset with sensitive information says so."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.classes import classes
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "dataset/sensitive-not-marked",
    Dataset,
    severity=Severity.HIGH,
    title=both("含敏感个人信息，却未标明", "Sensitive information that is not marked"),
    message=both(
        "{subject}含{names}，属敏感个人信息，却标为不敏感或未标",
        "{subject} holds {names}, which is sensitive, and is not marked so",
    ),
    remedy=both(
        "写 sensitive: true；确不敏感的，把该类别移出。",
        "Write sensitive: true, or move the class out of it.",
    ),
    why=both(
        "单独同意、影响评估、严格保护都从这个标记开始。",
        "Separate consent, impact assessment and strict protection all start with this mark.",
    ),
    references=("pipl#art-28",),
    where=lambda dataset, context: not dataset.sensitive,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    found = [one for one in classes(dataset, context) if one.sensitive]
    if found:
        at = "sensitive" if dataset.sensitive is not None else "categories"
        yield Fault(
            at=(at,),
            values={"names": [context.name(one) for one in found]},
            related=tuple(see(one, "sensitive") for one in found),
        )
