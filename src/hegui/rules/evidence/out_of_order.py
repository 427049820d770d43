"""What must come first was proved before the next thing was done."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Proof, proved_at
from hegui.derive.score import State
from hegui.derive.showing import Showing
from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


def _awaits(requirement: Part, context: Context) -> bool:
    judged = context.derived.requirements[requirement.id]
    return bool(requirement.record.after) and judged.state is not State.NOT_APPLICABLE


@rule(
    "evidence/out-of-order",
    "requirement",
    severity=Severity.HIGH,
    title=both("顺序颠倒", "Done before what must come first"),
    message=both(
        "“{subject}”{day} 已做（{record}），而须先证实的 {first} 当时尚未证实",
        "“{subject}” was done on {day} ({record}), when {first}, which must come first, was not proved",
    ),
    remedy=both(
        "查明是否造成不可逆后果；补做在先的一步，再复核本步，另立记录。",
        "See what can no longer be undone; do the first step, look at this one again and record that.",
    ),
    why=both(
        "核对之前销毁源数据，差错就再也查不出来。",
        "Where the source is destroyed before it is reconciled, no error can ever be found.",
    ),
    where=_awaits,
    stage=Stage.PROOF,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    if any(context.repository.find(ref) is None for ref in requirement.record.after):
        raise Unassessable(requirement.id)
    for proof in context.derived.requirements[requirement.id].proofs:
        for showing in proof.showings:
            if not (showing.passed and isinstance(showing.source, Evidence)):
                continue
            for first in _missing(requirement, proof, showing, context):
                context.repository.complete("evidence")
                yield Fault(
                    values={
                        "day": context.day(showing.at),
                        "record": showing.source.id,
                        "first": first,
                    },
                    discriminator=f"{first} {showing.source.id}",
                    place=showing.place,
                    related=(see(requirement, "after"),),
                )


def _missing(requirement: Part, proof: Proof, showing: Showing, context: Context) -> Iterator[str]:
    """The requirements that should have been proved when something was done, and were not."""
    for ref in requirement.record.after:
        judged = context.derived.requirements[ref.id]
        if judged.state in (State.NOT_APPLICABLE, State.EXCLUDED):
            continue
        first = judged.proofs
        if judged.requirement.record.for_each == requirement.record.for_each:
            first = tuple(one for one in first if one.subject is proof.subject)
        if not all(proved_at(one.showings, showing.at) for one in first):
            yield ref.id
