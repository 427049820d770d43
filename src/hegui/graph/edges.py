"""Edges: what the references of documents mean for who depends on whom, and where data flows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hegui.model.control import Control
from hegui.model.repository import Link, Repository
from hegui.model.vendor import Vendor


class Edge(NamedTuple):
    """From one item to another, by ``kind/id``, with the reference that declares it.

    ``guards`` are the controls that stand on it.
    """

    source: str
    target: str
    link: Link
    guards: frozenset[str] = frozenset()


Names = Mapping[tuple[str, str], bool]
"""By kind and field: whether the edge leads the way of the reference, or against it."""

_FLOWS: Names = {
    ("dataset", "systems"): True,
    ("system", "vendor"): True,
    ("vendor", "services.datasets"): False,
    ("vendor", "services.supports"): False,
    ("vendor", "subprocessors"): True,
    ("processing", "datasets"): False,
    ("processing", "recipients"): True,
}
_DEPENDS: Names = {
    ("control", "operated_by"): True,
    ("control", "achieves"): False,
    ("check", "control"): True,
    ("dataset", "systems"): True,
    ("system", "vendor"): True,
    ("vendor", "services.supports"): False,
    ("vendor", "subprocessors"): True,
    ("processing", "datasets"): True,
    ("risk", "mitigations.objective"): True,
    ("risk", "mitigations.needs"): True,
}


def flows(repository: Repository) -> Iterator[Edge]:
    """Where information about people goes: from a dataset to systems, vendors and recipients.

    The active controls that protect a dataset stand on every flow out of it.
    """
    guards = guards_of(repository)
    for edge in _edges(repository, _FLOWS):
        if not _without_access(edge.link):
            yield edge._replace(guards=guards.get(edge.source, frozenset()))


def dependencies(repository: Repository) -> Iterator[Edge]:
    """What cannot work without what."""
    return _edges(repository, _DEPENDS)


def _edges(repository: Repository, names: Names) -> Iterator[Edge]:
    for link in repository.links:
        forward = names.get((link.source.kind, link.field))
        if forward is not None:
            ends = str(link.source.identity), str(link.target.identity)
            source, target = ends if forward else ends[::-1]
            yield Edge(source, target, link)


def guards_of(repository: Repository) -> Mapping[str, frozenset[str]]:
    """The active controls that protect each dataset, both by ``kind/id``."""
    found: dict[str, set[str]] = defaultdict(set)
    for control in repository.all(Control):
        if control.active:
            for dataset in control.datasets:
                found[str(dataset)].add(str(control.identity))
    return {name: frozenset(some) for name, some in found.items()}


def _without_access(link: Link) -> bool:
    """Whether a service is said to touch no data: what it supports does not flow to it."""
    vendor = link.source
    if not isinstance(vendor, Vendor) or link.path[0] != "services":
        return False
    position = link.path[1]
    assert isinstance(position, int)
    return vendor.services[position].access == "none"
