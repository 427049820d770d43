"""The chain from the law to the proof: what one side reaches, the other reaches back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hegui import api
from hegui.derive.trace import flat, law_of, proof_of
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.item import Entity, Part
from hegui.model.repository import Repository

ROOT = Path(__file__).parents[2]


@cache
def repository() -> Repository:
    """The worked case."""
    return api.load(ROOT).repository


def below(entity: Entity) -> set[str]:
    return {str(one.identity) for _, one in flat(proof_of(entity, repository()))}


def above(entity: Entity) -> set[str]:
    return {str(one.identity) for _, one in flat(law_of(entity, repository()))}


def test_from_every_clause_to_the_evidence_and_back() -> None:
    """A record that a clause reaches rests on that clause."""
    reached = 0
    for clause in repository().parts["obligation"].values():
        for _, entity in flat(proof_of(clause, repository())):
            if isinstance(entity, Evidence):
                assert str(clause.identity) in above(entity), (clause.id, entity.id)
                reached += 1
    assert reached > 500


def test_from_every_record_to_the_law_and_back() -> None:
    """A record is reached from each clause it rests on, by way of a control that it names."""
    for record in repository().all(Evidence):
        for one in record.proves:
            objective = repository().parts["objective"][one.requirement.id.rpartition(":")[0]]
            assert one.control is not None, record.id
            control = repository().get(one.control, Control)
            if objective.id not in {ref.id for ref in control.achieves}:
                continue
            for ref in objective.record.satisfies:
                clause = repository().find(ref)
                assert isinstance(clause, Part)
                assert str(record.identity) in below(clause), (record.id, clause.id)


def test_every_record_of_the_case_names_a_control_that_achieves_its_objective() -> None:
    for record in repository().all(Evidence):
        for one in record.proves:
            assert one.control is not None
            control = repository().get(one.control, Control)
            objective = one.requirement.id.rpartition(":")[0]
            assert objective in {ref.id for ref in control.achieves}, (record.id, control.id)


def test_a_control_shows_its_checks_with_their_records_and_the_rest_once() -> None:
    control = repository().items["control"]["migration-reconciliation"]
    names = [str(one.identity) for _, one in flat(proof_of(control, repository()))]
    assert len(names) == len(set(names))
    assert "evidence/rehearsal-2-counts" in names
    assert any(name.startswith("check/") for name in names)


def test_a_requirement_shows_only_its_own_records() -> None:
    requirement = repository().parts["requirement"]["cip#04.3:hashes"]
    assert "evidence/rehearsal-2-hashes" in below(requirement)
    assert "evidence/rehearsal-2-guarantors" not in below(requirement)
    assert above(requirement) >= {"objective/cip#04.3", "obligation/pipl#art-8"}


def test_what_is_outside_the_chain_has_none() -> None:
    person = repository().items["person"]["p-017"]
    assert proof_of(person, repository()) == law_of(person, repository()) == ()
