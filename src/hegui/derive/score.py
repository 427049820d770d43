"""Scores: what is proved of what is due, with all that is not proved beside it.

Score = Σ weight of requirements proved, applicable and due / Σ weight of requirements applicable
and due; ``None`` when there are none. Excluded requirements stay in the denominator as not proved,
and so does what only a fact stated in the settings makes not-applicable (design §6).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from hegui.derive.asked import Asked
from hegui.derive.proof import Found, Proof, worst
from hegui.model.item import Part
from hegui.source.bilingual import both


class State(StrEnum):
    """How a requirement stands; every requirement has exactly one."""

    PROVED = "proved"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_DUE = "not-due"
    EXCLUDED = "excluded"
    NOT_APPLICABLE = "not-applicable"


STATES = {
    State.PROVED: both("已证实", "proved"),
    State.FAILED: both("未达到", "failed"),
    State.UNKNOWN: both("未知", "unknown"),
    State.NOT_DUE: both("未到期", "not due"),
    State.EXCLUDED: both("已排除", "excluded"),
    State.NOT_APPLICABLE: both("不适用", "not applicable"),
}


class Judged(NamedTuple):
    """A requirement: what is asked, what is proved, and how it stands.

    ``found`` is what holds for all its subjects, whether or not it is due.
    """

    asked: Asked
    proofs: tuple[Proof, ...]
    found: Found
    state: State
    weight: Fraction
    counted: bool
    """Whether it stands in the denominator."""

    @property
    def requirement(self) -> Part:
        """The requirement."""
        return self.asked.requirement

    @property
    def objective(self) -> Part:
        """The objective that it belongs to."""
        return self.asked.objective


def judged(asked: Asked, proofs: tuple[Proof, ...], now: datetime) -> Judged:
    """How a requirement stands at an instant."""
    found = worst(proof.found for proof in proofs)
    due = asked.due(now)
    no_subject = not proofs
    if not asked.applies or no_subject:
        state = State.NOT_APPLICABLE
    elif asked.exclusion is not None:
        state = State.EXCLUDED
    elif not due:
        state = State.NOT_DUE
    else:
        state = State(found)
    stands = asked.only_stated or (asked.applies and not no_subject)
    weight = asked.requirement.record.weight
    return Judged(
        asked, proofs, found, state, Fraction(1 if weight is None else weight), due and stands
    )


class Score(NamedTuple):
    """A share of what is due, and how many requirements stand how.

    ``proved`` and ``due`` are sums of weights; ``counts`` counts requirements, each once.
    """

    proved: Fraction
    due: Fraction
    counts: Mapping[State, int]

    @property
    def value(self) -> Fraction | None:
        """From 0 to 1; ``None`` where nothing is due."""
        return self.proved / self.due if self.due else None


def score(requirements: Iterable[Judged]) -> Score:
    """The score of some requirements, each counted once however often it is given."""
    every = {one.requirement.id: one for one in requirements}.values()
    counted = [one for one in every if one.counted]
    counts = Counter(one.state for one in every)
    return Score(
        sum((one.weight for one in counted if one.state is State.PROVED), Fraction(0)),
        sum((one.weight for one in counted), Fraction(0)),
        {state: counts[state] for state in State},
    )


def together(states: Iterable[State]) -> State:
    """How an objective stands by its requirements: the worst that is due, else what is left."""
    found = set(states)
    for state in (
        State.FAILED, State.UNKNOWN, State.PROVED, State.NOT_DUE, State.EXCLUDED,
        State.NOT_APPLICABLE,
    ):  # fmt: skip
        if state in found:
            return state
    return State.UNKNOWN
