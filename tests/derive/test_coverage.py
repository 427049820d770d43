"""Coverage: which clauses are counted, what serves them, and how far each is covered."""

from __future__ import annotations

from datetime import date

import pytest

from hegui.derive.answers import Value
from hegui.derive.coverage import (
    COVERED,
    LEFT_OUT,
    Chain,
    Covered,
    LeftOut,
    Row,
    capacities_of,
    chain,
    coverage,
    left_out,
    mandatory,
)
from hegui.derive.derived import Derived
from hegui.derive.law import Standing
from hegui.derive.proof import Found
from hegui.model.regulation import BOUND
from tests.derive.helpers import SETTINGS
from tests.derive.small import (
    LOG,
    NOON,
    catalogue,
    control,
    derived,
    objective,
    outcome,
    part,
    record,
    text,
)


def law(*clauses: str, more: str = "", force: str = "mandatory", id_: str = "act") -> str:
    """A regulation of some clauses, each as the fields beside its summary."""
    listed = ", ".join(f"{{summary: 要旨。, {one}}}" for one in clauses)
    return (
        f"{{kind: regulation, id: {id_}, title: 法, force: {force}, obligations: [{listed}]{more}}}"
    )


DUTY = "ref: a1, nature: duty"
ACT = law(DUTY)


def serves(*requirements: str, ref: str = "o", clauses: str = "act#a1", more: str = "") -> str:
    return objective(*requirements, ref=ref, more=f", satisfies: [{clauses}]{more}")


def of(*documents: str, as_of: str = NOON, settings: str = SETTINGS) -> Derived:
    return derived(text(LOG, *documents), as_of, settings=settings)


def row(*documents: str, as_of: str = NOON, settings: str = SETTINGS) -> Row:
    """The only counted obligation."""
    [one] = coverage(of(*documents, as_of=as_of, settings=settings)).rows
    return one


def test_the_words() -> None:
    assert [str(one) for one in Covered] == [
        "covered", "partly", "not", "unknown", "excluded", "not-applicable",
    ]  # fmt: skip
    assert set(COVERED) == set(Covered)
    assert [str(one) for one in LeftOut] == [
        "no-duty", "not-mandatory", "not-in-force", "binds-others",
    ]  # fmt: skip
    assert set(LEFT_OUT) == set(LeftOut)


# Which clauses are counted


@pytest.mark.parametrize(
    ("clause", "regulation", "reason"),
    [
        (DUTY, {}, None),
        ("ref: a1, nature: prohibition", {}, None),
        ("ref: a1, nature: right", {}, "no-duty"),
        ("ref: a1, nature: definition", {}, "no-duty"),
        ("ref: a1, nature: penalty", {}, "no-duty"),
        ("ref: a1, nature: guidance", {}, "no-duty"),
        # its own force prevails over that of the regulation
        (DUTY, {"force": "recommended"}, "not-mandatory"),
        (DUTY, {"force": "reference"}, "not-mandatory"),
        (f"{DUTY}, force: recommended", {}, "not-mandatory"),
        (f"{DUTY}, force: mandatory", {"force": "recommended"}, None),
        # in force from its first to its last day
        (f"{DUTY}, effective: 2026-11-23", {}, None),
        (f"{DUTY}, effective: 2026-11-24", {}, "not-in-force"),
        (f"{DUTY}, ends: 2026-11-23", {}, None),
        (f"{DUTY}, ends: 2026-11-22", {}, "not-in-force"),
        (DUTY, {"more": ", effective: 2026-11-24"}, "not-in-force"),
        (DUTY, {"more": ", ends: 2026-11-22"}, "not-in-force"),
        # whom it binds: its own word prevails here too
        (f"{DUTY}, binds: [handler]", {}, None),
        (f"{DUTY}, binds: [authority]", {}, "binds-others"),
        (f"{DUTY}, binds: [court, individual]", {}, "binds-others"),
        (f"{DUTY}, binds: [authority, handler]", {}, None),
        (DUTY, {"more": ", binds: [authority]"}, "binds-others"),
        (f"{DUTY}, binds: [handler]", {"more": ", binds: [authority]"}, None),
        # the first reason is told
        ("ref: a1, nature: right, force: reference", {}, "no-duty"),
        (f"{DUTY}, force: reference, ends: 2026-11-22", {}, "not-mandatory"),
        (f"{DUTY}, ends: 2026-11-22, binds: [court]", {}, "not-in-force"),
    ],
)
def test_which_clauses_are_counted(
    clause: str, regulation: dict[str, str], reason: str | None
) -> None:
    found = of(law(clause, **regulation))
    made = coverage(found)

    assert [one.obligation.id for one in made.rows] == ([] if reason else ["act#a1"])
    assert {str(why): count for why, count in made.left_out.items() if count} == (
        {reason: 1} if reason else {}
    )
    assert list(made.left_out) == list(LeftOut)
    told = left_out(part(found, "obligation", "act#a1"), date(2026, 11, 23), capacities_of(found))
    assert told == (LeftOut(reason) if reason else None)


def test_every_clause_is_counted_or_left_out() -> None:
    made = coverage(
        of(
            law(
                DUTY,
                "ref: a2, nature: right",
                "ref: a3, nature: right",
                "ref: a4, nature: duty, binds: [court]",
                "ref: a5, nature: prohibition",
            )
        )
    )

    assert [one.obligation.id for one in made.rows] == ["act#a1", "act#a5"]
    assert made.left_out == {
        LeftOut.NATURE: 2,
        LeftOut.FORCE: 0,
        LeftOut.TIME: 0,
        LeftOut.OTHERS: 1,
    }
    assert made.counts[Covered.NOT] == 2
    assert list(made.counts) == list(Covered)


@pytest.mark.parametrize(
    ("organizations", "expected"),
    [
        ([], set(BOUND) - {"authority", "court", "individual"}),
        (
            ["{kind: organization, id: acme, title: 甲, bound_as: [lender, handler]}"],
            {"lender", "handler", "anyone"},
        ),
        (
            ["{kind: organization, id: acme, title: 甲}"],
            set(BOUND) - {"authority", "court", "individual"},
        ),
        (
            ["{kind: organization, id: other, title: 乙, bound_as: [lender]}"],
            set(BOUND) - {"authority", "court", "individual"},
        ),
        (
            [
                "{kind: organization, id: abc, title: 乙, bound_as: [court]}",
                "{kind: organization, id: acme, title: 甲, bound_as: [authority]}",
            ],
            {"authority", "anyone"},
        ),
    ],
)
def test_in_which_capacities_the_law_binds(organizations: list[str], expected: set[str]) -> None:
    assert capacities_of(of(*organizations)) == expected


def test_what_binds_anyone_binds_us() -> None:
    lender = "{kind: organization, id: acme, title: 甲, bound_as: [lender]}"

    assert row(law(f"{DUTY}, binds: [anyone]"), lender).covered is Covered.NOT
    assert not coverage(of(law(f"{DUTY}, binds: [handler]"), lender)).rows


# How far it is covered

PASS = record("p", "2026-11-20")
FAIL = record("f", "2026-11-20", "fail")
VOID = record("v", "2026-11-20", by=None)
X = "{kind: exclusion, id: x, title: 排除, objectives: [c#o], reason: 因。, approved_by: p-001}"
BROKEN = "{kind: evidence, id: broken}"
DEAL = "{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-12-01}]}"


@pytest.mark.parametrize(
    ("asked", "documents", "expected"),
    [
        # nothing serves it
        ([], [], "not"),
        ([], [BROKEN], "unknown"),
        # an objective and nothing more
        ([serves("key: a")], [], "not"),
        ([serves("key: a")], [FAIL], "not"),
        ([serves("key: a")], [BROKEN], "unknown"),
        # a control, and nothing shows whether it works
        ([serves("key: a")], [control()], "unknown"),
        ([serves("key: a")], [control(), VOID], "unknown"),
        ([serves("key: a")], [control(status="planned")], "unknown"),
        ([serves("key: a")], [control(status="retired")], "not"),
        ([serves("key: a")], [control(), PASS], "covered"),
        ([serves("key: a")], [control(status="planned"), PASS], "covered"),
        # a control that is shown not to work
        ([serves("key: a")], [control(), FAIL], "not"),
        ([serves("key: a")], [control(), PASS, BROKEN], "unknown"),
        # some of what is asked
        ([serves("key: a", "key: b")], [control(), PASS], "partly"),
        ([serves("key: a", "key: b")], [control(), FAIL], "not"),
        # an objective that asks nothing can never be shown
        ([serves()], [control()], "unknown"),
        ([serves()], [], "not"),
        ([serves("key: a"), serves(ref="p")], [control(), PASS], "partly"),
        # every objective that serves it must be there
        ([serves("key: a"), serves("key: a", ref="p")], [control(), PASS], "partly"),
        (
            [serves("key: a"), serves("key: a", ref="p")],
            [control(), control("l", "c#p"), PASS, record("q", "2026-11-20", of="c#p:a", by="l")],
            "covered",
        ),
        ([serves("key: a"), serves("key: a", ref="p")], [control("l", "c#p")], "unknown"),
        # excluded
        ([serves("key: a")], [control(), PASS, X], "excluded"),
        ([serves("key: a")], [X], "excluded"),
        ([serves("key: a"), serves("key: a", ref="p")], [control(), PASS, X], "unknown"),
        ([serves("key: a"), serves("key: a", ref="p")], [X], "not"),
        (
            [serves("key: a"), serves("key: a", ref="p")],
            [X, control("l", "c#p"), record("q", "2026-11-20", of="c#p:a", by="l")],
            "partly",
        ),
        # what is due by now decides; all of it where nothing is due yet
        ([serves("key: a", "key: b, due: [closing]")], [control(), PASS], "covered"),
        ([serves("key: a", "key: b, due: [closing]")],
         [control(), PASS, record("f", "2026-11-20", "fail", of="c#o:b")], "partly"),
        ([serves("key: a, due: [closing]")], [control()], "unknown"),
        ([serves("key: a, due: [closing]")], [control(), PASS], "covered"),
        ([serves("key: a, due: [closing]", "key: b, due: [closing]")], [control(), PASS],
         "partly"),
        ([serves("key: a", "key: b, due: [closing]")],
         [control(), record("q", "2026-11-20", of="c#o:b")], "partly"),
    ],
)  # fmt: skip
def test_how_far_an_obligation_is_covered(
    asked: list[str], documents: list[str], expected: str
) -> None:
    found = row(ACT, catalogue(*asked), DEAL, *documents)

    assert found.covered is Covered(expected)
    assert (found.obligation.id, found.scope) == ("act#a1", Standing(Value.YES))
    assert [one.objective.id for one in found.chains] == [
        f"c#{'o' if n == 0 else 'p'}" for n in range(len(asked))
    ]


# Whether it applies

FACTS = """
{kind: fact, id: no-deal, title: 无, question: 否？, no_if: 'true'}
---
{kind: fact, id: open, title: 开, question: 否？}
---
{kind: fact, id: also-no, title: 亦无, question: 否？, no_if: 'true'}
"""


@pytest.mark.parametrize(
    ("clause", "asked", "value", "deciding", "covered"),
    [
        ("", [serves("key: a")], "yes", [], "unknown"),
        (", applies_when: [open]", [serves("key: a")], "uncertain", ["open"], "unknown"),
        (", applies_when: [no-deal]", [serves("key: a")], "no", ["no-deal"], "not-applicable"),
        (", applies_when: [no-deal]", [], "no", ["no-deal"], "not-applicable"),
        # no objective that serves it applies: then it does not, for the same facts
        ("", [serves("key: a", more=", applies_when: [no-deal]")], "no", ["no-deal"],
         "not-applicable"),
        ("", [serves("key: a, applies_when: [no-deal]", "key: b, applies_when: [also-no]")],
         "no", ["no-deal", "also-no"], "not-applicable"),
        ("", [serves("key: a, applies_when: [no-deal]", "key: b")], "yes", [], "unknown"),
        ("", [serves("key: a, for_each: vendor")], "no", [], "not-applicable"),
        ("", [serves("key: a, applies_when: [no-deal]"),
              serves("key: a, applies_when: [also-no]", ref="p")],
         "no", ["no-deal", "also-no"], "not-applicable"),
        ("", [serves("key: a, applies_when: [no-deal]"),
              serves("key: a, applies_when: [no-deal]", ref="p")],
         "no", ["no-deal"], "not-applicable"),
        # one that applies is enough, and the other is left out
        ("", [serves("key: a"), serves("key: a, applies_when: [no-deal]", ref="p")], "yes", [],
         "unknown"),
        # what is uncertain applies, and decides nothing
        ("", [serves("key: a, applies_when: [open]")], "yes", [], "unknown"),
        ("", [serves("key: a, applies_when: [no-deal]",
                     "key: b, for_each: vendor, applies_when: [open]")],
         "no", ["no-deal"], "not-applicable"),
    ],
)  # fmt: skip
def test_whether_an_obligation_applies(
    clause: str, asked: list[str], value: str, deciding: list[str], covered: str
) -> None:
    found = row(law(DUTY + clause), catalogue(*asked), FACTS, control())

    assert (found.obligation.id, found.scope.value) == ("act#a1", Value(value))
    assert [answer.fact.id for answer in found.scope.deciding] == deciding
    assert found.covered is Covered(covered)


def test_of_several_objectives_only_those_that_apply_are_told() -> None:
    asked = catalogue(serves("key: a"), serves("key: a, applies_when: [no-deal]", ref="p"))

    found = row(ACT, asked, FACTS, control(), PASS)
    assert [one.objective.id for one in found.chains] == ["c#o"]
    assert found.covered is Covered.COVERED
    # where the clause itself does not apply, all that would serve it are told
    off = row(law(f"{DUTY}, applies_when: [also-no]"), asked, FACTS, control(), PASS)
    assert [one.objective.id for one in off.chains] == ["c#o", "c#p"]


def test_facts_of_the_regulation_count_too() -> None:
    found = row(law(DUTY, more=", applies_when: [no-deal]"), catalogue(serves("key: a")), FACTS)

    assert found.covered is Covered.NOT_APPLICABLE


# What serves it


def test_objectives_are_told_by_id_and_once() -> None:
    asked = catalogue(
        serves("key: a", ref="z", clauses="act#a2, act#a1"),
        serves("key: a", ref="b"),
        serves("key: a", ref="q", clauses="act#a2"),
    )
    made = coverage(of(law(DUTY, "ref: a2, nature: duty"), asked))

    assert {one.obligation.id: [link.objective.id for link in one.chains] for one in made.rows} == {
        "act#a1": ["c#b", "c#z"],
        "act#a2": ["c#q", "c#z"],
    }


def test_what_names_a_clause_in_another_way_does_not_serve_it() -> None:
    processing = "{kind: processing, id: y, title: 催收, purpose: 催收, basis: [act#a1]}"
    successor = law("ref: b1, nature: right, successor: act#a1", id_="old")

    assert row(ACT, processing, successor).chains == ()


def chained(*documents: str, as_of: str = NOON, outcomes: tuple = ()) -> Chain:
    found = derived(text(LOG, *documents), as_of, outcomes)
    return chain(part(found, "objective", "c#o"), found)


def test_a_chain_tells_each_link_by_id() -> None:
    checks = [
        f"{{kind: check, id: {name}, title: 检查, control: {of}, method: manual}}"
        for name, of in (("z", "k"), ("a", "k"), ("m", "l"), ("n", "old"), ("o", "other"))
    ]
    found = chained(
        catalogue(objective("key: a", "key: b"), objective("key: a", ref="p")),
        control("l"),
        control("k"),
        control("old", status="retired"),
        control("other", "c#p"),
        *checks,
        record("y", "2026-11-20"),
        record("x", "2026-11-20", "fail", of="c#o:b"),
        record("w", "2026-11-20", by="old"),
        record("u", "2026-11-20", of="c#p:a", by="other"),
    )

    assert found.objective.id == "c#o"
    assert [one.id for one in found.controls] == ["k", "l"]
    assert [one.id for one in found.checks] == ["a", "m", "z"]
    assert [one.id for one in found.records] == ["w", "x", "y"]
    assert [one.requirement.id for one in found.requirements] == ["c#o:a", "c#o:b"]
    assert found.exclusion is None
    assert (found.applies, found.proved, found.complete) == (True, 1, False)


def test_an_automated_check_is_no_record() -> None:
    check = """
    {kind: check, id: i, title: 检查, control: k, requirements: [c#o:a], method: automated, rule: r/x}
    """
    found = chained(
        catalogue(objective("key: a")), control(), check, outcomes=(outcome("dataset/d"),)
    )

    assert (found.records, found.proved, found.complete) == ((), 1, True)
    assert [one.id for one in found.checks] == ["i"]


def test_a_record_about_two_requirements_is_told_once() -> None:
    both = PASS.replace("proves: [", "proves: [{requirement: c#o:b, control: k}, ")
    found = chained(catalogue(objective("key: a", "key: b")), control(), both)

    assert [one.id for one in found.records] == ["p"]
    assert found.proved == 2


def test_an_excluded_objective_asks_nothing_and_is_not_complete() -> None:
    found = chained(catalogue(objective("key: a", "key: b")), control(), PASS, X)

    assert found.exclusion is not None
    assert found.exclusion.id == "x"
    assert (found.asked, found.proved, found.owed) == ((), 0, ())
    assert (found.applies, found.complete) == (True, False)


@pytest.mark.parametrize(
    ("requirements", "records", "asked", "owed", "proved", "complete"),
    [
        ([], [], [], [], 0, False),
        (["key: a"], [], ["a"], ["a"], 0, False),
        (["key: a"], [PASS], ["a"], ["a"], 1, True),
        (["key: a", "key: b, due: [closing]"], [PASS], ["a", "b"], ["a"], 1, True),
        # what failed is owed before it is due
        (
            ["key: a", "key: b, due: [closing]"],
            [PASS, record("f", "2026-11-20", "fail", of="c#o:b")],
            ["a", "b"],
            ["a", "b"],
            1,
            False,
        ),
        (["key: a, due: [closing]", "key: b, due: [closing]"], [PASS], ["a", "b"], ["a", "b"], 1,
         False),
        (["key: a, due: [closing]"], [PASS], ["a"], ["a"], 1, True),
        (["key: a", "key: b, for_each: vendor"], [PASS], ["a"], ["a"], 1, True),
        (["key: a", "key: b, applies_when: [no-deal]"], [PASS], ["a"], ["a"], 1, True),
        (["key: a", "key: b, applies_when: [open]"], [PASS], ["a", "b"], ["a", "b"], 1, False),
    ],
)  # fmt: skip
def test_what_is_asked_and_owed(
    requirements: list[str],
    records: list[str],
    asked: list[str],
    owed: list[str],
    proved: int,
    complete: bool,
) -> None:
    found = chained(catalogue(objective(*requirements)), control(), DEAL, FACTS, *records)

    def keys(some: tuple) -> list[str]:
        return [one.requirement.id.partition(":")[2] for one in some]

    assert (keys(found.asked), keys(found.owed)) == (asked, owed)
    assert (found.proved, found.complete) == (proved, complete)


def test_without_a_control_in_operation_nothing_is_complete() -> None:
    """An automated check of a retired control shows nothing; a pass may still be on record."""
    found = chained(catalogue(objective("key: a")), control(), PASS)
    bare = found._replace(controls=())

    assert found.complete
    assert bare.owed[0].found is Found.PROVED
    assert not bare.complete


# Mandatory


@pytest.mark.parametrize(
    ("acts", "clauses", "expected"),
    [
        ([ACT], "act#a1", True),
        ([ACT], "", False),
        ([ACT], "act#gone", False),
        ([ACT], "act#gone, act#a1", True),
        ([law(DUTY, force="recommended")], "act#a1", False),
        ([law("ref: a1, nature: right")], "act#a1", False),
        ([law(f"{DUTY}, ends: 2026-11-22")], "act#a1", False),
        ([law(f"{DUTY}, ends: 2026-11-23")], "act#a1", True),
        ([law(f"{DUTY}, binds: [court]")], "act#a1", False),
        ([law(f"{DUTY}, applies_when: [no-deal]")], "act#a1", False),
        ([law(f"{DUTY}, applies_when: [open]")], "act#a1", True),
        ([law(f"{DUTY}, applies_when: [no-deal]", "ref: a2, nature: duty")], "act#a1, act#a2",
         True),
        ([law("ref: a1, nature: right", "ref: a2, nature: duty")], "act#a1, act#a2", True),
    ],
)  # fmt: skip
def test_whether_an_objective_serves_mandatory_law(
    acts: list[str], clauses: str, expected: bool
) -> None:
    found = of(*acts, FACTS, catalogue(serves("key: a", clauses=clauses)))

    assert mandatory(part(found, "objective", "c#o"), found) is expected
