"""The example of docs/proof.md comes out as it was worked out on paper, in both languages."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import pytest

from hegui import api
from hegui.derive.coverage import COVERED, coverage
from hegui.derive.credit import caps, earned
from hegui.derive.gate import DECISIONS, Lack
from hegui.derive.residual import Residual, residual
from hegui.derive.score import STATES
from hegui.derive.showing import LEVELS, VOIDS, Level
from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.model.appetite import Appetite
from hegui.model.risk import Risk

DOCS = Path(__file__).parents[3] / "docs"
PAGES = {"en": "proof.md", "zh": "proof.zh.md"}
DRILL, REVIEWED, CONFIRMED = "own#backup:drill", "own#access:reviewed", "own#return:confirmed"


@pytest.fixture(scope="module")
def result() -> Result:
    return api.check(DOCS / "example")


@pytest.fixture(scope="module")
def left(result: Result) -> Residual:
    [risk] = result.repository.all(Risk)
    found = residual(risk, result.derived)
    assert isinstance(found, Residual)
    return found


def test_what_was_shown_and_what_decides(result: Result) -> None:
    found = {
        name: (str(proof.found), proof.deciding.source.id, proof.deciding.level)
        for name, one in result.derived.requirements.items()
        for proof in one.proofs
        if proof.deciding is not None
    }
    assert found == {
        DRILL: ("proved", "drill-october", Level.WITNESSED),
        REVIEWED: ("proved", "review-passed", Level.DOCUMENTED),
        CONFIRMED: ("failed", "letter-refuted", Level.ASSERTED),
    }


def test_validity_and_freshness(result: Result) -> None:
    [drill], [reviewed] = (
        result.derived.requirements[name].proofs[0].valid(result.as_of)
        for name in (DRILL, REVIEWED)
    )
    assert [str(one.date()) for one in (drill.until, drill.gone) if one] == [
        "2026-11-19",
        "2026-11-29",
    ]
    assert drill.freshness(result.as_of) == Fraction(6, 10)
    assert reviewed.until is not None
    assert str(reviewed.until.date()) == "2027-02-10"
    assert reviewed.freshness(result.as_of) == 1


def test_score_and_coverage(result: Result) -> None:
    score = result.derived.headline
    assert score[:2] == (Fraction(3), Fraction(6))
    assert score.value == Fraction(1, 2)
    rows = {row.obligation.id: str(row.covered) for row in coverage(result.derived).rows}
    assert rows == {"rules#art-1": "covered", "rules#art-2": "partly"}


def test_credit(result: Result) -> None:
    [appetite] = result.repository.all(Appetite)
    found = {
        name: earned(one, caps(appetite), result.derived)
        for name, one in result.derived.requirements.items()
    }
    assert found == {DRILL: Fraction(48, 100), REVIEWED: Fraction(6, 10), CONFIRMED: 0}


def test_residual(left: Residual) -> None:
    inherent = 0.4 * math.exp(12.664218 + 0.699936**2 / 2)
    assert left.inherent.expected == pytest.approx(inherent, abs=1)
    assert left.proved.factor == Fraction(7, 10) * Fraction(7696, 10000)
    assert left.proved.expected == pytest.approx(inherent * 0.53872, abs=1)
    assert left.claimed.factor == Fraction(5, 100)  # 0.04 is below the floor
    assert [one.level.id for one in (left.inherent, left.claimed, left.proved)] == [
        "major",
        "low",
        "medium",
    ]


def test_gate(result: Result) -> None:
    [gate] = result.gates.values()
    assert str(gate.decision) == "no-go"
    assert {point.entity.id: point.lack for point in gate.missing if point.entity} == {
        DRILL: Lack.LAPSES,
        CONFIRMED: Lack.FAILED,
    }
    assert (gate.held, gate.asked) == (1, 3)


def test_it_is_a_sound_repository(result: Result) -> None:
    assert not result.repository.undecoded
    assert max(finding.severity for finding in result.open) < Severity.HIGH


@pytest.mark.parametrize("page", PAGES.values())
def test_the_page_tells_these_numbers(page: str, result: Result, left: Residual) -> None:
    text = (DOCS / page).read_text("utf-8")
    inherent, claimed, proved = left.inherent, left.claimed, left.proved
    assert inherent.loss is not None
    takes = [f"{float(one.takes):g}" for one in left.shares]
    numbers = [
        "3/6 = **50",
        *(f"{one.expected:,.0f}" for one in (inherent, claimed, proved) if one.expected),
        *(f"{one.loss:,.0f}" for one in (inherent,) if one.loss),
        *(f"{harm.size:,.0f}" for one in (inherent, proved) for harm in one.harms if harm.size),
        f"{proved.likelihood:g}",
        f"= {float(proved.factor):g}",
        *(f"| {one} | {1 - float(one):g} |" for one in takes),
    ]
    assert [one for one in numbers if one not in text] == []


@pytest.mark.parametrize(("language", "page"), PAGES.items())
def test_the_page_uses_the_words_of_the_program(language: str, page: str) -> None:
    text = " ".join((DOCS / page).read_text("utf-8").split())
    told = [*VOIDS.values(), *LEVELS.values(), *COVERED.values(), *DECISIONS.values()]
    words = [one.get(language) for one in (*told, *STATES.values())]
    assert [word for word in words if word and word.lower() not in text.lower()] == []
