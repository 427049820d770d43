"""Periods of responsibility on the time line: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from hegui.model.control import Control
from hegui.model.moment import Clock
from hegui.model.raci import Period
from hegui.model.vendor import Vendor
from hegui.rules.context import Context

TICK = timedelta(microseconds=1)


class Placed(NamedTuple):
    """A period with its position in the list and its first and last instant."""

    position: int
    period: Period
    start: datetime
    end: datetime


def placed(periods: tuple[Period, ...], clock: Clock) -> list[Placed]:
    """The periods in the order of time."""
    made = [
        Placed(position, period, clock.begin(period.from_), clock.end(period.until))
        for position, period in enumerate(periods)
    ]
    return sorted(made, key=lambda one: (one.start, one.end))


class Gap(NamedTuple):
    """A stretch in which nobody is accountable; ``after`` is the period that ends before it."""

    start: datetime
    end: datetime
    after: Placed | None


def gaps(periods: list[Placed], start: datetime, end: datetime) -> Iterator[Gap]:
    """The stretches from ``start`` to ``end`` that no period covers; ends are included."""
    free, last = start, None
    for one in periods:
        if one.end < free:
            continue
        if one.start > free:
            yield Gap(free, min(one.start - TICK, end), last)
        if one.end >= end:
            return
        free, last = one.end + TICK, one
    yield Gap(free, end, last)


def live(subject: Control | Vendor, context: Context) -> bool:
    """Whether somebody must answer for it: a control not retired, a vendor not ended."""
    if isinstance(subject, Control):
        return subject.active
    return subject.status != "ended"
