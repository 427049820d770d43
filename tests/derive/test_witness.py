"""Witnesses: another house than who made the record."""

from __future__ import annotations

import pytest

from hegui.derive.witness import independent
from hegui.model.evidence import Evidence
from hegui.model.repository import Unassessable
from tests.derive.helpers import repository
from tests.derive.small import record, text

HOUSES = """
{kind: party, id: acme, title: 甲, role: own}
---
{kind: party, id: buyer, title: 乙, role: buyer}
---
{kind: department, id: it, title: 科技部, party: acme}
---
{kind: department, id: risk, title: 风控部, party: acme}
---
{kind: department, id: theirs, title: 科技部, party: buyer}
---
{kind: person, id: p-001, department: it}
---
{kind: person, id: p-002, department: it}
---
{kind: person, id: p-003, department: risk}
---
{kind: person, id: p-004, department: gone}
---
{kind: vendor, id: host, title: 机房}
"""


def independent_of(performer: str | None, witness: str | None) -> bool:
    more = f", performed_by: {performer}" if performer else ""
    more += f", witnessed_by: {witness}" if witness else ""
    found = repository(text(HOUSES, record("e", "2026-11-20", more=more)))
    one = found.items["evidence"]["e"]
    assert isinstance(one, Evidence)
    return independent(one, found)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("department/it", "department/risk", True),
        ("department/it", "department/it", False),
        ("department/it", "department/theirs", True),
        ("person/p-001", "person/p-003", True),
        ("person/p-001", "person/p-002", False),  # two people of one department
        ("person/p-001", "department/it", False),
        ("person/p-001", "department/risk", True),
        ("vendor/host", "department/it", True),
        ("vendor/host", "vendor/host", False),
        ("party/acme", "party/acme", False),
        ("party/acme", "party/buyer", True),
        ("party/acme", "department/it", False),  # a department and its party are one house
        ("party/acme", "person/p-001", False),
        ("party/buyer", "department/it", True),
        ("vendor/host", "party/acme", True),
    ],
)
def test_another_house(one: str, other: str, apart: bool) -> None:
    assert independent_of(one, other) is apart
    assert independent_of(other, one) is apart


@pytest.mark.parametrize(
    ("performer", "witness"),
    [(None, None), ("department/it", None), (None, "department/it"), (None, "department/gone")],
)
def test_where_either_is_not_written_nobody_can_tell(
    performer: str | None, witness: str | None
) -> None:
    assert not independent_of(performer, witness)


@pytest.mark.parametrize("missing", ["department/gone", "person/p-009", "person/p-004"])
def test_who_is_written_and_not_there_cannot_be_judged(missing: str) -> None:
    for pair in ((missing, "department/it"), ("department/it", missing)):
        with pytest.raises(Unassessable, match=r"gone|p-009"):
            independent_of(*pair)
