"""What is asked: whether a requirement applies, from when it is due, whether it is excluded."""

from __future__ import annotations

import pytest

from hegui.derive.answers import Value
from hegui.derive.asked import Asked, asked, exclusion_of, first_due, milestones_named
from hegui.model.reference import Ref
from tests.derive.helpers import SETTINGS, at
from tests.derive.small import (
    LOG,
    NOON,
    TICK,
    catalogue,
    grounds,
    objective,
    part,
    text,
)

DEAL = """
kind: transfer
id: deal
title: 转让
milestones:
- {id: cut-over, title: 切换, on: 2026-11-28}
- {id: closing, title: 交割, on: 2026-12-01T10:00+08:00}
"""
SECOND = """
kind: transfer
id: late
title: 二次转让
milestones:
- {id: closing, title: 交割, on: 2027-03-01}
- {id: opening, title: 开放, on: 2026-11-01}
"""
FACTS = """
{kind: fact, id: big, title: 大, question: 大否？, yes_if: 'datasets.size() > 0', no_if: 'true'}
---
{kind: fact, id: open, title: 开, question: 开否？}
---
{kind: fact, id: said, title: 说, question: 说否？}
"""
STATED = """
organization: acme
time_zone: Asia/Shanghai
facts: [{id: said, value: 'no', reason: 因。}]
"""
DATASET = "{kind: dataset, id: d, title: 数据}"


def of(
    requirement: str = "",
    *documents: str,
    more: str = "",
    as_of: str = NOON,
    settings: str = SETTINGS,
) -> Asked:
    """How the requirement ``c#o:a`` is asked, written with these fields."""
    one = objective("key: a" + (f", {requirement}" if requirement else ""), more=more)
    found = grounds(text(catalogue(one), LOG, *documents), as_of, settings)
    return asked(part(found, "requirement", "c#o:a"), part(found, "objective", "c#o"), found)


# Whether it applies


@pytest.mark.parametrize(
    ("own", "objectives", "documents", "value", "stated"),
    [
        ("", "", [], Value.YES, False),
        ("big", "", [DATASET], Value.YES, False),
        ("big", "", [], Value.NO, False),
        ("", "big", [], Value.NO, False),
        ("open", "", [], Value.UNCERTAIN, False),
        ("", "open", [], Value.UNCERTAIN, False),
        ("gone", "", [], Value.UNCERTAIN, False),
        ("said", "", [], Value.NO, True),
        ("", "said", [], Value.NO, True),
        # what the repository shows makes it not applicable as well: not by the statement alone
        ("big", "said", [], Value.NO, False),
        ("said", "big", [], Value.NO, False),
        ("said", "big", [DATASET], Value.NO, True),
        ("open", "said", [], Value.NO, True),
        ("open", "big", [], Value.NO, False),
    ],
)
def test_it_applies_unless_a_fact_says_no(
    own: str, objectives: str, documents: list[str], value: Value, stated: bool
) -> None:
    found = of(
        f"applies_when: [{own}]" if own else "",
        FACTS,
        *documents,
        more=f", applies_when: [{objectives}]" if objectives else "",
        settings=STATED,
    )

    assert found.scope.value is value
    assert found.applies is (value is not Value.NO)
    assert found.only_stated is stated


def test_the_facts_that_decide_are_told() -> None:
    found = of("applies_when: [said]", FACTS, more=", applies_when: [big, open]", settings=STATED)

    assert [answer.fact.id for answer in found.scope.deciding] == ["big", "said"]
    assert found.requirement.id == "c#o:a"
    assert found.objective.id == "c#o"


@pytest.mark.parametrize(
    ("facts", "document", "unread"),
    [
        ("big", "{kind: dataset, id: d}", True),
        ("open, big", "{kind: dataset, id: d}", True),  # one such fact is enough
        ("big, open", "{kind: dataset, id: d}", True),
        (
            "open",
            "{kind: dataset, id: d}",
            False,
        ),  # nobody has said: that is not for want of reading
        ("big", "{kind: vendor, id: v}", False),
        ("big", DATASET, False),
        ("said, big", "{kind: dataset, id: d}", False),  # it does not apply, whatever big is
    ],
)
def test_where_what_a_fact_reads_was_not_understood_nobody_can_say(
    facts: str, document: str, unread: bool
) -> None:
    assert of(f"applies_when: [{facts}]", FACTS, document, settings=STATED).unread is unread


# From when it is due


@pytest.mark.parametrize(
    ("own", "objectives", "due_at", "by"),
    [
        ("", "", None, None),
        ("cut-over", "", "2026-11-28 00:00", "deal#cut-over"),
        ("closing", "", "2026-12-01 10:00", "deal#closing"),
        ("", "closing", "2026-12-01 10:00", "deal#closing"),
        ("closing", "cut-over", "2026-12-01 10:00", "deal#closing"),  # its own word prevails
        ("closing, cut-over", "", "2026-11-28 00:00", "deal#cut-over"),
        ("cut-over, closing", "", "2026-11-28 00:00", "deal#cut-over"),
        ("closing, 'deal#closing'", "", "2026-12-01 10:00", "deal#closing"),  # named twice
        ("nowhere", "", None, None),
        ("nowhere, closing", "", "2026-12-01 10:00", "deal#closing"),
        ("nowhere", "closing", None, None),
    ],
)
def test_it_is_due_by_the_first_of_its_milestones(
    own: str, objectives: str, due_at: str | None, by: str | None
) -> None:
    found = of(
        f"due: [{own}]" if own else "",
        DEAL,
        more=f", due: [{objectives}]" if objectives else "",
    )

    assert found.due_at == (due_at and at(due_at))
    assert (found.by and found.by.id) == by


@pytest.mark.parametrize(
    ("name", "due_at", "by"),
    [
        ("closing", "2026-12-01 10:00", "deal#closing"),
        ("late#closing", "2027-03-01 00:00", "late#closing"),
        ("opening", "2026-11-01 00:00", "late#opening"),
    ],
)
def test_a_short_name_means_the_milestone_of_every_transfer(
    name: str, due_at: str, by: str
) -> None:
    found = of(f"due: ['{name}']", DEAL, SECOND)

    assert found.due_at == at(due_at)
    assert found.by is not None
    assert found.by.id == by


def test_milestones_by_name() -> None:
    found = grounds(text(DEAL, SECOND)).repository

    def names(name: str) -> list[str]:
        return [one.id for one in milestones_named(Ref("milestone", name), found)]

    assert names("closing") == ["deal#closing", "late#closing"]
    assert names("late#closing") == ["late#closing"]
    assert names("nowhere") == []
    assert not milestones_named(Ref("milestone", "closing"), grounds(LOG).repository)


def test_of_milestones_at_one_instant_the_first_by_id_is_named() -> None:
    twin = DEAL.replace("id: deal", "id: again")
    found = grounds(text(DEAL, twin))

    at_, by = first_due([Ref("milestone", "closing")], found)
    assert at_ == at("2026-12-01 10:00")
    assert by is not None
    assert by.id == "again#closing"
    back = [Ref("milestone", "deal#closing"), Ref("milestone", "again#closing")]
    assert [first_due(refs, found)[1] for refs in (back, back[::-1])] == [by, by]


def test_due_from_the_milestone_on() -> None:
    found = of("due: [closing]", DEAL)
    closing = at("2026-12-01 10:00")

    assert [found.due(closing + n * TICK) for n in (-1, 0, 1)] == [False, True, True]
    assert of().due(at("2000-01-01"))


# Whether it is excluded


def exclusion(id_: str = "x", objectives: str = "c#o", more: str = "") -> str:
    return f"{{kind: exclusion, id: {id_}, title: 排除, objectives: [{objectives}], reason: 因。{more}}}"


P = "{kind: person, id: p-001, department: it}"
GRANTED = ", approved_by: p-001, granted: 2026-11-20, expires: 2026-11-25"


@pytest.mark.parametrize(
    ("documents", "found"),
    [
        ([], None),
        ([exclusion(more=GRANTED)], "x"),
        ([exclusion(more=", approved_by: p-001")], "x"),
        ([exclusion()], None),  # nobody approved it
        ([exclusion(more=", granted: 2026-11-20")], None),
        ([exclusion(objectives="c#p", more=GRANTED)], None),
        ([exclusion(objectives="c#p, c#o", more=GRANTED)], "x"),
        ([exclusion("y", more=GRANTED), exclusion("x", more=GRANTED)], "x"),
        ([exclusion("x", more=GRANTED), exclusion("y", more=GRANTED)], "x"),
        ([exclusion("x"), exclusion("y", more=GRANTED)], "y"),
    ],
)
def test_an_approved_exclusion_excludes(documents: list[str], found: str | None) -> None:
    excluded = of("", P, *documents).exclusion

    assert (excluded and excluded.id) == found


@pytest.mark.parametrize(
    ("edge", "before", "on", "after"),
    [
        ("2026-11-20 00:00", None, "x", "x"),
        ("2026-11-25 23:59:59.999999", "x", "x", None),
    ],
)
def test_an_exclusion_holds_from_its_first_to_its_last_instant(
    edge: str, before: str | None, on: str | None, after: str | None
) -> None:
    held = []
    for n in (-1, 0, 1):
        as_of = (at(edge) + n * TICK).replace(tzinfo=None).isoformat(" ")
        excluded = of("", P, exclusion(more=GRANTED), as_of=as_of).exclusion
        held.append(excluded and excluded.id)
    assert held == [before, on, after]


def test_what_else_names_an_objective_excludes_nothing() -> None:
    found = grounds(
        text(
            catalogue(objective("key: a")),
            LOG,
            "{kind: control, id: k, title: 措施, statement: 做。, status: retired, achieves: [c#o]}",
        )
    )

    assert exclusion_of(part(found, "objective", "c#o"), found) is None
