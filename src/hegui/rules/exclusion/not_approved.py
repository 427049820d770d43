"""What is left out was approved by somebody who still answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import EXCLUSION_SEVERITY, empowered
from hegui.derive.coverage import mandatory
from hegui.findings.severity import Severity
from hegui.model.exclusion import Exclusion
from hegui.model.item import Part
from hegui.model.person import Person
from hegui.rules.context import Context, see
from hegui.rules.powers import lacking
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import Text, both

_MISSING = {
    "approved_by": both("没有写明批准人", "does not say who approved it"),
    "granted": both("没有写明批准日期", "does not say when it was approved"),
}


@rule(
    "exclusion/not-approved",
    Exclusion,
    severity=Severity.HIGH,
    title=both("排除未经有效批准", "An exclusion without valid approval"),
    message=both("{subject}{problem}", "{subject} {problem}"),
    remedy=both(
        "报在任的有权人批准，在 approved_by 和 granted 写明批准人与日期；不予批准的，删去这份排除。",
        "Have it approved by somebody in office, and write who and when as approved_by and "
        "granted; if it is not approved, delete the exclusion.",
    ),
    why=both(
        "少做一个目标是管理决定，须有人拍板并一直负责；没有批准的排除不算数。",
        "To leave an objective out is a decision of management that somebody must answer for; "
        "without approval it does not count.",
    ),
    where=lambda exclusion, context: context.clock.end(exclusion.expires) >= context.clock.as_of,
    stage=Stage.DERIVED,
)
def check(exclusion: Exclusion, context: Context) -> Iterator[Fault]:
    for field, problem in _MISSING.items():
        if getattr(exclusion, field) is None:
            yield Fault(at=(field,), values={"problem": problem})
    if exclusion.approved_by is None:
        return
    person = context.repository.get(exclusion.approved_by, Person)
    if person.left is not None and context.clock.end(person.left) < context.clock.as_of:
        yield Fault(
            at=("approved_by",),
            values={"problem": _left(exclusion, person, context)},
            related=(see(person, "left"),),
        )
    else:
        yield from _powerless(exclusion, person, context)


def _powerless(exclusion: Exclusion, person: Person, context: Context) -> Iterator[Fault]:
    """That the approver may not leave out what is so grave."""
    severity, grounds = severity_of(exclusion, context), context.grounds
    at = exclusion.granted or context.clock.as_of
    assert exclusion.approved_by is not None
    if empowered(exclusion.approved_by, "exclusion", severity, at, grounds):
        return
    grounds.authority.complete("person", "role")
    lack, grade = lacking(exclusion.approved_by, "exclusion", at, context), severity.title
    yield Fault(
        at=("approved_by",),
        values={
            "problem": both(
                f"由 {person.id} 批准，{lack.get('zh')}（此项须有“{grade.get('zh')}”级权限）",
                f"was approved by {person.id}, who {lack.get('en')} (this takes the power for "
                f"{grade.get('en')})",
            )
        },
        discriminator="power",
        related=(see(person),),
    )


def severity_of(exclusion: Exclusion, context: Context) -> Severity:
    """How grave it is to leave something out: critical what mandatory law demands, else medium."""
    objectives = [context.repository.find(ref) for ref in exclusion.objectives]
    if any(isinstance(one, Part) and mandatory(one, context.derived) for one in objectives):
        return Severity.CRITICAL
    context.repository.complete("regulation", "catalogue", "organization")
    return EXCLUSION_SEVERITY


def _left(exclusion: Exclusion, person: Person, context: Context) -> Text:
    """That the approver is gone: worse where he was gone when it was granted."""
    granted = exclusion.granted
    if granted is not None and context.clock.end(person.left) < context.clock.begin(granted):
        return both(
            f"的批准人 {person.id} 在批准之前已于 {person.left} 离职",
            f"was approved by {person.id}, who had left before that, on {person.left}",
        )
    return both(
        f"的批准人 {person.id} 已于 {person.left} 离职，须由在任者重新确认",
        f"was approved by {person.id}, who left on {person.left}; somebody in office must confirm "
        "it",
    )
