"""Departures as messages tell of them."""

from __future__ import annotations

from hegui.derive.leaving import Departure
from hegui.model.dataset import Dataset
from hegui.rules.context import Context
from hegui.source.bilingual import Text, both


def told(departure: Departure, context: Context) -> Text:
    """By what, and to whom, a dataset leaves."""
    to = context.name(departure.to) if departure.to else both("其他处理者", "another handler")
    if isinstance(departure.source, Dataset):
        return both(f"按转让安排交给{to.get('zh')}", f"it goes to {to.get('en')} in the deal")
    by = context.name(departure.source)
    return both(
        f"随{by.get('zh')}交给{to.get('zh')}", f"it goes to {to.get('en')} by {by.get('en')}"
    )


def apart(departure: Departure) -> str:
    """What tells one departure of a dataset from another."""
    to = departure.to.id if departure.to else ""
    return f"{departure.source.identity} {departure.path[0]} {to}"
