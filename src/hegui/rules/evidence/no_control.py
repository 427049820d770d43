"""A record of a pass names the control that it shows to work."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.evidence import Evidence
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "evidence/no-control",
    Evidence,
    severity=Severity.HIGH,
    title=both("通过记录没有写明控制措施", "A pass that names no control"),
    message=both(
        "{subject}称 {requirement} 已达到，却没有写明靠的是哪项控制措施，不能算作证明",
        "{subject} says that {requirement} is met, names no control that does it, and counts for "
        "nothing",
    ),
    remedy=both(
        "在这一条 proves 里写上 control，即达成该目标的控制措施。",
        "Give this entry of proves its control, one that achieves the objective.",
    ),
    why=both(
        "证据证明的是某项措施有效；说不出是哪项措施，就谈不上证明。",
        "Evidence shows that a control works; where nobody can say which, it shows nothing.",
    ),
    where=lambda evidence, context: evidence.result == "pass",  # a failure counts without one
)
def check(evidence: Evidence, context: Context) -> Iterator[Fault]:
    for position, one in enumerate(evidence.proves):
        if one.control is not None:
            continue
        requirement = context.repository.find(one.requirement)
        if requirement is None:
            raise Unassessable(str(one.requirement))
        yield Fault(
            at=("proves", position, "requirement"),
            values={"requirement": one.requirement.id},
            discriminator=f"{one.requirement.id} {one.subject}",
            related=(see(requirement),),
        )
