"""All kinds: importing this module declares them, in the order of the groups."""

from __future__ import annotations

from hegui.model import (  # noqa: F401  (imported because that declares them)
    action,
    agreement,
    appetite,
    calendar,
    catalogue,
    check,
    control,
    data_class,
    dataset,
    deal_structure,
    department,
    evidence,
    evidence_shape,
    evidence_type,
    exclusion,
    fact,
    incident,
    incident_clock,
    measurement,
    organization,
    pack,
    party,
    person,
    processing,
    questionnaire,
    regulation,
    report,
    retention_rule,
    risk,
    role,
    rule,
    signoff,
    system,
    transfer,
    vendor,
    vendor_assessment,
    waiver,
)
from hegui.model.compound import ListOf, Record
from hegui.model.table import KINDS, Kind, PartOf, columns_of

GROUPS = (
    "organisation", "deal", "information", "law", "doing", "third parties", "risk", "decisions",
)  # fmt: skip
"""The groups of kinds, in the order in which one reads a repository."""

PARTS: dict[str, type] = {}
"""The class of the record of every part, by its kind: objective, requirement, milestone, …"""


def _find_parts(cls: type, parts: tuple[PartOf, ...]) -> None:
    for part in parts:
        field = next(column.type for column in columns_of(cls) if column.name == part.field)
        assert isinstance(field, ListOf)
        assert isinstance(field.item, Record)
        PARTS[part.kind] = field.item.cls
        _find_parts(field.item.cls, part.parts)


def _order(kind: Kind) -> tuple[int, str]:
    """By group and then by module: the same, whichever module of a kind was imported first."""
    return GROUPS.index(kind.group), kind.cls.__module__


_ordered = sorted(KINDS.values(), key=_order)
KINDS.clear()
for _kind in _ordered:
    KINDS[_kind.name] = _kind
    _find_parts(_kind.cls, _kind.parts)

__all__ = ["KINDS", "PARTS", "Kind"]
