"""How the management page writes counts, days and instants, in both languages."""

from __future__ import annotations

from datetime import date, datetime, time

from hegui.source.bilingual import Text, both

PHRASES = ("day", "instant")
"""The functions of this module that templates may call."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def number(count: int) -> str:
    """A count as both languages group it."""
    return f"{count:,}"


def things(count: int, noun: str) -> str:
    """An English count with its noun: no finding, 1 finding, 2 findings."""
    return f"{number(count) if count else 'no'} {noun if count < 2 else noun + 's'}"


def are(count: int) -> str:
    """The verb that follows an English count made by `things`."""
    return "is" if count < 2 else "are"


def day(when: date) -> Text:
    """A day in each language's form."""
    month = _MONTHS[when.month - 1]
    return both(f"{when.year}年{when.month}月{when.day}日", f"{when.day} {month} {when.year}")


def instant(when: datetime) -> Text:
    """An instant in each language's form; the end of a day is said so."""
    words, name = day(when.date()), str(when.tzinfo)
    zh, en = words.get("zh"), words.get("en")
    if when.time() == time.max:
        return both(f"{zh}终了（{name}）", f"the end of {en} ({name})")
    return both(f"{zh} {when:%H:%M:%S}（{name}）", f"{en}, {when:%H:%M:%S} ({name})")
