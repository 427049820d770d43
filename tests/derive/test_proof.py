"""Proof: which statement decides, for a requirement and for each of its subjects."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from hegui.derive.proof import (
    Found,
    Proof,
    Why,
    credit,
    last_failure,
    passes,
    proofs,
    proved_at,
    standing_failures,
    undecided,
    unread,
    worst,
)
from hegui.derive.showing import Level, Showing, Void
from hegui.findings.finding import Outcome
from hegui.model.item import Item
from tests.derive.helpers import at, item
from tests.derive.small import (
    CONTROL,
    LOG,
    NOON,
    TICK,
    catalogue,
    grounds,
    objective,
    outcome,
    part,
    record,
    text,
)

ONE = catalogue(objective("key: a"))
MONTHLY = catalogue(objective("key: a, every: 30 days"))
EACH = catalogue(objective("key: a, for_each: vendor"))
GRACE = "{kind: appetite, id: p, title: 偏好, grace: 10 days}"
CHECK = """
{kind: check, id: z-check, title: 检查, control: k, requirements: [c#o:a], method: automated, rule: r/x}
"""


def proved(
    *documents: str,
    asked: str = ONE,
    as_of: str = NOON,
    outcomes: tuple[Outcome, ...] = (),
) -> tuple[Proof, ...]:
    """The proofs of the requirement ``c#o:a`` by some documents."""
    found = grounds(text(asked, LOG, CONTROL, *documents), as_of)
    return proofs(part(found, "requirement", "c#o:a"), {"r/x": list(outcomes)}, found)


def one(*documents: str, **more: object) -> Proof:
    """The only proof."""
    [found] = proved(*documents, **more)  # type: ignore[arg-type]
    return found


def decided(proof: Proof) -> tuple[str, str, str | None]:
    """What was found, why, and what decided it."""
    deciding = proof.deciding
    return proof.found.value, proof.why.value, None if deciding is None else deciding.source.id


def test_the_words() -> None:
    assert [str(one) for one in Found] == ["proved", "failed", "unknown"]
    assert [str(one) for one in Why] == [
        "valid", "fading", "failure", "refuted", "stale", "void", "nothing", "unread", "subjects",
    ]  # fmt: skip


# What decides


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([], ("unknown", "nothing", None)),
        ([record("p", "2026-11-20")], ("proved", "valid", "p")),
        ([record("f", "2026-11-20", "fail")], ("failed", "failure", "f")),
        # a failure stands until a strictly later pass
        (
            [record("f", "2026-11-20", "fail"), record("p", "2026-11-21")],
            ("proved", "valid", "p"),
        ),
        (
            [record("p", "2026-11-20"), record("f", "2026-11-21", "fail")],
            ("failed", "failure", "f"),
        ),
        # at equal instants the failure is later, whatever the order of ids
        (
            [record("f", "2026-11-20", "fail"), record("p", "2026-11-20")],
            ("failed", "failure", "f"),
        ),
        (
            [record("z", "2026-11-20", "fail"), record("p", "2026-11-20")],
            ("failed", "failure", "z"),
        ),
        (
            [
                record("f", "2026-11-20T10:00:00+08:00", "fail"),
                record("p", "2026-11-20T10:00:01+08:00"),
            ],
            ("proved", "valid", "p"),
        ),
        # one instant told in two zones is one instant
        (
            [
                record("f", "2026-11-20T10:00:00+08:00", "fail"),
                record("p", "2026-11-20T02:00:00+00:00"),
            ],
            ("failed", "failure", "f"),
        ),
        # the last failure decides
        (
            [record("f", "2026-11-19", "fail"), record("g", "2026-11-20", "fail")],
            ("failed", "failure", "g"),
        ),
        (
            [record("f", "2026-11-20", "fail"), record("g", "2026-11-20", "fail")],
            ("failed", "failure", "g"),
        ),
        # a pass between two failures mends nothing
        (
            [
                record("f", "2026-11-18", "fail"),
                record("p", "2026-11-19"),
                record("g", "2026-11-20", "fail"),
            ],
            ("failed", "failure", "g"),
        ),
        # a pass that does not count clears no failure, and proves nothing
        (
            [record("f", "2026-11-18", "fail"), record("p", "2026-11-19", by=None)],
            ("failed", "failure", "f"),
        ),
        ([record("p", "2026-11-19", by=None)], ("unknown", "void", "p")),
        (
            [record("p", "2026-11-19", by=None), record("q", "2026-11-18", by=None)],
            ("unknown", "void", "p"),
        ),
        # a failure counts whatever became of its control
        ([record("f", "2026-11-18", "fail", by=None)], ("failed", "failure", "f")),
        ([record("f", "2026-11-18", "fail", by="gone")], ("failed", "failure", "f")),
    ],
)
def test_records_decide_by_their_instants(
    documents: list[str], expected: tuple[str, str, str | None]
) -> None:
    assert decided(one(*documents)) == expected
    assert decided(one(*reversed(documents))) == expected


def test_a_proof_is_of_its_requirement() -> None:
    found = one()

    assert (found.requirement.id, found.subject) == ("c#o:a", None)
    assert (found.showings, found.uncertain) == ((), False)


def test_equally_old_void_passes_are_told_by_id() -> None:
    found = one(record("q", "2026-11-19", by=None), record("p", "2026-11-19", by=None))

    assert decided(found) == ("unknown", "void", "q")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        # performed on 1 November, good for 30 days: until the end of 1 December, then ten days
        ("2026-11-01 00:00", ("proved", "valid", "p")),
        ("2026-12-01 23:59:59.999999", ("proved", "valid", "p")),
        ("2026-12-02 00:00", ("proved", "fading", "p")),
        ("2026-12-11 23:59:59.999998", ("proved", "fading", "p")),
        ("2026-12-11 23:59:59.999999", ("unknown", "stale", "p")),
        ("2026-12-12 00:00", ("unknown", "stale", "p")),
    ],
)
def test_a_pass_fades_and_runs_out(as_of: str, expected: tuple[str, str, str]) -> None:
    found = one(record("p", "2026-11-01"), GRACE, asked=MONTHLY, as_of=as_of)

    assert decided(found) == expected
    assert found.until() == at("2026-12-01 23:59:59.999999")
    assert found.gone() == at("2026-12-11 23:59:59.999999")


def test_a_pass_that_has_run_out_still_clears_an_older_failure() -> None:
    """What was failed and then passed is unknown again, and not failed again."""
    found = one(record("f", "2026-08-01", "fail"), record("p", "2026-09-01"), asked=MONTHLY)

    assert decided(found) == ("unknown", "stale", "p")


def test_the_last_of_those_that_ran_out_is_told() -> None:
    found = one(
        record("p", "2026-09-02"),
        record("q", "2026-09-01"),
        record("r", "2026-09-03", by=None),
        asked=MONTHLY,
    )

    assert decided(found) == ("unknown", "stale", "p")


DIGEST = f"artefact: {{sha256: {'a' * 64}}}"


@pytest.mark.parametrize(
    ("documents", "best"),
    [
        # the freshest first: both are 1 until they fade
        ([record("p", "2026-11-20"), record("q", "2026-11-19")], "p"),
        ([record("p", "2026-11-19"), record("q", "2026-11-20")], "q"),
        ([record("p", "2026-11-20"), record("q", "2026-11-20")], "q"),
        # then the level
        ([record("p", "2026-11-19", more=f", {DIGEST}"), record("q", "2026-11-20")], "p"),
        # a fresh record beats a faded document
        (
            [
                record("p", "2026-10-20", more=f", {DIGEST}"),
                record("q", "2026-11-20"),
            ],
            "q",
        ),
        # a document beats a record of a later hour of the same freshness
        (
            [record("p", "2026-10-25", more=f", {DIGEST}"), record("q", "2026-10-26")],
            "p",
        ),
    ],
)
def test_the_best_valid_pass_is_told(documents: list[str], best: str) -> None:
    found = one(*documents, GRACE, asked=MONTHLY)

    assert decided(found)[2] == best
    assert decided(one(*reversed(documents), GRACE, asked=MONTHLY)) == decided(found)


def test_valid_and_fading_are_told_apart_by_the_best() -> None:
    faded, fresh = record("p", "2026-10-20"), record("q", "2026-11-20")

    assert decided(one(faded, GRACE, asked=MONTHLY)) == ("proved", "fading", "p")
    assert decided(one(faded, fresh, GRACE, asked=MONTHLY)) == ("proved", "valid", "q")


# Automated checks


@pytest.mark.parametrize(
    ("documents", "status", "expected"),
    [
        ([], "passed", ("proved", "valid", "z-check")),
        ([], "failed", ("failed", "refuted", "z-check")),
        ([], "not-applicable", ("unknown", "nothing", None)),
        # a failure on record is cleared by the check, which is later than all records
        ([record("f", "2026-11-20", "fail")], "passed", ("proved", "valid", "z-check")),
        ([record("f", "2026-11-20", "fail")], "failed", ("failed", "failure", "f")),
        # a record outweighs what the check refutes: were it otherwise, deleting the check would pay
        ([record("p", "2026-11-20")], "failed", ("proved", "valid", "p")),
        ([record("p", "2026-11-20")], "passed", ("proved", "valid", "z-check")),
        ([record("p", "2026-11-20", by=None)], "failed", ("failed", "refuted", "z-check")),
        ([record("p", "2026-11-20", by=None)], "passed", ("proved", "valid", "z-check")),
        ([record("p", "2026-11-20", more=", valid_for: 1 days")], "failed",
         ("failed", "refuted", "z-check")),
        ([record("f", "2026-11-23T12:00+08:00", "fail")], "passed", ("failed", "failure", "f")),
    ],
)  # fmt: skip
def test_an_automated_check_beside_records(
    documents: list[str], status: str, expected: tuple[str, str, str | None]
) -> None:
    found = one(CHECK, *documents, outcomes=(outcome("dataset/d", status),))

    assert decided(found) == expected
    if status == "failed":
        assert found.refuted is not None
        assert found.refuted.source.id == "z-check"
    else:
        assert found.refuted is None


def test_the_last_of_several_refuting_checks_is_told() -> None:
    again = CHECK.replace("z-check", "a-check")
    found = one(CHECK, again, outcomes=(outcome("dataset/d", "failed"),))

    assert decided(found) == ("failed", "refuted", "z-check")
    assert found.refuted is not None
    assert found.refuted.source.id == "a-check"


# What was not understood


@pytest.mark.parametrize(
    ("broken", "unclear"),
    [
        ("{kind: evidence, id: e}", True),
        ("{kind: exclusion, id: e}", True),
        ("{id: e}", True),  # of a kind that nobody can tell
        ("{kind: vendor, id: e}", False),
        ("{kind: check, id: e}", False),
    ],
)
def test_what_may_be_a_failing_record_leaves_it_unknown(broken: str, unclear: bool) -> None:
    fine, failed = record("p", "2026-11-20"), record("f", "2026-11-21", "fail")
    found = grounds(text(ONE, broken))

    assert unread(found) is unclear
    assert decided(one(fine, broken)) == (
        ("unknown", "unread", None) if unclear else ("proved", "valid", "p")
    )
    # what has failed has failed all the same
    assert decided(one(fine, failed, broken)) == ("failed", "failure", "f")
    # what a later pass cleared may have failed again
    cleared = decided(one(failed, record("q", "2026-11-22"), broken))
    assert cleared == (("unknown", "unread", None) if unclear else ("proved", "valid", "q"))


# Subjects

VENDORS = """
{kind: vendor, id: a, title: 甲}
---
{kind: vendor, id: b, title: 乙}
"""


def by_subject(found: tuple[Proof, ...]) -> dict[str | None, tuple[str, str, str | None]]:
    names = [None if proof.subject is None else proof.subject.id for proof in found]
    assert len(set(names)) == len(names)
    return {name: decided(proof) for name, proof in zip(names, found, strict=True)}


def test_without_subjects_there_is_nothing_to_prove() -> None:
    assert proved(record("p", "2026-11-20"), asked=EACH) == ()
    assert proved(record("f", "2026-11-20", "fail", about="vendor/a"), asked=EACH) == ()


def test_what_has_the_id_of_a_subject_and_another_kind_is_not_that_subject() -> None:
    """A failure of it speaks against all; a pass of it proves none."""
    system = "{kind: system, id: a, title: 系统}"
    failed = proved(
        VENDORS, system, record("f", "2026-11-20", "fail", about="system/a"), asked=EACH
    )
    passed = proved(VENDORS, system, record("p", "2026-11-20", about="system/a"), asked=EACH)

    assert by_subject(failed) == {
        "a": ("failed", "failure", "f"),
        "b": ("failed", "failure", "f"),
    }
    assert by_subject(passed) == {
        "a": ("unknown", "nothing", None),
        "b": ("unknown", "nothing", None),
    }


def test_each_subject_is_proved_by_its_own_records() -> None:
    found = proved(
        VENDORS,
        record("p", "2026-11-20", about="vendor/a"),
        record("f", "2026-11-20", "fail", about="vendor/b"),
        asked=EACH,
    )

    assert by_subject(found) == {
        "a": ("proved", "valid", "p"),
        "b": ("failed", "failure", "f"),
    }
    assert [proof.requirement.id for proof in found] == ["c#o:a", "c#o:a"]
    assert [[one.source.id for one in proof.showings] for proof in found] == [["p"], ["f"]]
    assert not any(proof.uncertain for proof in found)


@pytest.mark.parametrize("about", [None, "system/s"])
def test_a_failure_that_names_no_such_subject_speaks_against_all(about: str | None) -> None:
    found = proved(
        VENDORS,
        record("p", "2026-11-19", about="vendor/a"),
        record("q", "2026-11-21", about="vendor/b"),
        record("f", "2026-11-20", "fail", about=about),
        record("r", "2026-11-22", about=about),  # a pass that names none proves none
        asked=EACH,
    )

    assert by_subject(found) == {
        "a": ("failed", "failure", "f"),
        "b": ("proved", "valid", "q"),
    }
    assert [[one.source.id for one in proof.showings] for proof in found] == [
        ["p", "f"],
        ["f", "q"],
    ]


def test_a_failure_of_a_subject_that_is_not_there_is_one_of_every_subject() -> None:
    """Nobody can say which of them was meant; a pass of it counts for none."""
    found = proved(VENDORS, record("f", "2026-11-20", "fail", about="vendor/c"), asked=EACH)

    assert by_subject(found) == {
        "a": ("failed", "failure", "f"),
        "b": ("failed", "failure", "f"),
    }
    passed = proved(VENDORS, record("p", "2026-11-20", about="vendor/c"), asked=EACH)
    assert by_subject(passed) == {
        "a": ("unknown", "nothing", None),
        "b": ("unknown", "nothing", None),
    }


def test_at_one_instant_a_failure_against_all_stands_before_the_pass() -> None:
    found = proved(
        VENDORS,
        record("a-pass", "2026-11-20", about="vendor/a"),
        record("z-fail", "2026-11-20", "fail"),
        asked=EACH,
    )

    assert [[one.source.id for one in proof.showings] for proof in found] == [
        ["z-fail", "a-pass"],
        ["z-fail"],
    ]


def test_what_where_leaves_uncertain_is_a_subject_and_says_so() -> None:
    asked = catalogue(objective("key: a, for_each: dataset, where: 'dataset.persons > 9'"))
    found = proved(
        "{kind: dataset, id: few, title: 少, persons: 9}",
        "{kind: dataset, id: many, title: 多, persons: 10}",
        "{kind: dataset, id: open, title: 未知}",
        asked=asked,
    )

    assert [(proof.subject and proof.subject.id, proof.uncertain) for proof in found] == [
        ("many", False),
        ("open", True),
    ]


@pytest.mark.parametrize(
    ("broken", "unclear"),
    [("{kind: vendor, id: x}", True), ("{id: x}", True), ("{kind: dataset, id: x}", False)],
)
def test_where_subjects_were_not_all_understood_there_may_be_more(
    broken: str, unclear: bool
) -> None:
    pass_ = record("p", "2026-11-20", about="vendor/a")
    found = proved("{kind: vendor, id: a, title: 甲}", pass_, broken, asked=EACH)

    assert [proof.why for proof in found[1:]] == ([Why.SUBJECTS] if unclear else [])
    if unclear:
        assert found[-1] == Proof(found[0].requirement, None, Found.UNKNOWN, Why.SUBJECTS, None)
        assert (found[-1].showings, found[-1].uncertain) == ((), False)


def test_without_for_each_it_does_not_matter_which_subjects_were_understood() -> None:
    assert decided(one(record("p", "2026-11-20"), "{kind: vendor, id: x}")) == (
        "proved", "valid", "p",
    )  # fmt: skip


# The order of what is said


def test_what_is_said_is_told_by_time_and_failures_first() -> None:
    found = one(
        CHECK,
        record("c", "2026-11-20"),
        record("b", "2026-11-20"),
        record("z", "2026-11-20", "fail"),
        record("a", "2026-11-21"),
        record("y", "2026-11-19"),
        outcomes=(outcome("dataset/d"),),
    )

    assert [one.source.id for one in found.showings] == ["y", "z", "b", "c", "a", "z-check"]


def test_a_check_and_a_record_of_one_id_at_one_instant() -> None:
    """Ids are unique within a kind only."""
    found = one(
        CHECK,
        record("z-check", "2026-11-23T12:00+08:00"),
        outcomes=(outcome("dataset/d"),),
    )

    assert [one.position for one in found.showings] == [0, None]
    assert decided(found) == ("proved", "valid", "z-check")


def test_one_record_that_names_a_requirement_twice_is_told_by_position() -> None:
    whole = record("e", "2026-11-20", by=None).replace(
        "proves: [",
        "proves: [{requirement: c#o:a, subject: vendor/v}, {requirement: c#o:a, subject: vendor/u}, ",
    )
    found = one(whole)

    assert [one.position for one in found.showings] == [0, 1, 2]


# Showings by themselves


SOURCES = {name: item(record(name, "2026-11-01")) for name in ("e", "f", "g")}


def showing(when: str, passed: bool = True, **fields: object) -> Showing:
    source = SOURCES[str(fields.pop("name", "e"))]
    made = Showing(source, 0, None, at(when), passed)  # type: ignore[arg-type]
    return made._replace(**fields)  # type: ignore[arg-type]


def test_the_last_failure() -> None:
    early, late = showing("2026-11-01", False), showing("2026-11-02", False)
    twin = showing("2026-11-02", False, name="f")
    check = showing("2026-11-09", False, position=None)

    assert last_failure([]) is None
    assert last_failure([showing("2026-11-03")]) is None
    assert last_failure([late, early]) is late
    assert last_failure([early, late]) is late
    assert last_failure([twin, late]) is twin
    assert last_failure([late, twin]) is twin
    assert last_failure([check]) is None
    assert last_failure([early, check]) is early


def test_the_passes_that_count() -> None:
    good, void = showing("2026-11-02"), showing("2026-11-02", void=Void.NOT_ACTIVE)
    failure = showing("2026-11-02", False)
    later = showing("2026-11-02", at=failure.at + TICK)
    refuted = showing("2026-11-09", False, position=None)

    assert passes([good, void]) == (good,)
    assert passes([good, failure]) == ()
    assert passes([good, failure, later]) == (later,)
    assert passes([good, refuted]) == (good,)


def test_failures_that_stand_each_by_itself() -> None:
    """Unlike the last failure: all that no later pass has made good."""
    first, second = showing("2026-11-01", False), showing("2026-11-03", False, name="f")
    same, between = showing("2026-11-03"), showing("2026-11-02")
    check = showing("2026-11-09", False, position=None)
    void = showing("2026-11-09", void=Void.ARTEFACT)

    assert standing_failures([first, second, check]) == (first, second)
    assert standing_failures([first, between, second]) == (second,)
    assert standing_failures([first, second, same]) == (second,)
    assert standing_failures([first, second, void]) == (first, second)
    assert standing_failures([first, second, showing("2026-11-04")]) == ()
    assert standing_failures([between]) == ()


def test_proved_at_an_instant_of_the_past_by_what_was_shown_until_then() -> None:
    failure = showing("2026-11-03", False)
    early = showing("2026-11-01", until=at("2026-11-10"), gone=at("2026-11-12"))
    late = showing("2026-11-05", until=at("2026-11-07"), gone=at("2026-11-07"))

    def then(*showings: Showing) -> list[bool]:
        return [
            proved_at(showings, at(instant) + n * TICK)
            for instant in ("2026-11-01", "2026-11-03", "2026-11-05", "2026-11-07", "2026-11-12")
            for n in (-1, 0)
        ]

    assert then() == [False] * 10
    # from its very instant to just before the end of its grace
    assert then(early) == [False, *[True] * 8, False]
    # until the failure, and nothing that came before it afterwards
    assert then(early, failure) == [False, True, True, *[False] * 7]
    assert then(early, failure, late) == [
        False,
        True,
        True,
        False,
        False,
        *[True] * 3,
        False,
        False,
    ]
    assert then(early._replace(void=Void.NO_CONTROL)) == [False] * 10


def until(*ends: str | None) -> Proof:
    showings = tuple(
        showing("2026-11-01", until=end and at(end), gone=end and at(end) + timedelta(days=1))
        for end in ends
    )
    requirement = part(grounds(ONE), "requirement", "c#o:a")
    return Proof(requirement, None, Found.PROVED, Why.VALID, None, showings)


@pytest.mark.parametrize(
    ("ends", "last"),
    [
        ([], None),
        (["2026-12-01"], "2026-12-01"),
        (["2026-12-01", "2026-12-03", "2026-12-02"], "2026-12-03"),
        (["2026-12-01", None], None),
        ([None], None),
    ],
)
def test_it_is_proved_until_the_last_pass_runs_out(
    ends: list[str | None], last: str | None
) -> None:
    found = until(*ends)

    assert found.until() == (last and at(last))
    assert found.gone() == (last and at(last) + timedelta(days=1))


def test_which_passes_hold_at_an_instant() -> None:
    found = until("2026-12-01", "2026-12-03")

    def held(instant: datetime) -> int:
        return len(found.valid(instant))

    assert held(at("2026-12-01")) == 2
    assert held(at("2026-12-02") - TICK) == 2
    assert held(at("2026-12-02")) == 1
    assert held(at("2026-12-04")) == 0


def test_a_proof_with_nothing_more_to_say() -> None:
    requirement = part(grounds(ONE), "requirement", "c#o:a")
    found = Proof(requirement, None, Found.UNKNOWN, Why.NOTHING, None)

    assert (found.showings, found.uncertain, found.refuted) == ((), False, None)
    assert (found.until(), found.valid(at(NOON))) == (None, ())


def test_the_first_refuting_check_is_told() -> None:
    passing = showing("2026-11-09", position=None)
    record_ = showing("2026-11-09", False)
    check, other = (showing("2026-11-09", False, position=None, name=n) for n in ("f", "g"))
    found = until()._replace(showings=(passing, record_, check, other))

    assert found.refuted is check


def test_what_may_not_apply_is_not_proved_and_stays_failed() -> None:
    good, bad, nothing = (
        one(record("p", "2026-11-20")),
        one(record("f", "2026-11-20", "fail")),
        one(),
    )

    assert decided(good) == ("proved", "valid", "p")
    assert decided(undecided(good)) == ("unknown", "unread", None)
    assert undecided(good).showings == good.showings
    assert undecided(bad) == bad
    assert undecided(nothing) == nothing


# Credit

CAPS: dict[int, Fraction] = {
    Level.ASSERTED: Fraction(3, 10),
    Level.DOCUMENTED: Fraction(6, 10),
    Level.WITNESSED: Fraction(8, 10),
    Level.RECOMPUTED: Fraction(95, 100),
}


def earned(*showings: Showing, found: Found = Found.PROVED) -> Fraction:
    proof = until()._replace(found=found, showings=showings)
    return credit(proof, CAPS, at("2026-11-23 00:00"))


def test_credit_is_the_greatest_of_cap_times_freshness() -> None:
    fresh = showing("2026-11-01", level=Level.ASSERTED)
    fading = showing(
        "2026-11-01",
        level=Level.WITNESSED,
        until=at("2026-11-20 00:00"),
        gone=at("2026-11-24 00:00"),
    )
    gone = showing(
        "2026-11-01", level=Level.RECOMPUTED, until=at("2026-11-20"), gone=at("2026-11-23 00:00")
    )

    assert earned(fresh) == Fraction(3, 10)
    # 1 of the 4 days of grace is left: 8/10 × 1/4 = 1/5
    assert earned(fading) == Fraction(1, 5)
    assert earned(fresh, fading) == Fraction(3, 10)
    assert earned(fading, gone) == Fraction(1, 5)
    assert earned(fresh._replace(level=Level.DOCUMENTED), fading) == Fraction(6, 10)


def test_no_credit_without_proof() -> None:
    fresh = showing("2026-11-01")

    assert earned() == 0
    assert earned(fresh, found=Found.UNKNOWN) == 0
    assert earned(fresh, found=Found.FAILED) == 0
    # what came before the failure earns nothing
    late = showing("2026-11-05", level=Level.ASSERTED)
    early = showing("2026-11-01", level=Level.RECOMPUTED)
    assert earned(early, showing("2026-11-03", False), late) == Fraction(3, 10)


@pytest.mark.parametrize(
    ("some", "expected"),
    [
        ("", "proved"),
        ("proved", "proved"),
        ("proved unknown", "unknown"),
        ("unknown failed proved", "failed"),
        ("failed", "failed"),
        ("unknown", "unknown"),
    ],
)
def test_what_holds_for_all_subjects_is_the_worst(some: str, expected: str) -> None:
    assert worst(map(Found, some.split())) is Found(expected)


def test_a_subject_is_the_item() -> None:
    [first, _] = proved(VENDORS, asked=EACH)

    assert isinstance(first.subject, Item)
    assert str(first.subject.identity) == "vendor/a"
