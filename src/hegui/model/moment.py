"""Dates, instants and milestones, and the clock that places them on the time line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from hegui.model.reference import Ref

Moment = date | datetime
"""A day (of the organisation's time zone) or an instant with a zone."""
When = date | datetime | Ref
"""A moment, or the milestone of a transfer."""

DATE = r"(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}"
INSTANT = DATE + r"T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
_TICK = timedelta(microseconds=1)
_INSTANT = re.compile(INSTANT)
_DATE = re.compile(DATE)


def parse_moment(text: str) -> Moment | None:
    """A date or an instant with zone as ISO 8601 writes it; ``None`` when it is neither.

    Years run from 1900 to 2999: what lies beyond is a slip, and would run off the calendar
    when zones and durations are added.
    """
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
        if _INSTANT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    return None


class NoSuchMilestone(LookupError):
    """A milestone that no transfer declares; its argument is the reference."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Turns days into instants of the organisation's time zone.

    Where a day ends something (``until``, ``expires``, ``due``, ``as_of``) it means the end
    of that day, where it starts something its beginning; a milestone as an end is the
    instant just before it.
    """

    zone: tzinfo
    as_of: datetime
    milestones: Mapping[str, Moment] = field(default_factory=dict)

    def begin(self, when: When | None) -> datetime:
        """The first instant of ``when``; nothing declared is the beginning of time."""
        if when is None:
            return datetime.min.replace(tzinfo=self.zone)
        return start_of(self._moment(when), self.zone)

    def end(self, when: When | None) -> datetime:
        """The last instant of ``when``; nothing declared is the end of time."""
        if when is None:
            return datetime.max.replace(tzinfo=self.zone)
        if isinstance(when, Ref):
            return self.begin(when) - _TICK
        return end_of(when, self.zone)

    def within(self, start: When | None, until: When | None) -> bool:
        """Whether ``as_of`` lies between the two."""
        return self.begin(start) <= self.as_of <= self.end(until)

    def _moment(self, when: When) -> Moment:
        if isinstance(when, Ref):
            try:
                return self.milestones[when.id]
            except KeyError:
                raise NoSuchMilestone(when) from None
        return when


def start_of(moment: Moment, zone: tzinfo) -> datetime:
    """The instant, or the first instant of the day."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min, zone)


def end_of(moment: Moment, zone: tzinfo) -> datetime:
    """The instant, or the last instant of the day."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.max, zone)
