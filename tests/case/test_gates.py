"""The worked case five and eight days ahead: what its gates lack, and that every state is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hegui.derive.gate import Decision
from hegui.derive.proof import Why
from hegui.derive.score import State
from hegui.derive.showing import Level
from hegui.source.file import File
from hegui.source.parse import parse
from tests.case.test_findings import result

WRITTEN = Path(__file__).with_name("gates.yaml")


def written() -> Any:
    """What was written down of the gates."""
    (document,) = parse(File(WRITTEN.name, WRITTEN.read_text(encoding="utf-8"))).documents
    return document.data


@pytest.mark.parametrize("name", ["cut-over", "closing"])
def test_the_gate_tells_the_truth(name: str) -> None:
    gate = result().gates[f"heting-2026#{name}"]
    wanted = written()[name]
    assert gate.decision is Decision(wanted["decision"])
    found = {point.entity.id: point.lack.value for point in gate.missing if point.entity}
    assert found == wanted["missing"]
    assert len(gate.missing) == len(found)


def test_what_stands_in_the_way_has_an_owner_and_mostly_an_action() -> None:
    for name in ("cut-over", "closing"):
        missing = result().gates[f"heting-2026#{name}"].missing
        assert all(point.owner is not None for point in missing)
        assert sum(not point.actions for point in missing) <= 5


def test_every_state_of_a_requirement_is_shown() -> None:
    derived = result().derived
    assert all(derived.headline.counts.values())
    judged = derived.requirements.values()
    assert any(one.asked.only_stated for one in judged), "not applicable by a stated fact"
    absent = [one for one in judged if one.state is State.NOT_APPLICABLE]
    assert any(not one.asked.only_stated for one in absent), "not applicable by the repository"


def test_every_level_and_every_age_of_proof_is_shown() -> None:
    proofs = [proof for one in result().derived.requirements.values() for proof in one.proofs]
    levels = {proof.deciding.level for proof in proofs if proof.why is Why.VALID and proof.deciding}
    assert levels == set(Level)
    assert {Why.FADING, Why.STALE, Why.FAILURE, Why.REFUTED, Why.NOTHING} <= {p.why for p in proofs}
