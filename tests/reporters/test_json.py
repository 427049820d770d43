"""The JSON contract, held against its published schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.reporters.json import report, result_schema
from tests.repo import judged
from tests.reporters.cases import MESSY, hostile, messy, options
from tests.reporters.changed import saying

VALID = Draft202012Validator(result_schema())
TEXT = st.text(st.characters(), max_size=40)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return messy(tmp_path_factory.mktemp("messy"))


def told(result: Result, *arguments: Any, **others: Any) -> dict[str, Any]:
    data = json.loads(report(result, options(*arguments, **others)))
    VALID.validate(data)
    assert isinstance(data, dict)
    return data


def test_the_contract(result: Result) -> None:
    data = told(result, "en")
    assert data["hegui"]
    assert data["as_of"] == "2026-11-23T23:59:59+08:00"
    assert list(data["summary"]) == ["documents", "outcomes", "findings"]
    assert data["summary"]["documents"]["person"] == 5
    assert data["summary"]["findings"] == {
        "critical": 0,
        "high": 2,
        "medium": 5,
        "low": 0,
        "info": 0,
    }
    assert "outcomes" not in data
    assert data["findings"][0] == {
        "rule": "document/not-allowed",
        "severity": "high",
        "status": "failed",
        "message": "“status” cannot be the text “implementd”. Did you mean “implemented”?",
        "subject": {"kind": "document", "id": "controls/migration/broken.yaml"},
        "location": {
            "path": "controls/migration/broken.yaml",
            "line": 4,
            "column": 9,
            "end_line": 4,
            "end_column": 19,
        },
        "related": [],
        "remedy": "Write one of: planned, implementing, implemented, retired.",
        "fingerprint": result.findings[0].fingerprint,
    }


def test_the_verdict_and_what_was_not_assessed(result: Result) -> None:
    data = told(result, fail_on=Severity.CRITICAL)
    assert (data["exit"], data["fail_on"]) == (1, "critical")
    assert data["authority"] == {"from": "working-tree"}
    assert data["not_assessed"]["documents"] == [
        {"path": "controls/migration/broken.yaml", "line": 2, "column": 5}
    ]
    (reason,) = data["not_assessed"]["reasons"]
    assert reason["outcomes"] == data["summary"]["outcomes"]["not_assessed"] > 0


def test_waived_and_related(result: Result) -> None:
    data = told(result)
    (waived,) = [one for one in data["findings"] if one["status"] == "waived"]
    assert waived["rule"] == "control/no-check"
    assert data["summary"]["outcomes"]["waived"] == 1
    assert waived["waiver"] == {
        "id": "until-rehearsal",
        "reason": "第二次演练后再定检查办法",
        "requested_by": "p-001",
        "approved_by": "p-008",
        "until": "2026-12-31",
        "risk": None,
        "compensating": None,
    }
    (related,) = [one["related"] for one in data["findings"] if one["related"]]
    assert related == [
        {"path": "controls/organization.yaml", "line": 30, "column": 7, "message": "人员 p-025"}
    ]


def test_all_outcomes(result: Result) -> None:
    data = told(result, outcomes=True)
    counts = data["summary"]["outcomes"]
    for status, count in counts.items():
        assert sum(one["status"] == status for one in data["outcomes"]) == count, status
    assert all("reason" in one for one in data["outcomes"] if one["status"] == "not_assessed")


@pytest.mark.parametrize(
    ("below", "rules"),
    [
        ("controls/migration", {"control/no-check", "document/not-allowed"}),
        ("controls/migration/broken.yaml", {"document/not-allowed"}),
        ("vendors", {"agreement/expired"}),
        ("reports", set()),
    ],
)
def test_a_path_limits_what_is_shown_and_not_what_is_counted(
    result: Result, below: str, rules: set[str]
) -> None:
    data = told(result, below=below, outcomes=True)
    shown = {one["rule"] for one in data["findings"]}
    assert rules <= shown
    assert bool(rules) == bool(shown)
    assert data["not_shown"] == len(result.findings) - len(data["findings"])
    assert data["summary"] == told(result)["summary"]
    assert data["exit"] == 1


def test_outcomes_below_a_path(result: Result) -> None:
    data = told(result, below="controls/migration", outcomes=True)
    names = {one["subject"]["id"] for one in data["outcomes"]}
    assert names == {"reconciliation", "broken", "controls/migration/broken.yaml"}


def test_other_results(tmp_path: Path) -> None:
    assert told(judged(tmp_path / "clean", {}))["findings"] == []
    assert told(hostile(tmp_path / "hostile"), outcomes=True)["findings"]
    empty = judged(tmp_path / "empty", {})
    nothing = replace(empty, outcomes=(), repository=replace(empty.repository, items={}))
    assert told(nothing)["exit"] == 3


def test_chinese_is_readable_and_what_is_unseen_is_escaped(tmp_path: Path) -> None:
    text = report(judged(tmp_path / "a", MESSY), options())
    assert "捷鸢 云通信" in text
    text = report(hostile(tmp_path / "b"), options())
    assert r"\u001b[31mred\u0007 \u202egnp.exe\u2066" in text
    assert r"no\u200bne" in text


@given(words=TEXT)
def test_any_text_comes_back_as_it_was(result: Result, words: str) -> None:
    text = report(saying(result, words), options(outcomes=True))
    text.encode()
    data = json.loads(text)
    VALID.validate(data)
    assert {one["message"] for one in data["findings"]} == {_paired(words)}


def _paired(words: str) -> str:
    """Two halves of a surrogate pair side by side are one character to JSON."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_the_schema_is_itself_valid_and_strict() -> None:
    schema = result_schema()
    Draft202012Validator.check_schema(schema)
    for part in _parts(schema):
        if part.get("type") == "object":
            assert "additionalProperties" in part, part
            if "properties" in part:
                assert part["additionalProperties"] is False
    for name in ("hegui", "summary", "findings"):
        assert name in schema["required"]


def _parts(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from _parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _parts(part)
