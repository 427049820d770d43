"""What the management page says of proof, gates, residuals and the statement of applicability."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from hegui import api
from hegui.derive.gate import Decision
from hegui.derive.residual import GAPS, Gap, Residual
from hegui.derive.score import Score, State
from hegui.reports import wording
from hegui.reports.figures import View
from hegui.reports.view import view
from tests.reports.cases import HIGH, ROOT, page, small
from tests.reports.test_render import rows
from tests.reports.tree import half, sections

GATED = """\
kind: transfer
id: deal
title: {zh: 交易, en: The deal}
milestones:
  - id: closing
    title: {zh: 交割, en: Closing}
    on: 2026-12-01
    decides: it
    gate: [{objective: cat#01.1}]
"""


@pytest.fixture(scope="module")
def seen() -> View:
    return view(api.check(ROOT), HIGH)


def score(proved: int, due: int) -> Score:
    return Score(Fraction(proved), Fraction(due), dict.fromkeys(State, 0))


def test_a_share_is_never_rounded_up() -> None:
    assert wording.score_value(score(199, 200)).en == "99%"
    assert wording.score_value(score(0, 0)).zh == "尚无到期要求"
    assert wording.score_sum(score(3, 4)).zh == "已证实 3 ÷ 适用且到期 4"


def test_the_nearest_gate_is_the_headline(seen: View) -> None:
    said = wording.headline(seen)
    assert str(said.zh).startswith("切换至受让方服务中心（还有 5 天）：不得放行，缺 ")
    assert seen.stamp == "no-go"
    gate = seen.gates[0].gate
    assert gate is not None
    free = replace(seen.gates[0], gate=gate._replace(decision=Decision.GO, points=()))
    assert wording.gate_line(free).en == "Cut-over to the buyer's service centre (in 5 days): go"
    assert wording.holds(gate).zh == f"{gate.held}/{gate.asked}"


def test_figures_are_those_that_are_derived(seen: View) -> None:
    result = api.check(ROOT)
    assert seen.score == result.derived.headline
    assert [one.gate.decision for one in seen.gates if one.gate] == [
        result.gates[f"heting-2026#{name}"].decision
        for name in (
            "cut-over", "closing", "registration", "app-stop", "disks-destroyed", "evaluation-90",
            "evaluation-180",
        )
    ]  # fmt: skip
    assert len(seen.risks) == len(result.repository.items["risk"])
    assert len(seen.statement) == len(result.repository.parts["objective"])


def test_those_above_their_limit_come_first(seen: View) -> None:
    above = [one.above for one in seen.risks]
    assert above == sorted(above, reverse=True)
    assert any(above)


def test_money_in_the_units_of_each_language(seen: View) -> None:
    one = next(one for one in seen.risks if one.risk.id == "contractor-misuse")
    assert isinstance(one.residual, Residual)
    assert str(wording.loss(one).zh).endswith(" 万")
    proved = one.residual.proved._replace(expected=2.37e9)
    large = replace(one, residual=one.residual._replace(proved=proved))
    assert wording.loss(large).zh == "CNY 23.70 亿"
    assert wording.loss(large).en == "CNY 2,370.0 m"
    none = replace(one, residual=Gap.CURRENCY)
    assert wording.loss(none).zh == "–"
    assert wording.no_residual(none) == GAPS[Gap.CURRENCY]


def test_the_statement_says_why(seen: View) -> None:
    said = {entry.objective.id: str(wording.why_included(entry).zh) for entry in seen.statement}
    assert said["cip#12.1"].startswith("排除：公司不属大型网络平台")
    assert said["cip#04.3"] == "纳入：满足强制性法律义务"


def test_the_page_shows_gates_risks_and_the_statement(tmp_path: Path) -> None:
    result = small(tmp_path, transfer=GATED.replace("id: deal", "id: other"))
    parts = sections(half(page(result), "en"))
    ahead = [[cell.text for cell in row.all("td")] for row in rows(parts["Gates ahead"])]
    assert any("no-go" in " ".join(cells) for cells in ahead)
    assert "No risk is on the register." in parts["Risks: inherent, claimed, proved"].text
    assert len(rows(parts["Statement of applicability"])) == 3
    assert half(page(result), "en").one("svg").attributes["aria-label"] == "GATE NO-GO"
    assert Decimal(result.gates["other#closing"].asked) == 1
