"""How cases are written, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hegui.engine.cases import Trial, run
from hegui.engine.compare import differences
from hegui.engine.result import Exit
from hegui.findings.finding import Finding, Status, Subject
from hegui.findings.severity import Severity
from hegui.loading.load import load
from hegui.rules.cases import BadCase, Case, case_of
from hegui.rules.registry import all_rules
from hegui.source.bilingual import both
from hegui.source.place import Place

NAMED: Mapping[str, Any] = {"name": "案例", "expect": []}


def test_a_case_is_short_because_the_rest_is_common() -> None:
    case = case_of(NAMED)

    assert case.as_of == date(2026, 11, 23)
    assert sorted(case.contents) == ["controls/obligations/base.yaml", "hegui.yaml"]
    assert case.own == {}


def test_files_are_text_or_base64() -> None:
    case = case_of({**NAMED, "files": {"a.csv": "甲\n", "b.bin": {"base64": "AP8="}}})

    assert case.contents["a.csv"] == "甲\n".encode()
    assert case.contents["b.bin"] == b"\x00\xff"


def test_what_is_expected_stands_in_the_documents_unless_said_otherwise() -> None:
    case = case_of(
        {
            "name": "案例",
            "path": "vendors/a.yaml",
            "expect": [{"line": 2}, {"line": 1, "path": "b"}],
        }
    )

    assert [one.path for one in case.expect] == ["vendors/a.yaml", "b"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "案例"},
        {**NAMED, "expct": []},
        {**NAMED, "as_of": "2026-02-30"},
        {**NAMED, "outcomes": {"vendor/a": "fine"}},
        {**NAMED, "files": {"a": {"base64": "?"}}},
        {**NAMED, "files": {"a": {"base32": "AA=="}}},
        {**NAMED, "expect": [{"column": 1}]},
        {**NAMED, "name": {"zh": "案例", "en": "A case", "of two halves": None}},
        {**NAMED, "expect": [{"line": 1, "message": {"en": "Late", "too late": None}}]},
        {**NAMED, "expect": [{"line": 1, "row": 1}]},
        *(
            {**NAMED, "files": {path: ""}}
            for path in ("../a", "a/../../b", "/etc/passwd", "C:/a", "a\\..\\b", "", ".")
        ),
        {**NAMED, "path": "../../a.yaml"},
    ],
)
def test_a_case_that_is_written_wrongly_is_refused(wrong: Mapping[str, Any]) -> None:
    with pytest.raises(BadCase):
        case_of(wrong)


def test_the_common_repository_is_without_findings(tmp_path: Path) -> None:
    from hegui.engine.judge import judge

    run(case_of(NAMED), all_rules()["document/empty"], tmp_path)
    loaded = load(tmp_path)
    result = judge(loaded, _as_of())

    assert result.findings == ()
    assert result.statuses[Status.NOT_ASSESSED] == 0
    assert result.exit(Severity.INFO) is Exit.CLEAN


def _as_of() -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 11, 23, tzinfo=UTC)


FOUND = Finding(
    rule="vendor/no-agreement",
    severity=Severity.HIGH,
    subject=Subject("vendor", "cloud"),
    message=both("没有协议", "no agreement"),
    remedy=both("签订", "sign one"),
    place=Place("controls/case.yaml", 2, 5, 2, 10),
    fingerprint="0",
)
TRIAL = Trial((FOUND,), {"vendor/cloud": Status.FAILED}, frozenset())


def expecting(**expected: Any) -> Case:
    outcomes = expected.pop("outcomes", {})
    return case_of({"name": "案例", "expect": [{"line": 2, **expected}], "outcomes": outcomes})


@pytest.mark.parametrize(
    "case",
    [
        expecting(),
        expecting(column=5),
        expecting(message={"zh": "没有协议"}),
        expecting(message={"en": "no agreement"}, remedy={"zh": "签订", "en": "sign one"}),
        expecting(outcomes={"vendor/cloud": "failed"}),
    ],
)
def test_what_is_found_is_what_is_expected(case: Case) -> None:
    assert differences(case, TRIAL) == []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (case_of(NAMED), "found at controls/case.yaml:2:5, not expected: no agreement"),
        (expecting(line=3), "expected at controls/case.yaml:3:5, found at controls/case.yaml:2:5"),
        (
            expecting(column=6),
            "expected at controls/case.yaml:2:6, found at controls/case.yaml:2:5",
        ),
        (expecting(path="b"), "expected at b:2:5, found at controls/case.yaml:2:5"),
        (
            expecting(message={"zh": "有协议"}),
            "controls/case.yaml:2:5: expected “有协议”, found “没有协议”",
        ),
        (
            expecting(remedy={"en": "sign"}),
            "controls/case.yaml:2:5: expected “sign”, found “sign one”",
        ),
        (
            expecting(outcomes={"vendor/sms": "passed"}),
            "vendor/sms: expected passed, found no such subject",
        ),
    ],
)
def test_every_difference_is_told(case: Case, told: str) -> None:
    assert differences(case, TRIAL) == [told]
