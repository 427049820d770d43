"""Subjects: for which items a requirement must be shown, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.answers import Value
from hegui.expr.cel import Undecided, holds
from hegui.expr.plain import of_item
from hegui.model.item import Item, Part
from hegui.model.repository import Repository


def about(requirement: Part, repository: Repository) -> Iterator[tuple[Item, Value]]:
    """The subjects of a requirement with ``for_each``, by id; none where it has no such.

    The value is uncertain where an item does not state what the requirement's ``where`` reads:
    it counts as a subject.
    """
    kind, where = requirement.record.for_each, requirement.record.where
    if kind is None:
        return
    for item in repository.items.get(kind, {}).values():
        if (value := _held(where, item)) is not Value.NO:
            yield item, value


def _held(where: str | None, item: Item) -> Value:
    if where is None:
        return Value.YES
    try:
        held = holds(where, {item.kind.replace("-", "_"): of_item(item)})
    except Undecided:
        return Value.UNCERTAIN
    return Value.YES if held else Value.NO
