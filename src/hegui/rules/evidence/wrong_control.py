"""The control that a record names achieves the objective that it is to prove."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/wrong-control",
    Evidence,
    severity=Severity.HIGH,
    title=both(
        "所列控制措施不达成该目标", "Evidence by a control that does not achieve the objective"
    ),
    message=both(
        "{subject}用{control}证明 {requirement}，而该措施并不达成 {objective}",
        "{subject} proves {requirement} by {control}, which does not achieve {objective}",
    ),
    remedy=both(
        "改写为达成该目标的控制措施，或在该措施的 achieves 里补上这个目标。",
        "Name a control that achieves it, or add the objective to what the control achieves.",
    ),
    why=both(
        "与目标无关的措施做得再好，也证明不了这个目标。",
        "However well a control works, it proves nothing of an objective it is not for.",
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, one in enumerate(evidence.proves):
        if one.control is None:
            continue
        control = context.repository.get(one.control, Control)
        objective = one.requirement.id.rpartition(":")[0]
        if objective in {ref.id for ref in control.achieves}:
            continue
        if (control.kind, control.id) in context.repository.dangling:
            raise Unassessable(control.id)  # it may be the objective that was misspelt
        if context.repository.find(one.requirement) is not None:
            yield Fault(
                at=("proves", position, "control"),
                values={
                    "control": context.name(control),
                    "requirement": one.requirement.id,
                    "objective": objective,
                },
                discriminator=f"{one.requirement.id} {one.subject}",
                related=(see(control, "achieves"),),
            )
