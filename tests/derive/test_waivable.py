"""What nobody can waive, and who mends it."""

from __future__ import annotations

import pytest

from hegui.derive.mending import due, mending
from hegui.derive.waivable import Claim, Why, never
from hegui.findings.finding import Subject
from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.repository import Unassessable
from tests.derive.small import LOG, catalogue, control, derived, objective, record, text

ACT = (
    "{kind: regulation, id: act, title: 法, force: mandatory, obligations: "
    "[{ref: a1, nature: duty, summary: 要旨。, confidence: primary}, "
    "{ref: a2, nature: right, summary: 要旨。, confidence: primary}]}"
)
SERVES = catalogue(objective("key: a", more=", satisfies: [act#a1]"), objective("key: a", ref="p"))


def claim(rule: str, subject: str, severity: Severity = Severity.MEDIUM, *references: str) -> Claim:
    kind, _, name = subject.partition("/")
    return Claim(rule, Subject(kind, name), severity, references)


HIGH, CRITICAL, MEDIUM = Severity.HIGH, Severity.CRITICAL, Severity.MEDIUM


@pytest.mark.parametrize(
    ("asked", "why", "clause"),
    [
        (claim("vendor/no-agreement", "vendor/v"), None, None),
        (claim("document/tab", "document/x"), Why.CATEGORY, None),
        (claim("authority/role", "role/x"), Why.CATEGORY, None),
        (claim("requirement/unknown", "requirement/c#p:a"), Why.UNKNOWN, None),
        (claim("requirement/failed", "requirement/c#o:a"), Why.LAW, "act#a1"),
        (claim("requirement/failed", "requirement/c#p:a"), None, None),
        (claim("objective/no-control", "objective/c#o"), Why.LAW, "act#a1"),
        (claim("obligation/deadline-missed", "obligation/act#a1"), Why.LAW, "act#a1"),
        (claim("obligation/deadline-missed", "obligation/act#a2"), None, None),
        (claim("vendor/no-agreement", "vendor/v", HIGH, "act#a1"), Why.LAW, "act#a1"),
        (claim("vendor/no-agreement", "vendor/v", CRITICAL, "act#a2", "act#a1"), Why.LAW, "act#a1"),
        (claim("vendor/no-agreement", "vendor/v", HIGH, "act#a2"), None, None),
        (claim("vendor/no-agreement", "vendor/v", HIGH, "act#gone"), None, None),
        (claim("vendor/no-agreement", "vendor/v", MEDIUM, "act#a1"), None, None),
        (claim("control/no-check", "control/k"), None, None),
    ],
)
def test_why_nobody_can_waive_it(asked: Claim, why: Why | None, clause: str | None) -> None:
    found = never(asked, derived(text(LOG, ACT, SERVES, control())))

    assert (found.why if found else None) == why
    assert (found.clause.id if found and found.clause else None) == clause


BROKEN = ACT.replace("nature: duty", "nature: duti")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (claim("requirement/failed", "requirement/c#p:a"), False),
        (claim("vendor/no-agreement", "vendor/v", HIGH, "act#a1"), False),
        (claim("vendor/no-agreement", "vendor/v", HIGH), True),
        (claim("vendor/no-agreement", "vendor/v", MEDIUM, "act#a1"), True),
    ],
)
def test_law_that_was_not_understood_may_be_what_it_rests_on(asked: Claim, told: bool) -> None:
    found = derived(text(LOG, BROKEN, SERVES))
    if told:
        assert never(asked, found) is None
    else:
        with pytest.raises(Unassessable):
            never(asked, found)


def action(id_: str, due: str, source: str, more: str = "") -> str:
    return (
        f"{{kind: action, id: {id_}, title: 整改, owner: it, due: {due}, source: [{source}]{more}}}"
    )


def test_who_mends_it() -> None:
    found = derived(
        text(
            LOG,
            SERVES,
            control(),
            record("f", "2026-11-20", "fail"),
            action("later", "2026-12-20", "control/k"),
            action("soon", "2026-12-01", "control/k"),
            action("done", "2026-12-01", "control/k", ", done: 2026-11-20"),
            action("never", "closing", "control/k"),
            action("record", "2026-12-05", "evidence/f"),
        )
    )
    repository, clock = found.grounds.repository, found.grounds.clock
    names = [one.id for one in mending(repository.items["control"]["k"], found)]
    of_requirement = [one.id for one in mending(repository.parts["requirement"]["c#o:a"], found)]

    assert names == ["soon", "later", "never"]
    assert of_requirement == ["record"]
    lost = repository.items["action"]["never"]
    assert isinstance(lost, Action)
    assert due(lost, clock) is None
