"""Judging: outcomes, waivers, fingerprints, the verdict."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from hegui import api
from hegui.engine.result import Exit
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.rules import registry
from hegui.rules.registry import all_rules
from tests.repo import APPROVER, BASE, SETTINGS, judged, write

CONTROL = """\
kind: control
id: c
title: {zh: 甲, en: A}
status: implemented
statement: {zh: 做, en: Do}
raci: [{accountable: it}]
review: {last: 2026-11-01, every: 90 days}
"""
WAIVER = """\
kind: waiver
id: w
rule: control/no-check
subject: control/c
reason: {zh: 因, en: Because}
requested_by: p-001
approved_by: p-008
granted: 2026-11-01
expires: 2026-11-30
"""
APPROVED = {"controls/approver.yaml": APPROVER}


def statuses(result: api.Result) -> Mapping[tuple[str, str], Status]:
    return {(o.rule, str(o.subject)): o.status for o in result.outcomes}


def test_a_pass_is_as_visible_as_a_failure(tmp_path: Path) -> None:
    result = judged(tmp_path, {"controls/c.yaml": CONTROL})
    seen = statuses(result)
    assert seen["responsibility/no-accountable", "control/c"] is Status.PASSED
    assert seen["control/no-check", "control/c"] is Status.FAILED
    assert seen["department/no-successor", "department/it"] is Status.NOT_APPLICABLE


def test_what_was_not_understood_is_not_assessed_and_fails(tmp_path: Path) -> None:
    broken = CONTROL.replace("implemented", "implementd")
    result = judged(tmp_path, {"controls/c.yaml": broken})
    assert statuses(result)["control/no-check", "control/c"] is Status.NOT_ASSESSED
    assert result.exit(Severity.CRITICAL) is Exit.FINDINGS


def test_a_waiver_in_force_silences_and_stays_visible(tmp_path: Path) -> None:
    files = {"controls/c.yaml": CONTROL, "risks/waivers/w.yaml": WAIVER, **APPROVED}
    result = judged(tmp_path, files)
    assert statuses(result)["control/no-check", "control/c"] is Status.WAIVED
    (waived,) = (f for f in result.findings if f.rule == "control/no-check")
    assert waived.waiver == "w"
    assert waived not in result.open
    assert [f.rule for f in result.open if f.severity is Severity.MEDIUM] == [
        "control/no-objective",
        "waiver/no-compensation",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("expires: 2026-11-30", "expires: 2026-11-22"),
        ("granted: 2026-11-01", "granted: 2026-11-24"),
        ("subject: control/c", "subject: control/d"),
        ("rule: control/no-check", "rule: control/no-objectiv"),
    ],
)
def test_a_waiver_that_does_not_hold_silences_nothing(tmp_path: Path, old: str, new: str) -> None:
    files = {
        "controls/c.yaml": CONTROL,
        "risks/waivers/w.yaml": WAIVER.replace(old, new),
        **APPROVED,
    }
    assert statuses(judged(tmp_path, files))["control/no-check", "control/c"] is Status.FAILED


def test_a_waiver_by_fingerprint(tmp_path: Path) -> None:
    plain = judged(tmp_path / "a", {"controls/c.yaml": CONTROL})
    (finding,) = (f for f in plain.findings if f.rule == "control/no-check")
    named = WAIVER.replace("rule: control/no-check\nsubject: control/c", "fingerprint: FP")
    files = {
        "controls/c.yaml": CONTROL,
        "risks/waivers/w.yaml": named.replace("FP", f'"{finding.fingerprint}"'),
        **APPROVED,
    }
    result = judged(tmp_path / "b", files)
    assert statuses(result)["control/no-check", "control/c"] is Status.WAIVED


def test_document_findings_cannot_be_waived(tmp_path: Path) -> None:
    waiver = WAIVER.replace("control/no-check", "document/unexpected-folder")
    files = {"risks/c.yaml": CONTROL, "risks/waivers/w.yaml": waiver, **APPROVED}
    result = judged(tmp_path, files)
    assert statuses(result)["document/unexpected-folder", "control/c"] is Status.FAILED


def test_a_crashing_rule_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = dict(all_rules())
    good = rules["control/no-check"]

    def crash(subject: object, context: object) -> list[object]:
        raise ZeroDivisionError("boom")

    from dataclasses import replace

    rules["control/no-check"] = replace(good, check=crash)  # type: ignore[arg-type]
    monkeypatch.setattr("hegui.engine.judge.all_rules", lambda: rules)
    result = judged(
        tmp_path, {"controls/c.yaml": CONTROL, "risks/waivers/w.yaml": WAIVER, **APPROVED}
    )
    (finding,) = (f for f in result.findings if f.rule == "internal/rule-crashed")
    assert "control/no-check" in finding.message.get("zh")
    assert result.exit(Severity.CRITICAL) is Exit.FINDINGS


def test_the_pin_the_command_line_and_now(tmp_path: Path) -> None:
    settings = api.load(write(tmp_path, BASE)).repository.settings
    assert api.instant(settings).isoformat() == "2026-11-23T23:59:59.999999+08:00"
    given = api.instant(settings, date(2027, 1, 1))
    assert given.isoformat() == "2027-01-01T23:59:59.999999+08:00"


def test_nothing_to_load_is_told_apart(tmp_path: Path) -> None:
    result = api.check(write(tmp_path, {"hegui.yaml": SETTINGS}))
    assert result.exit(Severity.HIGH) is Exit.NOTHING


def test_thresholds(tmp_path: Path) -> None:
    result = judged(tmp_path, {"controls/c.yaml": CONTROL})
    assert result.exit(Severity.HIGH) is Exit.CLEAN
    assert result.exit(Severity.MEDIUM) is Exit.FINDINGS


def test_order_of_files_and_documents_changes_nothing(tmp_path: Path) -> None:
    """Law 6, on the worked case: every document in a file of its own, in any order."""
    root = Path(__file__).parents[2]
    clean = api.check(root)
    for seed in (1, 2):
        copy = tmp_path / str(seed)
        _shuffle(root, copy, seed)
        shuffled = api.check(copy)
        assert {f.fingerprint for f in shuffled.findings} == {f.fingerprint for f in clean.findings}
        assert statuses(shuffled) == statuses(clean)


def _shuffle(root: Path, copy: Path, seed: int) -> None:
    """The case again, the documents of each file in another order."""
    chance = random.Random(seed)
    for folder in ("controls", "vendors", "risks", "checks"):
        for path in (root / folder).rglob("*"):
            if not path.is_file():
                continue
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix != ".yaml":
                target.write_bytes(path.read_bytes())
                continue
            documents = path.read_text(encoding="utf-8").split("\n---\n")
            chance.shuffle(documents)
            target.write_text("\n---\n".join(documents), encoding="utf-8")
    (copy / "hegui.yaml").write_bytes((root / "hegui.yaml").read_bytes())


def test_fingerprints_are_unique_and_do_not_follow_lines(tmp_path: Path) -> None:
    one = judged(tmp_path / "a", {"controls/c.yaml": CONTROL})
    other = judged(tmp_path / "b", {"controls/c.yaml": "# moved down\n\n" + CONTROL})
    assert {f.fingerprint for f in one.findings} == {f.fingerprint for f in other.findings}
    assert [f.place.line for f in one.findings] != [f.place.line for f in other.findings]
    case = api.check(Path(__file__).parents[2])
    assert len({f.fingerprint for f in case.findings}) == len(case.findings)


def test_rules_are_found_by_looking() -> None:
    assert registry.all_rules() is registry.all_rules()
    assert all(rule.id == name for name, rule in all_rules().items())
    assert len(all_rules()) > 50
