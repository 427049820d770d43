"""Working days, by the calendars that the packs publish year by year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from hegui.model.calendar import Calendar
from hegui.model.duration import Duration
from hegui.model.moment import end_of

_SATURDAY = 5
_FURTHEST = 4000
"""Days to look back: no law wants to be told ten years ahead."""


class Workdays:
    """Which days are worked; beyond the published years Monday to Friday, provisionally."""

    def __init__(self, calendars: Iterable[Calendar]) -> None:
        calendars = list(calendars)
        self._off = {day for calendar in calendars for day in calendar.holidays}
        self._worked = {day for calendar in calendars for day in calendar.workdays}
        self._years = {calendar.year for calendar in calendars}

    def worked(self, day: date) -> bool:
        """Whether ``day`` is worked: weekdays that are no holiday, and days worked instead."""
        if day in self._worked:
            return True
        return day not in self._off and day.weekday() < _SATURDAY

    def published(self, day: date) -> bool:
        """Whether the calendar of that year is out; otherwise a count over it is provisional."""
        return day.year in self._years

    def provisional(self, end: datetime, term: Duration) -> bool:
        """Whether the end of a term may still move: it counts working days of an unpublished year."""
        return term.unit == "working days" and not self.published(end.date())

    def lead(self, end: datetime, term: Duration) -> datetime:
        """The last instant at which a term that leads up to ``end`` must have begun."""
        day = (end - timedelta(microseconds=1)).date()
        for _ in range(_FURTHEST):
            begun = end_of(day, end.tzinfo)  # type: ignore[arg-type]
            if term.after(begun, self.worked) <= end:
                return begun
            day -= timedelta(days=1)
        return begun

    def due(self, start: datetime, term: Duration) -> datetime:
        """The last instant of a term that starts at ``start``, in the zone of ``start``.

        A term in hours runs by the clock, through nights and holidays; one in days, weeks,
        months or years starts on the next day and ends with its last day (民法典第二百零一条).
        """
        if term.unit == "hours":
            return term.after(start)
        return end_of(term.after(start, self.worked).date(), start.tzinfo)  # type: ignore[arg-type]
