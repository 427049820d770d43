"""Every objective stands in an area of its own catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.loading.suggest import did_you_mean
from hegui.model.catalogue import Catalogue
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "objective/unknown-area",
    Catalogue,
    severity=Severity.HIGH,
    title=both("控制目标的领域不存在", "An objective in an area that is not there"),
    message=both(
        "{subject}没有领域 {area}，控制目标 {objective} 却写在其中",
        "{subject} has no area {area}, in which the objective {objective} is said to be",
    ),
    remedy=both(
        "改写 area，或在 areas 里补上这个领域。{hint}",
        "Mend area, or add the area to areas. {hint}",
    ),
    why=both(
        "不在任何领域里的目标，报告与放行条件都看不见它。",
        "An objective in no area is seen by no report and by no gate.",
    ),
    packs=False,
)
def check(catalogue: Catalogue, context: Context) -> Iterator[Fault]:
    areas = [area.id for area in catalogue.areas]
    for position, objective in enumerate(catalogue.objectives):
        if objective.area not in areas:
            yield Fault(
                at=("objectives", position, "area"),
                values={
                    "area": objective.area,
                    "objective": objective.ref,
                    "hint": did_you_mean(objective.area, areas),
                },
                discriminator=objective.ref,
            )
