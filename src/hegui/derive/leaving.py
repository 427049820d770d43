"""Leaving: by what a dataset comes into the hands of another company.

The shares of a company change hands and its data stays where it is; a merger passes data on to
the successor by operation of law. Neither is a leaving, and neither is an answer to an authority
or work done by a vendor on the company's behalf. All else that puts another party of the deal in
reach of the data is one, the buyer's remote access before closing too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from hegui.derive.grounds import Grounds
from hegui.model.dataset import Dataset
from hegui.model.item import Entity
from hegui.model.organization import Organization
from hegui.model.party import Party
from hegui.model.processing import Processing
from hegui.model.reference import Ref
from hegui.model.repository import Repository
from hegui.model.system import System
from hegui.model.types import Path

STRUCTURES = ("asset-business", "portfolio")
"""The structures of a deal in which data goes to another company."""
MILESTONES = ("cut-over", "closing")
"""What is sold has left with the first of these."""
KINDS = ("organization", "party", "processing", "system", "transfer")
"""What must have been understood before anybody says that nothing leaves."""
_HOME = ("own", "target", "regulator")


class Departure(NamedTuple):
    """One way by which a dataset leaves: the field that says so, and to whom it goes.

    ``since`` is when it begins; ``None`` where no date can be told.
    """

    source: Entity
    path: Path
    to: Party | None
    since: datetime | None


def departures(dataset: Dataset, grounds: Grounds) -> Iterator[Departure]:
    """All ways by which a dataset leaves. Raises `Unassessable` where one cannot be judged."""
    grounds.repository.complete(*KINDS)
    yield from _sold(dataset, grounds)
    yield from _moved(dataset, grounds)
    yield from _handed(dataset, grounds)


def _sold(dataset: Dataset, grounds: Grounds) -> Iterator[Departure]:
    for leg in grounds.repository.parts.get("leg", {}).values():
        if leg.record.structure in STRUCTURES and _names(leg.record.datasets, dataset):
            for party in _others(leg.record.to_, grounds.repository):
                since = _first(grounds, leg.holder.id)
                yield Departure(leg, ("datasets",), party, since)


def _moved(dataset: Dataset, grounds: Grounds) -> Iterator[Departure]:
    since = _first(grounds)
    if dataset.in_deal == "provided":
        yield Departure(dataset, ("in_deal",), None, since)
    elif dataset.in_deal == "migrates":
        for ref in dataset.systems:
            system = grounds.repository.get(ref, System)
            for party in _others((system.party,) if system.party else (), grounds.repository):
                yield Departure(dataset, ("systems",), party, since)


def _handed(dataset: Dataset, grounds: Grounds) -> Iterator[Departure]:
    for processing in grounds.repository.all(Processing):
        if processing.manner == "succession" or not _names(processing.datasets, dataset):
            continue
        since = grounds.clock.begin(processing.from_)
        for party in _others(processing.recipients, grounds.repository):
            yield Departure(processing, ("recipients",), party, since)


def _names(refs: Iterable[Ref], dataset: Dataset) -> bool:
    return any(ref.id == dataset.id for ref in refs)


def _others(refs: Iterable[Ref], repository: Repository) -> Iterator[Party]:
    """The parties named that are neither ourselves nor an authority."""
    home = {one.party.id for one in repository.all(Organization) if one.party is not None}
    for ref in refs:
        if ref.kind == "party":
            party = repository.get(ref, Party)
            if party.role not in _HOME and party.id not in home:
                yield party


def _first(grounds: Grounds, transfer: str | None = None) -> datetime | None:
    """When what is sold has left: in one transfer, or in the first of all."""
    dates = [
        grounds.clock.begin(part.record.on)
        for part in grounds.repository.parts.get("milestone", {}).values()
        if part.record.id in MILESTONES and transfer in (None, part.holder.id)
    ]
    return min(dates, default=None)
