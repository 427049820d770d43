"""Figures of what is derived, as machines and people read them; one wording for every reporter."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hegui.derive.score import Score, State

Json = dict[str, Any]

PLACES = 4
"""Decimal places of a share in JSON."""


def score_data(score: Score) -> Json:
    """A score as JSON: its value from 0 to 1 or ``null``, and how many requirements stand how."""
    return {
        "value": share(score.value),
        **{state.value.replace("-", "_"): score.counts[state] for state in State},
    }


def share(value: Fraction | None) -> float | None:
    """A share as a number of JSON; rounded down, so that only what is whole reads 1."""
    if value is None:
        return None
    scale: int = 10**PLACES
    return (value.numerator * scale // value.denominator) / scale


def percent(value: Fraction | None) -> str:
    """A share for people: whole percents, rounded down; ``–`` where there is none."""
    return "–" if value is None else f"{value.numerator * 100 // value.denominator}%"
