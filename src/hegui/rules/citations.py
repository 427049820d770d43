"""Citations of law: what the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from hegui.loading.resolve import references
from hegui.model.item import Entity, Item, Part
from hegui.model.kinds import KINDS
from hegui.model.repository import Unassessable
from hegui.model.types import Path
from hegui.rules.context import Context

LAW = ("obligation", "regulation")
CITING: tuple[type[Item] | str, ...] = (
    *(kind.cls for kind in KINDS.values() if kind.name != "regulation"),
    "objective",
)
"""What cites law: items of all kinds, and objectives, which satisfy obligations."""


class Cited(NamedTuple):
    """A clause or regulation, and the field of the subject that names it."""

    at: Path
    law: Entity


def citations(subject: Entity, context: Context) -> Iterator[Cited]:
    """The law that a subject names, as far as it is there."""
    start = len(subject.path) if isinstance(subject, Part) else 0
    for link in context.repository.outgoing(subject):
        if link.target.kind in LAW:
            yield Cited(link.path[start:], link.target)


def all_cited(subject: Entity, context: Context) -> None:
    """Raise `Unassessable` where a subject names law that is not there."""
    holder = subject.holder
    if (holder.kind, holder.id) not in context.repository.dangling:
        return
    for path, _, ref in references(holder):
        own = path[:2] if path[0] == "objectives" else ()
        if own == subject.full_path(()) and ref.kind in LAW and not context.repository.find(ref):
            raise Unassessable(str(ref))


def today(context: Context) -> date:
    """The day of judgement in the organisation's time zone."""
    return context.clock.as_of.astimezone(context.clock.zone).date()
