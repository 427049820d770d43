"""A waiver accepts what it names when it holds, and the rules say so when it does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hegui import api
from hegui.engine.result import Result
from hegui.findings.finding import Status
from hegui.rules.registry import all_rules
from tests.repo import APPROVER, BASE, judged, write

CONTROL = """\
kind: control
id: c
title: {zh: 甲, en: A}
status: implemented
statement: {zh: 做, en: Do}
raci: [{accountable: it}]
"""
WAIVER = {
    "rule": "control/no-check",
    "subject": "control/c",
    "reason": "{zh: 因, en: Because}",
    "requested_by": "p-001",
    "approved_by": "p-008",
    "granted": "2026-11-01",
    "expires": "2027-01-31",
}
AUTHORITY = {
    "waiver/self-approved",
    "waiver/rank-too-low",
    "waiver/too-long",
    "waiver/not-waivable",
}


def waiver(id_: str = "w", **changed: str | None) -> str:
    fields = {"kind": "waiver", "id": id_, **WAIVER, **changed}
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value is not None)


def result(root: Path, *waivers: str, control: str = CONTROL, more: str = "") -> Result:
    files = {
        "controls/c.yaml": control,
        "controls/approver.yaml": APPROVER + more,
        "risks/waivers/w.yaml": "---\n".join(waivers),
    }
    return judged(root, files)


def accepting(found: Result, rule: str = "control/no-check") -> list[str | None]:
    return [one.waiver for one in found.findings if one.rule == rule]


def told(found: Result) -> set[str]:
    return {one.rule for one in found.findings} & AUTHORITY


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, None),
        ({"requested_by": "p-008"}, "waiver/self-approved"),
        ({"approved_by": "p-009"}, "waiver/rank-too-low"),
        ({"expires": "2027-05-01"}, "waiver/too-long"),
        ({"expires": "2027-04-30"}, None),
    ],
)
def test_it_holds_when_no_rule_of_authority_speaks(
    tmp_path: Path, changed: dict[str, str], rule: str | None
) -> None:
    found = result(tmp_path, waiver(**changed))

    assert told(found) == ({rule} if rule else set())
    assert accepting(found) == ([None] if rule else ["w"])
    assert found.statuses[Status.WAIVED] == (0 if rule else 1)


@pytest.mark.parametrize("rule", sorted(AUTHORITY))
def test_a_rule_that_crashes_lets_nothing_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    def crash(subject: object, context: object) -> list[object]:
        raise ZeroDivisionError("boom")

    rules = dict(all_rules())
    rules[rule] = replace(rules[rule], check=crash)  # type: ignore[arg-type]
    monkeypatch.setattr("hegui.engine.judge.all_rules", lambda: rules)
    found = result(tmp_path, waiver(requested_by="p-008", expires="2028-01-01"))

    assert accepting(found) == [None]
    assert "internal/rule-crashed" in {one.rule for one in found.findings}


def test_where_nobody_can_tell_it_accepts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> bool:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("hegui.derive.approval.empowered", crash)
    assert accepting(result(tmp_path, waiver())) == [None]


@pytest.mark.parametrize(
    "changed",
    [
        {"granted": "2026-11-24"},
        {"expires": "2026-11-22"},
        {"subject": "control/d"},
        {"rule": None},
        {"approved_by": "p-999"},
        {"requested_by": "p-999"},
    ],
)
def test_it_accepts_nothing_it_does_not_name_or_out_of_its_time(
    tmp_path: Path, changed: dict[str, Any]
) -> None:
    assert accepting(result(tmp_path, waiver(**changed))) == [None]


def test_of_several_the_one_that_ends_last_accepts(tmp_path: Path) -> None:
    several = (waiver("a"), waiver("b", expires="2027-02-28"), waiver("c", expires="2027-01-01"))
    assert accepting(result(tmp_path, *several)) == ["b"]


def test_one_that_does_not_hold_leaves_it_to_the_next(tmp_path: Path) -> None:
    several = (waiver("a"), waiver("b", expires="2027-02-28", approved_by="p-009"))
    assert accepting(result(tmp_path, *several)) == ["a"]


def test_of_two_documents_with_one_id_none_holds(tmp_path: Path) -> None:
    assert accepting(result(tmp_path, waiver(), waiver(reason="x"))) == [None]


def test_of_two_approvers_with_one_id_none_has_power(tmp_path: Path) -> None:
    twice = "---\n{kind: person, id: p-008, department: it}\n"
    assert accepting(result(tmp_path, waiver(), more=twice)) == [None]


def test_fingerprint_and_names_must_fit_together(tmp_path: Path) -> None:
    (finding,) = (
        one
        for one in result(tmp_path / "a", waiver()).findings
        if one.rule == "control/no-objective"
    )
    by_print = {"fingerprint": f'"{finding.fingerprint}"'}
    alone = result(tmp_path / "b", waiver(**by_print, rule=None, subject=None))
    fitting = result(tmp_path / "c", waiver(**by_print, rule="control/no-objective"))
    other = result(tmp_path / "d", waiver(**by_print))

    assert accepting(alone, "control/no-objective") == ["w"]
    assert accepting(fitting, "control/no-objective") == ["w"]
    assert accepting(other, "control/no-objective") == [None]
    assert accepting(other) == [None]


def test_powers_are_those_of_the_base(tmp_path: Path) -> None:
    here = write(tmp_path / "here", {**BASE, "controls/c.yaml": CONTROL,
        "controls/approver.yaml": APPROVER, "risks/waivers/w.yaml": waiver()})  # fmt: skip
    softer = APPROVER.replace("up_to: critical", "up_to: low")
    base = write(tmp_path / "base", {**BASE, "controls/approver.yaml": softer})
    loaded = api.load(here)
    instant = api.instant(loaded.repository.settings)

    assert accepting(api.judge(loaded, instant)) == ["w"]
    assert accepting(api.judge(loaded, instant, api.load(base))) == [None]


def test_waivers_change_no_score(tmp_path: Path) -> None:
    """Law 2, on the worked case: without any waiver the score is the same."""
    import shutil

    root = Path(__file__).parents[2]
    for name in ("controls", "vendors", "risks", "checks"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "hegui.yaml", tmp_path)
    shutil.rmtree(tmp_path / "risks/waivers")

    before, after = api.check(root), api.check(tmp_path)
    assert before.statuses[Status.WAIVED] == 3
    assert after.statuses[Status.WAIVED] == 0
    assert after.derived.headline == before.derived.headline
