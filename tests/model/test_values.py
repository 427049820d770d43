"""Durations, moments and references mean what the design says."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.model.duration import Duration
from hegui.model.moment import Clock, NoSuchMilestone, parse_moment
from hegui.model.reference import Ref

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("90 days", 90, "days"),
        ("1 day", 1, "days"),
        ("30 working days", 30, "working days"),
        ("24 hours", 24, "hours"),
        ("P90D", 90, "days"),
        ("PT24H", 24, "hours"),
        ("P1Y", 1, "years"),
        ("P6M", 6, "months"),
        ("P2W", 2, "weeks"),
        ("90天", 90, "days"),
        ("30 个工作日", 30, "working days"),
        ("3 个月", 3, "months"),
        ("10 年", 10, "years"),
    ],
)
def test_durations(text: str, amount: int, unit: str) -> None:
    assert Duration.parse(text) == Duration(amount, unit)


@pytest.mark.parametrize(
    "text", ["", "90", "days", "-1 days", "1.5 days", "90 dayss", "P", "PT90D"]
)
def test_not_durations(text: str) -> None:
    assert Duration.parse(text) is None


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"),
        ("2026-11-20", "1 working day", "2026-11-23"),  # Friday to Monday
        ("2026-11-23", "5 working days", "2026-11-30"),
        ("2026-11-23", "2 weeks", "2026-12-07"),
        ("2026-12-15", "3 months", "2027-03-15"),
    ],
)
def test_calendar_arithmetic(start: str, duration: str, end: str) -> None:
    parsed = Duration.parse(duration)
    assert parsed is not None
    moment = datetime.fromisoformat(start).replace(tzinfo=SHANGHAI)
    assert parsed.after(moment).date() == date.fromisoformat(end)


def test_working_days_follow_a_calendar() -> None:
    """A holiday is not counted, a make-up Saturday is."""
    worked = {date(2026, 11, 28)}
    free = {date(2026, 11, 24)}

    def is_working_day(day: date) -> bool:
        return day in worked or (day.weekday() < 5 and day not in free)

    start = datetime(2026, 11, 23, tzinfo=SHANGHAI)
    assert Duration(4, "working days").after(start, is_working_day).date() == date(2026, 11, 28)


@given(st.integers(0, 99999), st.sampled_from(["hours", "days", "weeks", "working days"]))
def test_a_duration_reads_back(amount: int, unit: str) -> None:
    assert Duration.parse(str(Duration(amount, unit))) == Duration(amount, unit)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-13-01", "2026-1-2", "22:30", "2026-11-23T16:40", "23.11.2026"]
)
def test_not_moments(text: str) -> None:
    """An instant without a zone is none: it would depend on where it is read."""
    assert parse_moment(text) is None


def test_instants_have_a_zone() -> None:
    assert parse_moment("2026-11-23T16:40+08:00") == datetime(
        2026, 11, 23, 16, 40, tzinfo=timezone(timedelta(hours=8))
    )
    assert parse_moment("2026-11-23T08:40:05Z") == datetime(
        2026,
        11,
        23,
        8,
        40,
        5,
        tzinfo=timezone.utc,  # noqa: UP017
    )


def clock(as_of: str = "2026-11-23T12:00+08:00", zone: ZoneInfo = SHANGHAI) -> Clock:
    return Clock(zone, datetime.fromisoformat(as_of), {"closing": date(2026, 12, 1)})


def test_a_day_ends_with_its_last_instant() -> None:
    one = clock()
    assert one.within(date(2026, 11, 23), date(2026, 11, 23))
    assert not one.within(date(2026, 11, 24), None)
    assert not one.within(None, date(2026, 11, 22))
    assert one.within(None, None)


def test_a_milestone_as_an_end_is_just_before_it() -> None:
    closing = Ref("milestone", "closing")
    one = clock()
    assert one.end(closing) < one.begin(closing)
    assert one.end(closing) + timedelta(microseconds=1) == one.begin(closing)
    assert one.begin(closing) == datetime(2026, 12, 1, tzinfo=SHANGHAI)


def test_an_unknown_milestone_is_an_error() -> None:
    with pytest.raises(NoSuchMilestone):
        clock().begin(Ref("milestone", "opening"))


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Auckland", "UTC"])
def test_open_ends_hold_everything_in_every_zone(zone: str) -> None:
    one = clock(zone=ZoneInfo(zone))
    assert one.within(None, None)
    assert one.begin(None) < one.begin(date(1, 1, 2)) < one.end(date(9999, 12, 30)) < one.end(None)


def test_references() -> None:
    assert Ref.parse("vendor/jieyuan") == Ref("vendor", "jieyuan")
    assert Ref.parse("jieyuan", "vendor") == Ref("vendor", "jieyuan")
    assert Ref.parse("cip#04.3:counts", "requirement") == Ref("requirement", "cip#04.3:counts")
    assert Ref.parse("jieyuan") is None
    assert Ref.parse("two words", "vendor") is None
    assert Ref.parse("vendor/", "vendor") is None
