"""Durations: ``90 days``, ``30 working days``, ``P90D``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from hegui.source.bilingual import Text, both

_UNITS = {
    "hour": "hours", "hours": "hours", "小时": "hours",
    "day": "days", "days": "days", "天": "days", "日": "days",
    "working day": "working days", "working days": "working days",
    "工作日": "working days", "个工作日": "working days",
    "week": "weeks", "weeks": "weeks", "周": "weeks",
    "month": "months", "months": "months", "个月": "months",
    "year": "years", "years": "years", "年": "years",
}  # fmt: skip
_SAID = {
    "hours": "小时", "days": "天", "working days": "个工作日", "weeks": "周", "months": "个月",
    "years": "年",
}  # fmt: skip
_ISO = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "H": "hours"}
PATTERN = (
    r"^([0-9]{1,5} ?(hours?|days?|working days?|weeks?|months?|years?"
    r"|小时|天|日|个?工作日|周|个月|年)|P[0-9]{1,5}[YMWD]|PT[0-9]{1,5}H)$"
)
_SHAPE = re.compile(PATTERN)
_NUMBER = re.compile(r"[0-9]+")


class Duration(NamedTuple):
    """``amount`` of one ``unit``: hours, days, working days, weeks, months or years.

    Months and years are those of the calendar (31 January and a month is the last day
    of February), as ISO 8601-1:2019 and 民法典 art. 201 to 203 count them.
    """

    amount: int
    unit: str

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """The duration in ``text``, or ``None`` when it has not the shape of one."""
        if not _SHAPE.match(text):
            return None
        number = _NUMBER.search(text)
        assert number is not None
        amount = int(number[0])
        if text.startswith("P"):
            return cls(amount, _ISO[text[-1]])
        return cls(amount, _UNITS[text[number.end() :].strip()])

    def after(
        self, start: datetime, is_working_day: Callable[[date], bool] | None = None
    ) -> datetime:
        """The instant this long after ``start``; the end of time where the calendar ends before.

        Working days count what ``is_working_day`` says, Monday to Friday without it.
        """
        try:
            return self._after(start, is_working_day or _weekday)
        except (OverflowError, ValueError):
            return datetime.max.replace(tzinfo=start.tzinfo)

    def _after(self, start: datetime, is_working_day: Callable[[date], bool]) -> datetime:
        match self.unit:
            case "hours":
                return start + timedelta(hours=self.amount)
            case "days":
                return start + timedelta(days=self.amount)
            case "weeks":
                return start + timedelta(weeks=self.amount)
            case "months":
                return _months_after(start, self.amount)
            case "years":
                return _months_after(start, self.amount * 12)
            case _:
                return _working_days_after(start, self.amount, is_working_day)

    def words(self) -> Text:
        """The duration as people say it."""
        return both(f"{self.amount} {_SAID[self.unit]}", str(self))

    def __str__(self) -> str:
        return f"{self.amount} {self.unit if self.amount != 1 else self.unit[:-1]}"


def _months_after(start: datetime, months: int) -> datetime:
    years, month = divmod(start.month - 1 + months, 12)
    last = calendar.monthrange(start.year + years, month + 1)[1]
    return start.replace(year=start.year + years, month=month + 1, day=min(start.day, last))


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def _working_days_after(
    start: datetime, days: int, is_working_day: Callable[[date], bool]
) -> datetime:
    moment = start
    while days:
        moment += timedelta(days=1)
        days -= is_working_day(moment.date())
    return moment
