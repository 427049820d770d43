"""Subjects: for which items a requirement must be shown, one by one."""

from __future__ import annotations

from typing import NamedTuple

from hegui.derive.answers import Value
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_item
from hegui.model.evidence import Evidence
from hegui.model.item import Item, Part
from hegui.model.moment import Clock
from hegui.model.repository import Repository


class Shown(NamedTuple):
    """One subject: whether the requirement is about it, and the latest record, if there is one.

    ``about`` is uncertain where the item does not state what the requirement's ``where`` reads.
    """

    subject: Item
    about: Value
    record: Evidence | None


def subjects(requirement: Part, repository: Repository, clock: Clock) -> tuple[Shown, ...]:
    """The subjects of a requirement with ``for_each``, by id; none where it has no such."""
    kind = requirement.record.for_each
    if kind is None:
        return ()
    latest = _latest(requirement, repository, clock)
    found = []
    for item in repository.items.get(kind, {}).values():
        about = _about(requirement.record.where, item)
        if about is not Value.NO:
            found.append(Shown(item, about, latest.get(item.id)))
    return tuple(found)


def _about(where: str | None, item: Item) -> Value:
    if where is None:
        return Value.YES
    try:
        held = holds(where, {item.kind.replace("-", "_"): of_item(item)})
    except Undecided:
        return Value.UNCERTAIN
    return Value.YES if held else Value.NO


def _latest(requirement: Part, repository: Repository, clock: Clock) -> dict[str, Evidence]:
    """The latest record for each subject up to the instant; at equal instants the failure."""
    found: dict[str, Evidence] = {}
    for link in repository.incoming(requirement):
        record = link.source
        if not isinstance(record, Evidence) or link.field != "proves.requirement":
            continue
        subject = record.proves[link.path[1]].subject  # type: ignore[index]
        if subject is None or clock.begin(record.performed_at) > clock.as_of:
            continue
        before = found.get(subject.id)
        if before is None or _order(before, clock) <= _order(record, clock):
            found[subject.id] = record
    return found


def _order(record: Evidence, clock: Clock) -> tuple[object, bool]:
    return clock.begin(record.performed_at), record.result == "fail"
