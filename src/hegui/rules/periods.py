"""Periods of responsibility on the time line: what several rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from hegui.model.action import Action
from hegui.model.control import Control
from hegui.model.moment import Clock
from hegui.model.raci import Period
from hegui.model.risk import Risk
from hegui.model.vendor import Vendor
from hegui.rules.context import Context

TICK = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)


class Placed(NamedTuple):
    """A period with its position in the list and its first and last instant."""

    position: int
    period: Period
    start: datetime
    end: datetime


def placed(periods: tuple[Period, ...], clock: Clock) -> list[Placed]:
    """The periods in the order of time, without those that end before they begin."""
    made = [
        Placed(position, period, clock.begin(period.from_), clock.end(period.until))
        for position, period in enumerate(periods)
    ]
    lasting = [one for one in made if one.start <= one.end]
    return sorted(lasting, key=lambda one: (one.start, one.end))


class Gap(NamedTuple):
    """A stretch in which nobody is accountable; ``after`` is the period that ends before it."""

    start: datetime
    end: datetime
    after: Placed | None


def gaps(periods: list[Placed], start: datetime, end: datetime) -> Iterator[Gap]:
    """The stretches from ``start`` to ``end`` that no period covers; ends are included.

    Less than a second is no gap, because nobody can write a finer end.
    """
    free, last = start, None
    for one in periods:
        if one.end < free:
            continue
        if one.start > end:
            break
        if one.start - free >= SECOND:
            yield Gap(free, one.start - TICK, last)
        if one.end >= end:
            return
        free, last = one.end + TICK, one
    if end - free + TICK >= SECOND:
        yield Gap(free, end, last)


def live(subject: Control | Vendor | Risk | Action, context: Context) -> bool:
    """Whether somebody must answer for it: it is not retired, ended or done."""
    match subject:
        case Control():
            return subject.active
        case Vendor():
            return subject.status != "ended"
        case Action():
            return subject.done is None or context.clock.begin(subject.done) > context.clock.as_of
    return True
