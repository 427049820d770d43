"""Destruction and legal holds of datasets: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from hegui.model.dataset import Dataset, Hold
from hegui.rules.context import Context


def destroyed(dataset: Dataset, context: Context) -> bool:
    """Whether the last copy is gone; a date to come is only a plan."""
    end = dataset.destroyed
    return end is not None and context.clock.begin(end) <= context.clock.as_of


def held_at(dataset: Dataset, instant: datetime, context: Context) -> Iterator[tuple[int, Hold]]:
    """The holds in force at an instant, each with its position."""
    clock = context.clock
    for position, hold in enumerate(dataset.holds):
        if clock.begin(hold.from_) <= instant <= clock.end(hold.until):
            yield position, hold
