"""One record does not prove two requirements that are to be met apart."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.catalogue import Catalogue
from hegui.model.evidence import Evidence
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/counted-twice",
    Evidence,
    severity=Severity.HIGH,
    title=both("同一记录重复计算", "One record counted twice"),
    message=both(
        "{subject}同时用于 {first} 和 {second}，两者须各有其证",
        "{subject} is used for both {first} and {second}, which need proof of their own",
    ),
    remedy=both(
        "只留其一，另一项另立证据；两项都写的，两项都不计。",
        "Keep one and record the other apart; a record that names both counts for neither.",
    ),
    why=both(
        "相近的要求各看一面：一次演练按期举行，不等于演练结果达标。",
        "Requirements that sound alike look at different sides: a drill held on time is not yet a "
        "drill that went well.",
    ),
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    named = sorted({one.requirement.id for one in evidence.proves})  # the same in whatever order
    found = False
    for catalogue in context.repository.all(Catalogue):
        for number, split in enumerate(catalogue.splits):
            apart = {ref.id for ref in split.once}
            counted = [name for name in named if _objective(name) in apart]
            for name in counted[1:]:
                if _objective(name) != _objective(counted[0]):
                    found = True
                    yield Fault(
                        at=("proves", _position(evidence, name), "requirement"),
                        values={"first": counted[0], "second": name},
                        discriminator=f"{name} {catalogue.id} {split.id}",
                        related=(see(catalogue, "splits", number),),
                    )
    if not found and len(set(map(_objective, named))) > 1:
        context.repository.complete("catalogue")


def _position(evidence: Evidence, requirement: str) -> int:
    return next(n for n, one in enumerate(evidence.proves) if one.requirement.id == requirement)


def _objective(requirement: str) -> str:
    return requirement.rpartition(":")[0]
