"""An automated check names requirements that its rule can prove."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.automated import untried
from hegui.derive.dropped import PROMISED
from hegui.findings.severity import Severity
from hegui.model.catalogue import SUBJECTS
from hegui.model.check import Check
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Rule, Stage, rule
from hegui.source.bilingual import Text, both

_LATER = both("要到结构检查之后才运行", "runs after the structure stage")
_READING = both("只管文档能否读懂", "is only about whether documents can be read")
_DROPPED = both(
    "所检的是可以删去的东西，删去即“通过”",
    "is about what can be dropped, and would pass once that is gone",
)
_UNTRIED = both(
    "没有同时带正例和反例，分不分得出好坏无从得知",
    "has not both a case that finds something and one that finds nothing, so that nobody knows "
    "whether it tells them apart",
)


def _rule(check: Check, context: Context) -> Rule | None:
    return context.rules.get(check.rule or "")


@rule(
    "check/cannot-prove",
    Check,
    severity=Severity.MEDIUM,
    title=both("自动检查证明不了所列要求", "An automated check that cannot prove what it names"),
    message=both(
        "{subject}所用规则 {rule} {reason}，不能证明 {requirement}",
        "The rule {rule} of {subject} {reason}: it cannot prove {requirement}",
    ),
    remedy=both(
        "换用合适的规则，或去掉这项要求，改由证据记录证明。",
        "Use another rule, or drop the requirement here and prove it by records.",
    ),
    why=both(
        "复算只有在说的是同一件事、且不能靠删除过关时，才算证明。",
        "Working it out again proves something only where it is about the same thing and cannot be "
        "passed by leaving things out.",
    ),
    where=lambda check, context: (
        check.method == "automated"
        and bool(check.requirements)
        and _rule(check, context) is not None
    ),
)
def check(check: Check, context: Context) -> Iterator[Fault]:
    used = _rule(check, context)
    assert used is not None
    for position, ref in enumerate(check.requirements):
        requirement = context.repository.find(ref)
        if not isinstance(requirement, Part):
            raise Unassessable(str(ref))
        if (reason := _reason(used, requirement, context)) is not None:
            yield Fault(
                at=("requirements", position),
                values={"rule": used.id, "reason": reason, "requirement": ref.id},
                discriminator=ref.id,
            )


def _reason(used: Rule, requirement: Part, context: Context) -> Text | None:
    if used.stage is Stage.DOCUMENT:
        return _READING
    if used.stage is not Stage.STRUCTURE:
        return _LATER
    if untried(used.id, context.repository):
        return _UNTRIED
    kinds = set(used.kinds)
    if "control" not in kinds and kinds <= PROMISED:
        return _DROPPED
    kind = requirement.record.for_each
    if kind is not None and (kind not in kinds or "control" in kinds):
        every = SUBJECTS[kind]
        return both(f"不逐一检查{every.get('zh')}", f"does not look at {every.get('en')}")
    return None
