"""Terms: hours by the clock, days and months by the calendar, working days as published.

How they are counted is that of 民法典 art. 201 to 203; terms that end on a holiday are not put
off, because whoever waits for the reporter's office to open may be late for the law.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.derive.workdays import Workdays
from hegui.loading.load import load_pack
from hegui.loading.packs import folder
from hegui.model.calendar import Calendar
from hegui.model.duration import Duration
from hegui.model.moment import end_of
from tests.derive.helpers import ZONE, at, repository

STARTS = st.datetimes(datetime(2024, 12, 1), datetime(2027, 2, 1)).map(
    lambda start: start.replace(tzinfo=ZONE)
)
NONE = Workdays([])


@cache
def published() -> Workdays:
    """The working days that the pack publishes."""
    return Workdays(load_pack(folder("microloan-transfer")).repository.all(Calendar))


def due(start: str, term: str) -> str:
    parsed = Duration.parse(term)
    assert parsed is not None
    return published().due(at(start), parsed).isoformat(" ", "minutes").removesuffix("+08:00")


# ── the calendar of 2026 ──


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-01-01", "2026-01-03"),  # New Year
        ("2026-02-15", "2026-02-23"),  # Spring Festival
        ("2026-04-04", "2026-04-06"),  # Qingming
        ("2026-05-01", "2026-05-05"),  # Labour Day
        ("2026-06-19", "2026-06-21"),  # Dragon Boat
        ("2026-09-25", "2026-09-27"),  # Mid-Autumn
        ("2026-10-01", "2026-10-07"),  # National Day
    ],
)
def test_holidays(first: str, last: str) -> None:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    for number in range((end - start).days + 1):
        assert not published().worked(start + timedelta(days=number))


@pytest.mark.parametrize(
    "day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
)
def test_weekends_that_are_worked(day: str) -> None:
    assert date.fromisoformat(day).weekday() >= 5
    assert published().worked(date.fromisoformat(day))


def test_2026_has_248_working_days() -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(published().worked(day) for day in days) == 261 - 19 + 6


def test_years_that_are_not_published_count_monday_to_friday() -> None:
    assert published().published(date(2026, 12, 31))
    assert not published().published(date(2027, 1, 1))
    assert published().worked(date(2027, 1, 1))  # a Friday, and surely a holiday
    assert not published().worked(date(2027, 1, 2))


def test_calendars_of_several_regions_and_years_add_up() -> None:
    text = """
    {kind: calendar, id: a, title: 甲, year: 2030, holidays: [2030-01-02], workdays: [2030-01-05]}
    ---
    {kind: calendar, id: b, title: 乙, year: 2031, holidays: [2031-01-02]}
    """
    days = Workdays(repository(text).all(Calendar))

    assert not days.worked(date(2030, 1, 2))
    assert days.worked(date(2030, 1, 5))
    assert not days.worked(date(2031, 1, 2))
    assert days.published(date(2031, 6, 1))


def test_a_day_that_is_both_is_worked() -> None:
    """A later notice takes a day off the holidays by naming it as worked."""
    text = "{kind: calendar, id: a, title: 甲, year: 2030, holidays: [2030-01-02], workdays: [2030-01-02]}"
    assert Workdays(repository(text).all(Calendar)).worked(date(2030, 1, 2))


# ── terms ──


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        # hours run from the instant, at night and on holidays too (art. 201)
        ("2026-11-20 09:12", "1 hour", "2026-11-20 10:12"),
        ("2026-09-30 23:30", "4 hours", "2026-10-01 03:30"),
        ("2026-10-01 12:00", "72 hours", "2026-10-04 12:00"),
        # the first day is not counted, the last one ends at midnight (art. 201, 203)
        ("2026-11-20 00:00", "1 day", "2026-11-21 23:59"),
        ("2026-11-20 23:59", "1 day", "2026-11-21 23:59"),
        ("2026-11-20 09:12", "0 days", "2026-11-20 23:59"),
        ("2026-11-20 09:12", "30 days", "2026-12-20 23:59"),
        ("2026-11-20 09:12", "2 weeks", "2026-12-04 23:59"),
        # the day of the same number, or the last of the month (art. 202)
        ("2026-01-31 09:12", "1 month", "2026-02-28 23:59"),
        ("2026-03-31 09:12", "6 months", "2026-09-30 23:59"),
        ("2026-11-20 09:12", "1 year", "2027-11-20 23:59"),
        ("2024-02-29 09:12", "1 year", "2025-02-28 23:59"),
        # the end is not put off
        ("2026-09-30 09:12", "1 day", "2026-10-01 23:59"),
        ("2026-11-20 09:12", "2 days", "2026-11-22 23:59"),
        # working days
        ("2026-11-20 09:12", "1 working day", "2026-11-23 23:59"),  # Friday to Monday
        ("2026-11-21 09:12", "1 working day", "2026-11-23 23:59"),  # from a Saturday
        ("2026-09-30 09:12", "1 working day", "2026-10-08 23:59"),  # over National Day
        ("2026-09-30 09:12", "3 working days", "2026-10-10 23:59"),  # a Saturday that is worked
        ("2026-02-13 09:12", "2 working days", "2026-02-24 23:59"),  # over Spring Festival
        ("2026-02-13 09:12", "1 working day", "2026-02-14 23:59"),
        ("2026-11-23 09:12", "0 working days", "2026-11-23 23:59"),
        ("2026-12-31 09:12", "1 working day", "2027-01-01 23:59"),  # provisionally
    ],
)
def test_when_a_term_ends(start: str, term: str, end: str) -> None:
    assert due(start, term) == end


@given(STARTS, st.integers(0, 2_000))
def test_hours_run_by_the_clock(start: datetime, hours: int) -> None:
    assert published().due(start, Duration(hours, "hours")) == start + timedelta(hours=hours)


@given(STARTS, st.integers(0, 400), st.sampled_from(["days", "weeks", "months", "years"]))
def test_other_terms_end_with_a_day_and_not_on_the_first(
    start: datetime, amount: int, unit: str
) -> None:
    end = published().due(start, Duration(amount % 40, unit))

    assert end == end_of(end.date(), ZONE)
    assert (end.date() > start.date()) == (amount % 40 > 0)
    assert published().due(start.replace(hour=0, minute=0), Duration(amount % 40, unit)) == end


@given(STARTS, st.integers(1, 60))
def test_as_many_days_are_worked_as_the_term_has(start: datetime, amount: int) -> None:
    end = published().due(start, Duration(amount, "working days")).date()
    passed = [start.date() + timedelta(days=n + 1) for n in range((end - start.date()).days)]

    assert sum(published().worked(day) for day in passed) == amount
    assert published().worked(end)


@given(STARTS, st.integers(0, 60), st.integers(0, 60))
def test_working_days_add_up(start: datetime, first: int, second: int) -> None:
    half = published().due(start, Duration(first, "working days"))
    whole = published().due(start, Duration(first + second, "working days"))

    assert published().due(half, Duration(second, "working days")) == whole


@given(STARTS, st.integers(0, 60))
def test_working_days_never_end_before_days(start: datetime, amount: int) -> None:
    days = published().due(start, Duration(amount, "days"))
    assert published().due(start, Duration(amount, "working days")) >= days


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_without_calendars_monday_to_friday_are_worked(day: date) -> None:
    assert NONE.worked(day) == (day.weekday() < 5)
    assert not NONE.published(day)


@pytest.mark.parametrize(
    ("term", "start", "provisional"),
    [
        ("1 working day", "2026-12-30 09:00", False),
        ("1 working day", "2026-12-31 09:00", True),
        ("30 days", "2026-12-31 09:00", False),
        ("1 month", "2026-12-31 09:00", False),
    ],
)
def test_what_counts_unpublished_working_days_is_provisional(
    term: str, start: str, provisional: bool
) -> None:
    parsed = Duration.parse(term)
    assert parsed is not None
    end = published().due(at(start), parsed)
    assert published().provisional(end, parsed) is provisional


def test_packs_are_where_they_are_thought_to_be() -> None:
    assert (Path(folder("microloan-transfer")) / "calendar.yaml").exists()
