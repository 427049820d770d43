"""Witnesses: whether whoever witnessed a record belongs to another house than who made it."""

from __future__ import annotations

from hegui.model.department import Department
from hegui.model.evidence import Evidence
from hegui.model.item import Item
from hegui.model.party import Party
from hegui.model.person import Person
from hegui.model.reference import Ref
from hegui.model.repository import Repository, Unassessable


def independent(record: Evidence, repository: Repository) -> bool:
    """Whether a record was witnessed by another department than performed it.

    A person stands for his department; a department and the party it belongs to are one house, a
    vendor is a house of its own. Where either is not written, nobody can tell: no.
    Raises `Unassessable` where one that is written is not there.
    """
    if record.performed_by is None or record.witnessed_by is None:
        return False
    performer = _house(record.performed_by, repository)
    witness = _house(record.witnessed_by, repository)
    return performer is not witness and not (
        _within(performer, witness) or _within(witness, performer)
    )


def _house(ref: Ref, repository: Repository) -> Item:
    """The department, party or vendor that someone stands for."""
    found = repository.find(ref)
    if isinstance(found, Person):
        return repository.get(found.department, Department)
    if not isinstance(found, Item):
        raise Unassessable(str(ref))
    return found


def _within(one: Item, other: Item) -> bool:
    """Whether a department is one of those of a party."""
    return isinstance(one, Department) and isinstance(other, Party) and one.party.id == other.id
