"""A failure that stands has an action."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import standing_failures
from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.evidence import Evidence
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.periods import live
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import both


@rule(
    "evidence/failure-without-action",
    Evidence,
    severity=Severity.HIGH,
    title=both("不通过，却没有整改事项", "A failure that nobody is to mend"),
    message=both(
        "{subject}不通过，却没有以它或其控制措施为来源的未完成整改事项",
        "{subject} failed, and no open action comes from it or from its control",
    ),
    remedy=both(
        "立一项 action，写明责任部门与期限，source 指向这条记录。",
        "Write an action with an owner and a due date whose source is this record.",
    ),
    why=both(
        "没有责任人和期限的不通过，会一直留在那里。",
        "A failure without an owner and a date stays where it is.",
    ),
    where=lambda evidence, context: evidence.result == "fail",
    stage=Stage.PROOF,
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    if not _stands(evidence, context):
        return
    controls = (context.repository.find(one.control) for one in evidence.proves if one.control)
    for source in (evidence, *controls):
        if source is None:
            raise Unassessable(evidence.id)
        if any(live(one, context) for one in context.repository.naming(source, Action, "source")):
            return
    context.repository.complete("action")
    yield Fault(at=("result",))


def _stands(evidence: Evidence, context: Context) -> bool:
    """Whether the failure of a record stands, for any of the requirements that it names.

    While some records are not understood, one of them may have made it good.
    """
    named = {one.requirement.id for one in evidence.proves}
    stands = any(
        one.source is evidence
        for name in sorted(named)
        if (found := context.derived.requirements.get(name)) is not None
        for proof in found.proofs
        for one in standing_failures(proof.showings)
    )
    if stands:
        context.repository.complete("evidence")
    return stands
