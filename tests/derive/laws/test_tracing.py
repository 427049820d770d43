"""Law 7: every number can be traced to the documents that made it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hegui.derive.gate import Decision
from hegui.derive.proof import Found, Proof
from hegui.derive.residual import mean
from hegui.derive.score import Judged, State
from hegui.derive.showing import Showing
from hegui.model.appetite import Appetite
from hegui.model.evidence import Evidence
from hegui.model.risk import LAYERS, Risk
from tests.derive.laws.figures import Figures, judged
from tests.derive.laws.strategies import worlds
from tests.derive.laws.test_laws import examples
from tests.derive.laws.world import Doc, World


@examples(100)
@given(st.data())
def test_7_a_proof_rests_on_its_passes(data: st.DataObject) -> None:
    """What is proved names a document that is there, and is proved no more when its passes go."""
    world = data.draw(worlds())
    figures = judged(world)
    proved = [
        proof
        for one in figures.result.derived.requirements.values()
        for proof in one.proofs
        if proof.found is Found.PROVED
    ]
    assume(proved)
    for proof in proved:
        assert proof.deciding in proof.valid(figures.result.as_of)
        assert _stands(proof, world)
        assert all(at < proof.deciding.at for at in _failures(proof, world, figures.result.as_of))
    proof = data.draw(st.sampled_from(proved))
    left = judged(_without_passes(world, proof, figures))
    [same] = [
        one
        for one in left.result.derived.requirements[proof.requirement.id].proofs
        if _subject(one) == _subject(proof)
    ]
    assert same.found is not Found.PROVED


def _stands(proof: Proof, world: World) -> bool:
    """Whether the document that decides stands where the proof says."""
    assert proof.deciding is not None
    source, place = proof.deciding.source, proof.deciding.place
    text = world.texts()[place.path].splitlines()
    return f'"id": "{source.id}"' in text[place.line - 1]


def _failures(proof: Proof, world: World, now: datetime) -> Iterator[datetime]:
    """When records said that it failed, as their documents have it."""
    for record in world.documents("evidence"):
        at, known = (
            _begin(record.get(name) or record["performed_at"], now)
            for name in ("performed_at", "recorded_at")
        )
        if record["result"] == "fail" and max(at, known) <= now:
            yield from (at for one in record["proves"] if _is_about(one, proof))


def _begin(text: str, now: datetime) -> datetime:
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=now.tzinfo)


def _is_about(one: Doc, proof: Proof) -> bool:
    own = proof.subject is None or one.get("subject") == str(proof.subject.identity)
    return own and one["requirement"] == proof.requirement.id


def _subject(proof: Proof) -> str:
    return proof.subject.id if proof.subject else ""


def _without_passes(world: World, proof: Proof, figures: Figures) -> World:
    """Without all that passes and counts: of records what they say of it, of checks the checks."""
    passes = [one for one in proof.showings if one.passed and one.void is None]
    gone = {(one.source.kind, one.source.id, one.position) for one in passes}

    def left(document: Doc) -> tuple[Doc, ...]:
        name = document.get("kind"), document.get("id")
        if (*name, None) in gone:
            return ()
        if document.get("kind") != Evidence.kind:
            return (document,)
        proves = [one for n, one in enumerate(document["proves"]) if (*name, n) not in gone]
        return ({**document, "proves": proves},) if proves else ()

    return world.map(left)


@examples(120)
@given(worlds())
def test_7_a_score_is_the_sum_over_requirements(world: World) -> None:
    """Σ weight of what is proved, applicable and due / Σ weight of what is applicable and due."""
    figures = judged(world)
    requirements = list(figures.result.derived.requirements.values())
    now = figures.result.as_of

    assert figures.scores["all"][:2] == _added(requirements, now)
    for name, some in _parts(requirements).items():
        assert figures.scores[name][:2] == _added(some, now), name
        counts = [sum(one.state is state for one in some) for state in State]
        assert list(figures.scores[name].counts.values()) == counts


def _parts(requirements: Iterable[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = {}
    for one in requirements:
        catalogue, area = one.objective.holder.id, one.objective.record.area
        by = one.asked.by.id if one.asked.by else "-"
        for name in (f"catalogue {catalogue}", f"area {catalogue}#{area}", f"milestone {by}"):
            found.setdefault(name, []).append(one)
    return found


def _added(requirements: Iterable[Judged], now: datetime) -> tuple[Fraction, Fraction]:
    proved = due = Fraction(0)
    for one in requirements:
        weight = one.requirement.record.weight
        size = Fraction(1 if weight is None else weight)
        asked = bool(one.proofs) if one.asked.applies else one.asked.only_stated
        if asked and (one.asked.due_at is None or one.asked.due_at <= now):
            due += size
            everywhere = all(proof.found is Found.PROVED for proof in one.proofs)
            if one.asked.applies and one.asked.exclusion is None and everywhere:
                proved += size
    return proved, due


@examples(120)
@given(worlds())
def test_7_a_residual_is_the_product_over_layers(world: World) -> None:
    """Inherent × Π over layers of (1 − max(reduction × reliability)), not below the floor."""
    figures = judged(world)
    repository = figures.result.repository
    [appetite] = repository.all(Appetite)
    for risk in repository.all(Risk):
        left = {layer: Fraction(1) for layer in LAYERS}
        for one in risk.mitigations:
            needed = [_credit(ref.id, appetite, figures) for ref in one.needs]
            takes = Fraction(one.reduction) * _credit(one.objective.id, appetite, figures)
            left[one.layer] = min(left[one.layer], 1 - takes * min(needed, default=Fraction(1)))
        factor = max(math.prod(left.values()), Fraction(appetite.floor or 0))
        found = figures.left[risk.id]
        assert found.factor == factor
        assert found.expected == pytest.approx(_inherent(risk) * float(factor))


def _inherent(risk: Risk) -> float:
    assert risk.inherent is not None
    chance, often, loss = risk.inherent.chance, risk.inherent.frequency, risk.inherent.loss
    assert loss is not None
    if chance is not None:
        return float(chance) * mean(loss.low, loss.high)
    assert often is not None
    times = 12 if often.per == "month" else 1
    return mean(often.low, often.high) * times * mean(loss.low, loss.high)


def _credit(objective: str, appetite: Appetite, figures: Figures) -> Fraction:
    """The lowest credit among the applicable requirements of an objective."""
    asked = [
        one
        for one in figures.result.derived.by_objective[objective]
        if one.asked.applies and one.proofs
    ]
    return min((_earned(one, appetite, figures.result.as_of) for one in asked), default=Fraction(0))


def _earned(one: Judged, appetite: Appetite, now: datetime) -> Fraction:
    if one.asked.exclusion is not None:
        return Fraction(0)
    return min(
        max((_worth(each, appetite, now) for each in proof.valid(now)), default=Fraction(0))
        for proof in one.proofs
    )


def _worth(one: Showing, appetite: Appetite, now: datetime) -> Fraction:
    """The cap of its level × its freshness."""
    stated = appetite.credit
    caps = [getattr(stated, name) or 0 for name in _LEVELS[: one.level]]
    fresh = Fraction(1)
    if one.until is not None and one.gone is not None and now > one.until:
        tick = timedelta(microseconds=1)
        fresh = Fraction((one.gone - now) // tick, (one.gone - one.until) // tick)
    return Fraction(max(caps)) * fresh


_LEVELS = ("asserted", "documented", "witnessed", "recomputed")


@examples(40)
@given(worlds())
def test_7_a_gate_says_what_it_lacks_and_where(world: World) -> None:
    """What stands in the way of a gate stands at a line; a gate without it is open."""
    figures = judged(world)
    texts = world.texts()
    for gate in figures.result.gates.values():
        for point in gate.points:
            assert point.place.line <= len(texts[point.place.path].splitlines())
        assert (gate.decision is Decision.NO) == bool(gate.missing)
        assert (gate.decision is Decision.GO) == (not gate.points)
        assert 0 <= gate.held <= gate.asked
