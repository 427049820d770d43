"""Scores: what stands in the denominator, what in the numerator, and what beside both."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from hegui.derive.answers import Answer, Source, Value
from hegui.derive.asked import Asked
from hegui.derive.law import Standing
from hegui.derive.proof import Found, Proof, Why
from hegui.derive.score import STATES, Judged, Score, State, judged, score, together
from hegui.model.exclusion import Exclusion
from hegui.model.fact import Fact
from tests.derive.helpers import at, item
from tests.derive.small import LOG, NOON, TICK, catalogue, derived, grounds, objective, part, text

FOUR = grounds(
    text(
        catalogue(
            objective("key: a", "key: b, weight: 3", "key: c, weight: 0.5", "key: d, weight: 0")
        ),
        LOG,
    )
)
FACT = item("{kind: fact, id: f, title: 事实, question: 如何？}")
EXCLUSION = item("{kind: exclusion, id: x, title: 排除, objectives: [c#o], reason: 因。}")
assert isinstance(FACT, Fact)
assert isinstance(EXCLUSION, Exclusion)
NOW = at(NOON)
YES = Standing(Value.YES)
OPEN = Standing(Value.UNCERTAIN)
COMPUTED = Standing(Value.NO, (Answer(FACT, Value.NO, Source.COMPUTED, Value.NO),))
STATED = Standing(Value.NO, (Answer(FACT, Value.NO, Source.STATED, Value.UNCERTAIN),))


def of(
    found: str = "proved",
    *,
    key: str = "a",
    scope: Standing = YES,
    due: object = None,
    excluded: bool = False,
) -> Judged:
    """A requirement judged at noon; ``found`` names what was found for each subject."""
    requirement = part(FOUR, "requirement", f"c#o:{key}")
    asked = Asked(
        requirement,
        part(FOUR, "objective", "c#o"),
        scope,
        due,  # type: ignore[arg-type]
        None,
        EXCLUSION if excluded else None,  # type: ignore[arg-type]
    )
    proofs = tuple(Proof(requirement, None, Found(one), Why.NOTHING, None) for one in found.split())
    return judged(asked, proofs, NOW)


def test_the_words() -> None:
    assert [str(one) for one in State] == [
        "proved", "failed", "unknown", "not-due", "excluded", "not-applicable",
    ]  # fmt: skip
    assert set(STATES) == set(State)


LATER = NOW + TICK


@pytest.mark.parametrize(
    ("found", "fields", "state", "counted"),
    [
        # what is due stands as it was found
        ("proved", {}, "proved", True),
        ("failed", {}, "failed", True),
        ("unknown", {}, "unknown", True),
        ("proved unknown", {}, "unknown", True),
        ("unknown failed proved", {}, "failed", True),
        # what is uncertain counts as applies
        ("proved", {"scope": OPEN}, "proved", True),
        ("unknown", {"scope": OPEN}, "unknown", True),
        # due at this very instant, and one microsecond later
        ("failed", {"due": NOW}, "failed", True),
        ("failed", {"due": NOW - TICK}, "failed", True),
        ("failed", {"due": LATER}, "not-due", False),
        ("proved", {"due": LATER}, "not-due", False),
        # excluded stays in the denominator, once it is due
        ("proved", {"excluded": True}, "excluded", True),
        ("failed", {"excluded": True}, "excluded", True),
        ("proved", {"excluded": True, "due": LATER}, "excluded", False),
        # what the repository itself shows not to apply leaves it; what is only stated does not
        ("proved", {"scope": COMPUTED}, "not-applicable", False),
        ("proved", {"scope": STATED}, "not-applicable", True),
        ("proved", {"scope": STATED, "due": LATER}, "not-applicable", False),
        ("proved", {"scope": STATED, "excluded": True}, "not-applicable", True),
        ("proved", {"scope": COMPUTED, "excluded": True}, "not-applicable", False),
        # without a subject there is nothing to prove
        ("", {}, "not-applicable", False),
        ("", {"excluded": True}, "not-applicable", False),
        ("", {"scope": OPEN}, "not-applicable", False),
        # … but a mere statement is not made good by the lack of subjects
        ("", {"scope": STATED}, "not-applicable", True),
    ],
)
def test_every_requirement_has_one_state(
    found: str, fields: dict[str, object], state: str, counted: bool
) -> None:
    one = of(found, **fields)  # type: ignore[arg-type]

    assert (one.state, one.counted) == (State(state), counted)


def test_what_was_found_does_not_depend_on_whether_it_is_due() -> None:
    assert of("failed", due=LATER).found is Found.FAILED
    assert of("proved", excluded=True).found is Found.PROVED
    one = of("proved unknown")
    assert (one.found, len(one.proofs)) == (Found.UNKNOWN, 2)
    assert one.requirement.id == "c#o:a"
    assert one.objective.id == "c#o"


def test_weights() -> None:
    weights = [of(key=key).weight for key in "abcd"]

    assert weights == [1, 3, Fraction(1, 2), 0]
    assert all(isinstance(one, Fraction) for one in weights)


def counts(found: Score) -> dict[str, int]:
    return {str(state): count for state, count in found.counts.items() if count}


def test_a_score_is_a_share_of_weights() -> None:
    # a 1 proved, b 3 failed, c 1/2 unknown, d 0 proved: 1 / (1 + 3 + 1/2 + 0) = 2/9
    found = score([of(key="a"), of("failed", key="b"), of("unknown", key="c"), of(key="d")])

    assert found.proved == 1
    assert found.due == Fraction(9, 2)
    assert found.value == Fraction(2, 9)
    assert counts(found) == {"proved": 2, "failed": 1, "unknown": 1}
    assert list(found.counts) == list(State)


def test_excluded_and_merely_stated_stay_in_the_denominator() -> None:
    # a 1 proved, b 3 excluded, c 1/2 stated not to apply: 1 / 4.5
    found = score([of(key="a"), of(key="b", excluded=True), of(key="c", scope=STATED)])

    assert found.value == Fraction(2, 9)
    assert counts(found) == {"proved": 1, "excluded": 1, "not-applicable": 1}


def test_what_is_not_due_or_does_not_apply_stays_out() -> None:
    # a 1 proved; b not due, c shown not to apply, d without weight and failed
    found = score(
        [of(key="a"), of(key="b", due=LATER), of(key="c", scope=COMPUTED), of("failed", key="d")]
    )

    assert [found.proved, found.due, found.value] == [1, 1, 1]
    assert counts(found) == {"proved": 1, "failed": 1, "not-due": 1, "not-applicable": 1}


@pytest.mark.parametrize(
    "requirements",
    [[], [of(due=LATER)], [of(scope=COMPUTED)], [of("")], [of(key="d")], [of("failed", key="d")]],
)
def test_a_score_over_nothing_is_none(requirements: list[Judged]) -> None:
    found = score(requirements)

    assert [found.proved, found.due, found.value] == [0, 0, None]
    assert isinstance(found.proved, Fraction)
    assert isinstance(found.due, Fraction)


def test_nothing_proved_is_zero_and_not_none() -> None:
    assert score([of("failed")]).value == 0
    assert score([of("unknown")]).value == 0


def test_a_requirement_given_twice_counts_once() -> None:
    found = score([of(key="b"), of("failed", key="a"), of(key="b")])

    assert found.value == Fraction(3, 4)
    assert counts(found) == {"proved": 1, "failed": 1}


def test_a_proved_one_that_is_not_due_does_not_raise_the_score() -> None:
    assert score([of("failed", key="a"), of(key="b", due=LATER)]).value == 0


@pytest.mark.parametrize("size", [0, 1, 2])
def test_an_objective_stands_as_the_worst_that_is_due(size: int) -> None:
    order = "failed unknown proved not-due excluded not-applicable".split()
    for names in product(order, repeat=size):
        expected = next((one for one in order if one in names), "unknown")
        assert together(map(State, names)) is State(expected)


def test_the_state_of_a_whole_objective() -> None:
    found = derived(text(catalogue(objective("key: a"), objective(ref="p")), LOG))

    assert found.state(part(found, "objective", "c#o")) is State.UNKNOWN
    assert found.state(part(found, "objective", "c#p")) is State.UNKNOWN
