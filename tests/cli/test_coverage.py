"""``hegui coverage``, ``check --gate`` and ``explain`` on the worked case: one figure everywhere."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hegui import api
from hegui.engine.result import Result
from hegui.reporters.layout import width
from tests.cli.test_commands import ROOT, hegui
from tests.repo import BASE, write

STATES = {"proved", "failed", "unknown", "not_due", "excluded", "not_applicable"}
COVERED = ("covered", "partly", "not", "unknown", "excluded", "not_applicable")
GATE = """\
kind: transfer
id: deal
title: {zh: 交易, en: Deal}
milestones:
  - {id: free, on: 2026-12-01, gate: [{severity: high}]}
  - {id: open, on: 2026-12-01}
"""


def told(*arguments: str) -> Any:
    """The JSON that a command prints."""
    return json.loads(hegui(*arguments, "--format", "json").stdout)


@cache
def result() -> Result:
    """The worked case."""
    return api.check(ROOT)


@pytest.mark.parametrize(
    "by", ["obligation", "objective", "regulation", "area", "department", "milestone", "phase"]
)
def test_every_way_gives_the_score_and_its_rows(by: str) -> None:
    data = told("coverage", "--by", by)
    assert data["by"] == by
    assert data["score"].keys() == {"value"} | STATES
    assert sum(data["score"][state] for state in STATES) == len(result().derived.requirements)
    assert data["rows"]


def test_the_score_is_the_same_wherever_it_stands() -> None:
    score = told("coverage")["score"]
    assert told("check")["score"] == score
    own = result().derived.headline
    assert own.value is not None
    assert score["value"] == int(own.value * 10**4) / 10**4
    percent = f"{int(own.value * 100)}%"
    assert f" {percent} " in f" {hegui('check').stdout} "
    assert percent in hegui("explain", "score").stdout
    hegui("report")
    page = (ROOT / "build/management.html").read_text(encoding="utf-8")
    assert f'<p class="big">{percent}</p>' in page


def test_obligations_are_counted_row_by_row() -> None:
    data = told("coverage")
    statuses = [row["status"] for row in data["rows"]]
    assert data["obligations"] == {status: statuses.count(status) for status in COVERED}
    assert all(statuses.count(status) for status in COVERED if status != "excluded")
    clauses = result().repository.parts["obligation"]
    assert len(data["rows"]) + sum(data["left_out"].values()) == len(clauses)
    for row in data["rows"]:
        assert row["nature"] in ("duty", "prohibition")
        assert (row["status"] != "not_applicable") or row["facts"] or row["objectives"] == []


def test_the_statement_says_why_and_by_whom() -> None:
    rows = {row["id"]: row for row in told("coverage", "--by", "objective")["rows"]}
    assert len(rows) == len(result().repository.parts["objective"])
    excluded = {name for name, row in rows.items() if row["inclusion"] == "excluded"}
    assert excluded == {"cip#12.1", "cip#19.1"}
    assert all(rows[name]["approved_by"] == "p-002" and rows[name]["reason"] for name in excluded)
    assert {row["inclusion"] for row in rows.values()} == {"included", "excluded"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ("coverage",), ("coverage", "--all"), ("coverage", "--by", "department"),
        ("coverage", "--by", "objective"), ("coverage", "--by", "milestone"),
        ("check", "--gate", "cut-over"), ("explain", "cip#04.2:restored"), ("explain", "cip#08.4"),
        ("explain", "risk/contractor-misuse"), ("explain", "gate/closing"), ("explain", "score"),
        ("explain", "cip#04"),
    ],
)  # fmt: skip
def test_lines_fit_a_terminal(command: tuple[str, ...], lang: str) -> None:
    lines = hegui(*command, "--lang", lang).stdout.splitlines()
    assert lines
    assert max(map(width, lines)) <= 80


def test_a_gate_that_says_no_fails() -> None:
    done = hegui("check", "--gate", "cut-over")
    assert done.returncode == 1
    gate = told("check", "--gate", "cut-over")["gate"]
    assert gate["decision"] == "no-go"
    assert gate["days_left"] == 5
    assert all(point["owner"] and point["by"] == "2026-11-28" for point in gate["missing"])
    assert gate["held"] + len(gate["missing"]) + len(gate["conditions"]) == gate["asked"]


@pytest.mark.parametrize(
    ("name", "zh"),
    [("cutover", "是否想写“cut-over”"), ("approval", "没有写放行条件"), ("closing-2", "closing")],
)
def test_a_gate_that_is_not_there_is_a_usage_error(name: str, zh: str) -> None:
    done = hegui("check", "--gate", name)
    assert done.returncode == 2
    assert zh in done.stderr


def test_a_gate_that_says_go_passes(tmp_path: Path) -> None:
    root = write(tmp_path, {**BASE, "controls/transfer.yaml": GATE})
    done = hegui("check", "--gate", "deal#free", "--format", "json", cwd=root)
    assert (done.returncode, json.loads(done.stdout)["gate"]["decision"]) == (0, "go")
    (root / "controls/broken.yaml").write_text("kind: control\nid: [", encoding="utf-8")
    done = hegui("check", "--gate", "free", "--format", "json", cwd=root)
    assert (done.returncode, json.loads(done.stdout)["gate"]["decision"]) == (1, "no-go")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("cip#04.2:restored", "restore-core-2"),
        ("cip#12.1", "已排除"),
        ("risk/contractor-misuse", "0.5 × 0.8 × 0.8 = 0.32"),
        ("gate/cut-over", "未知即否"),
        ("cut-over", "不得放行"),
        ("department/it", "得分 ="),
        ("pipl", "得分 ="),
        ("score", "得分 ="),
    ],
)
def test_explain_derives(name: str, said: str) -> None:
    done = hegui("explain", name)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    data = json.loads(hegui("explain", name, "--format", "json").stdout)
    assert data["text"]
    assert data["below"]


def test_what_has_no_derivation_points_to_show() -> None:
    done = hegui("explain", "control/vendor-exit")
    assert done.returncode == 2
    assert "hegui show" in done.stderr


def test_what_was_not_understood_proves_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, {**BASE, "checks/broken.yaml": "kind: evidence\nid: e\nresult: maybe\n"})
    data = json.loads(hegui("coverage", "--format", "json", cwd=root).stdout)
    assert data["not_understood"] == 1
    assert data["score"]["value"] is None
    assert "1 份文档未能读懂" in hegui("coverage", "--lang", "zh", cwd=root).stdout
