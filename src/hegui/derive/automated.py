"""Showings from automated checks: the unwaived outcome of a structure rule is the proof.

A rule proves only by what cannot be dropped to look better: were outcomes on controls counted, the
score would rise when a bad control is removed. So a rule about controls speaks of the check's own
control alone, and one about checks, records, actions, waivers, objectives or risks proves nothing:
it passes as soon as somebody drops one, or writes a promise down. A rule of one's own proves nothing
before its cases show that it can tell a gap from none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hegui.derive.dropped import PROMISED
from hegui.derive.grounds import Grounds
from hegui.derive.records import ambiguous, stands
from hegui.derive.showing import Level, Showing
from hegui.findings.finding import Outcome, Status
from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Repository
from hegui.model.rule import DeclaredRule

Outcomes = Mapping[str, Sequence[Outcome]]
"""The outcomes of the structure stage by rule, before any waiver."""


def automated(requirement: Part, outcomes: Outcomes, grounds: Grounds) -> Iterator[Showing]:
    """What the automated checks show of a requirement now, for each subject they speak of."""
    for check in grounds.repository.naming(requirement, Check, "requirements"):
        if check.method != "automated" or check.rule is None or ambiguous(check, grounds):
            continue
        by_rule = () if untried(check.rule, grounds.repository) else outcomes.get(check.rule, ())
        control = grounds.repository.find(check.control)
        if stands(control, requirement, grounds) is not None:
            continue
        assert isinstance(control, Control)
        usable = list(admitted(by_rule, control))
        for subject, some in _by_subject(usable, requirement.record.for_each):
            if (passed := _passed(some)) is not None:
                yield Showing(
                    check,
                    None,
                    subject,
                    grounds.clock.as_of,
                    passed,
                    level=Level.RECOMPUTED,
                    control=control,
                )


def untried(rule: str, repository: Repository) -> bool:
    """Whether a rule is declared here, without a case that finds something and one that does not."""
    declared = repository.items.get(DeclaredRule.kind, {}).get(rule)
    return isinstance(declared, DeclaredRule) and not declared.tried


def admitted(outcomes: Sequence[Outcome], control: Control) -> Iterator[Outcome]:
    """The outcomes of a rule that may prove something for a check of ``control``."""
    about_controls = any(outcome.subject.kind == "control" for outcome in outcomes)
    for outcome in outcomes:
        if about_controls:
            if outcome.subject == control.identity:
                yield outcome
        elif outcome.subject.kind not in PROMISED:
            yield outcome


def _by_subject(
    outcomes: list[Outcome], for_each: str | None
) -> Iterator[tuple[Ref | None, list[Outcome]]]:
    """The outcomes together, or apart for each item of the kind that is asked for."""
    if for_each is None:
        yield None, outcomes
        return
    for outcome in outcomes:
        if outcome.subject.kind == for_each:
            yield Ref(for_each, outcome.subject.id), [outcome]


def _passed(outcomes: Iterable[Outcome]) -> bool | None:
    """Whether a rule passed on all its subjects; ``None`` where it had none, or cannot tell."""
    found = {outcome.status for outcome in outcomes} - {Status.NOT_APPLICABLE}
    if Status.FAILED in found:
        return False
    return True if found == {Status.PASSED} else None
