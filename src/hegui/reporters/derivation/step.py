"""Steps of a derivation, and how its numbers are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from typing import Any, NamedTuple

from hegui.derive.derived import Derived
from hegui.source.bilingual import Text, both
from hegui.source.place import Place


class Step(NamedTuple):
    """One step: what follows, from where, and what it rests on."""

    text: Text
    place: Place | None = None
    below: tuple[Step, ...] = ()


def flat(step: Step, depth: int = 0) -> Iterator[tuple[int, Step]]:
    """The steps with their depth, each followed by what it rests on."""
    yield depth, step
    for one in step.below:
        yield from flat(one, depth + 1)


def data(step: Step, language: str) -> dict[str, Any]:
    """The steps as JSON."""
    place = step.place
    return {
        "text": step.text.get(language),
        "location": place and {"path": place.path, "line": place.line, "column": place.column},
        "below": [data(one, language) for one in step.below],
    }


def name_of(one: Any) -> Text:
    """The title of a grade or band, or its id."""
    found = getattr(one, "title", None)
    return found if isinstance(found, Text) else both(one.id, one.id)


def day_of(moment: datetime, derived: Derived) -> str:
    """The day of an instant in the organisation's time zone."""
    return moment.astimezone(derived.grounds.clock.zone).date().isoformat()


def number(value: Fraction | float) -> str:
    """A number to six significant digits, without a trailing zero."""
    return f"{float(value):.6g}"


def money(value: float) -> str:
    """Money to the hundredth."""
    return f"{value:,.2f}"
