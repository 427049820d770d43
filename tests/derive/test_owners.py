"""Owners: the department that answers for each kind of thing, at the instant of judgement."""

from __future__ import annotations

import pytest

from hegui.derive.owners import _FIELDS, Owners
from hegui.model.item import Entity
from hegui.model.reference import Ref
from tests.derive.helpers import repository
from tests.derive.small import NOON, catalogue, clock_of, control, objective, record, text

BASE = text(
    """
    {kind: party, id: acme, title: 甲, role: own}
    ---
    {kind: department, id: it, title: 科技部, party: acme}
    ---
    {kind: department, id: law, title: 法务部, party: acme}
    ---
    {kind: person, id: p-001, department: it}
    ---
    {kind: person, id: p-002, department: law}
    ---
    {kind: person, id: p-003, department: gone}
    ---
    {kind: vendor, id: host, title: 机房, raci: [{accountable: law}]}
    ---
    {kind: vendor, id: bare, title: 无人}
    ---
    {kind: risk, id: leak, title: 泄露, owner: law}
    """,
    control(more=", raci: [{accountable: it}]"),
    control("free", achieves="c#p"),
    catalogue(objective("key: a"), objective("key: a", ref="p"), objective("key: a", ref="q")),
)


def owner(document: str, kind: str, name: str, as_of: str = NOON) -> str | None:
    """Who answers for something in the base repository with one document more."""
    found = repository(text(BASE, document) if document else BASE)
    entity = found.find(Ref(kind, name))
    assert entity is not None
    department = Owners(found, clock_of(found, as_of)).of(entity)
    return None if department is None else department.id


@pytest.mark.parametrize(
    ("document", "kind", "expected"),
    [
        ("kind: action, owner: it, due: 2026-12-01", "action", "it"),
        ("kind: action, owner: it, due: 2026-12-01, raci: [{accountable: law}]", "action", "law"),
        ("kind: agreement, type: nda, with: [vendor/host]", "agreement", "law"),
        ("kind: agreement, type: nda, owner: it, with: [vendor/host]", "agreement", "it"),
        ("kind: agreement, type: nda, with: [party/acme, vendor/host]", "agreement", "law"),
        ("kind: agreement, type: nda, with: [party/acme]", "agreement", None),
        ("kind: check, control: k, method: manual", "check", "it"),
        ("kind: check, control: k, method: manual, performed_by: department/law", "check", "it"),
        ("kind: check, control: free, method: manual, performed_by: department/law", "check",
         "law"),
        ("kind: control, statement: 做。, status: planned", "control", None),
        ("kind: control, statement: 做。, status: planned, raci: [{accountable: law}]", "control",
         "law"),
        ("kind: dataset, owner: law", "dataset", "law"),
        ("kind: dataset", "dataset", None),
        ("kind: exclusion, reason: 因。, approved_by: p-001", "exclusion", "it"),
        ("kind: exclusion, reason: 因。", "exclusion", None),
        ("kind: exclusion, reason: 因。, approved_by: p-003", "exclusion", None),
        ("kind: incident, owner: law", "incident", "law"),
        ("kind: measurement, risk: leak, indicator: n, at: 2026-11-01, value: 1", "measurement",
         "law"),
        ("kind: processing, purpose: 催收, owner: law", "processing", "law"),
        ("kind: risk, owner: law", "risk", "law"),
        ("kind: risk, owner: law, raci: [{accountable: it}]", "risk", "it"),
        ("kind: sign-off, decision: approval, by: p-001, at: 2026-11-01, department: law",
         "sign-off", "law"),
        ("kind: sign-off, decision: approval, by: p-001, at: 2026-11-01", "sign-off", "it"),
        ("kind: system, owner: law", "system", "law"),
        ("kind: vendor, raci: [{accountable: it}]", "vendor", "it"),
        ("kind: vendor-assessment, vendor: host, performed_at: 2026-11-01, conclusion: approved",
         "vendor-assessment", "law"),
        ("kind: vendor-assessment, vendor: bare, performed_at: 2026-11-01, conclusion: approved, "
         "performed_by: department/it", "vendor-assessment", "it"),
        ("kind: waiver, reason: 因。, requested_by: p-002, approved_by: p-001, "
         "granted: 2026-11-01, expires: 2026-12-01", "waiver", "law"),
        ("kind: party, role: buyer", "party", None),
        ("kind: fact, question: 如何？", "fact", None),
    ],
)  # fmt: skip
def test_who_answers_for_what(document: str, kind: str, expected: str | None) -> None:
    assert owner(f"{{id: x, title: 某, {document}}}", kind, "x") == expected


def test_nobody_answers_for_nothing() -> None:
    found = repository(BASE)

    assert Owners(found, clock_of(found, NOON)).of(None) is None


def test_every_field_that_leads_to_an_owner_is_there() -> None:
    """A slip in the table would only show as an exception when someone asks."""
    found = repository(text(BASE, EVERYTHING))
    owners = Owners(found, clock_of(found, NOON))
    entities: list[Entity] = [*found.every()]
    entities += [part for parts in found.parts.values() for part in parts.values()]
    for entity in entities:
        owners.of(entity)
    assert {entity.kind for entity in entities} >= set(_FIELDS)


EVERYTHING = """
{kind: action, id: x, title: 某, owner: it, due: 2026-12-01}
---
{kind: agreement, id: x, title: 某, with: [party/acme]}
---
{kind: check, id: x, title: 某, control: free, method: manual}
---
{kind: dataset, id: x, title: 某}
---
{kind: evidence, id: x, title: 某, result: fail, performed_at: 2026-11-01, proves: [{requirement: c#q:a}]}
---
{kind: exclusion, id: x, title: 某, reason: 因。}
---
{kind: incident, id: x, title: 某}
---
{kind: measurement, id: x, risk: other, indicator: n, at: 2026-11-01, value: 1}
---
{kind: risk, id: other, title: 某}
---
{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-12-01}]}
---
{kind: processing, id: x, title: 某, purpose: 催收}
---
{kind: sign-off, id: x, decision: approval, by: p-003, at: 2026-11-01}
---
{kind: system, id: x, title: 某}
---
{kind: vendor-assessment, id: x, title: 某, vendor: bare, performed_at: 2026-11-01, conclusion: approved}
---
kind: waiver
id: x
reason: 因。
requested_by: p-003
approved_by: p-001
granted: 2026-11-01
expires: 2026-12-01
"""


# Records, requirements, objectives, milestones


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (record("e", "2026-11-20"), "it"),
        (record("e", "2026-11-20", more=", performed_by: department/law"), "it"),
        (record("e", "2026-11-20", by=None, more=", performed_by: department/law"), "law"),
        (record("e", "2026-11-20", by="free", more=", performed_by: person/p-002"), "law"),
        (record("e", "2026-11-20", by="gone"), None),
        (record("e", "2026-11-20", by=None, more=", performed_by: vendor/host"), "law"),
        (record("e", "2026-11-20", by=None, more=", performed_by: party/acme"), None),
        (
            # by way of the check that it came from, before whoever performed it
            text(
                record("e", "2026-11-20", by=None, more=", check: i, performed_by: department/law"),
                "{kind: check, id: i, title: 检查, control: k, method: manual}",
            ),
            "it",
        ),
    ],
)
def test_who_answers_for_a_record(document: str, expected: str | None) -> None:
    assert owner(document, "evidence", "e") == expected


def test_a_record_about_several_things_belongs_to_the_first_that_has_an_owner() -> None:
    both = record("e", "2026-11-20").replace(
        "proves: [", "proves: [{requirement: c#p:a, control: free}, "
    )

    assert owner(both, "evidence", "e") == "it"


def test_a_requirement_belongs_to_whoever_answers_for_its_objective() -> None:
    assert owner("", "requirement", "c#o:a") == "it"
    assert owner("", "objective", "c#o") == "it"
    assert owner("", "requirement", "c#p:a") is None  # a control, and nobody answers for it
    assert owner("", "objective", "c#q") is None
    assert owner("", "requirement", "c#q:a") is None


def test_what_else_names_an_objective_does_not_answer_for_it() -> None:
    excluded = (
        "{kind: exclusion, id: x, title: 排, objectives: [c#q], reason: 因。, approved_by: p-001}"
    )

    assert owner(excluded, "objective", "c#q") is None


def test_a_milestone_belongs_to_whoever_decides() -> None:
    deal = (
        "{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-12-01MORE}]}"
    )

    assert owner(deal.replace("MORE", ", decides: law"), "milestone", "deal#closing") == "law"
    assert owner(deal.replace("MORE", ""), "milestone", "deal#closing") is None
    assert owner(deal.replace("MORE", ""), "transfer", "deal") is None


def test_who_answers_for_departments_people_and_vendors() -> None:
    assert owner("", "department", "it") == "it"
    assert owner("", "person", "p-002") == "law"
    assert owner("", "person", "p-003") is None
    assert owner("", "vendor", "host") == "law"
    assert owner("", "vendor", "bare") is None


# Periods and successors


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-19 23:59:59.999999", None),
        ("2026-11-20 00:00", "law"),
        ("2026-11-25 23:59:59.999999", "law"),
        ("2026-11-26 00:00", "it"),
        ("2026-11-30 23:59:59.999999", "it"),
        ("2026-12-01 00:00", None),
    ],
)
def test_only_the_period_in_force_counts(as_of: str, expected: str | None) -> None:
    periods = (
        "{from: 2026-11-20, until: 2026-11-25, accountable: law, responsible: [it]}, "
        "{from: 2026-11-26, until: closing, accountable: it, informed: [law]}, "
        "{from: nowhere, accountable: law}, {until: nowhere, accountable: law}"
    )
    document = text(
        control("x", more=f", raci: [{periods}]"),
        "{kind: transfer, id: deal, title: 转让, milestones: [{id: closing, on: 2026-12-01}]}",
    )

    assert owner(document, "control", "x", as_of) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-11-22 23:59:59.999999", "old"),
        ("2026-11-23 00:00", "mid"),
        ("2026-11-24 23:59:59.999999", "mid"),
        ("2026-11-25 00:00", "it"),
    ],
)
def test_a_closed_department_hands_over(as_of: str, expected: str) -> None:
    document = """
    {kind: department, id: old, title: 旧, party: acme, until: 2026-11-22, successor: mid}
    ---
    {kind: department, id: mid, title: 中, party: acme, until: 2026-11-24, successor: it}
    ---
    {kind: dataset, id: d, title: 数据, owner: old}
    """

    assert owner(document, "dataset", "d", as_of) == expected


@pytest.mark.parametrize(
    ("successors", "expected"),
    [
        (("", ""), "old"),  # closed without a successor: it is still the one to ask
        ((", successor: gone", ""), "old"),
        ((", successor: mid", ""), "mid"),
        ((", successor: mid", ", successor: old"), "old"),  # in a circle: back where it began
        ((", successor: old", ""), "old"),
    ],
)
def test_a_handover_that_leads_nowhere(successors: tuple[str, str], expected: str) -> None:
    old, mid = successors
    document = f"""
    {{kind: department, id: old, title: 旧, party: acme, until: 2026-11-22{old}}}
    ---
    {{kind: department, id: mid, title: 中, party: acme, until: 2026-11-21{mid}}}
    ---
    {{kind: dataset, id: d, title: 数据, owner: old}}
    """

    assert owner(document, "dataset", "d") == expected


def test_a_department_that_ends_with_a_milestone_that_is_not_there_hands_over() -> None:
    document = """
    {kind: department, id: old, title: 旧, party: acme, until: nowhere, successor: it}
    ---
    {kind: dataset, id: d, title: 数据, owner: old}
    """

    assert owner(document, "dataset", "d") == "it"
