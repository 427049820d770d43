"""SARIF, held against the schema of OASIS and the limits of GitHub's code scanning."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.reporters import sarif
from hegui.reporters.sarif import escaped, report
from hegui.source.place import Place, Related
from tests.repo import SETTINGS, judged
from tests.reporters.cases import hostile, messy, options
from tests.reporters.changed import changed, saying

SCHEMA = Path(__file__).parent.parent / "data" / "sarif-schema-2.1.0.json"


@cache
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return messy(tmp_path_factory.mktemp("messy"))


def told(result: Result, *arguments: Any, **others: Any) -> dict[str, Any]:
    """The one run of a valid log."""
    data = json.loads(report(result, options(*arguments, **others)))
    validator().validate(data)
    (run,) = data["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("language", ["zh", "en"])
def test_results_name_their_rules(result: Result, language: str) -> None:
    run = told(result, language)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({one.rule for one in result.findings})
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith("## ")
        assert re.fullmatch(r"\d\.\d", rule["properties"]["security-severity"])
        assert len(rule["properties"]["tags"]) <= 10
        assert "helpUri" not in rule


def test_levels(result: Result) -> None:
    run = told(result)
    levels = {one["properties"]["severity"]: one["level"] for one in run["results"]}
    assert levels == {"high": "error", "medium": "warning"}


def test_regions_hold_what_they_point_at(result: Result) -> None:
    run = told(result)
    assert run["columnKind"] == "unicodeCodePoints"
    marked = {one["ruleId"]: _region(result, one["locations"]) for one in run["results"]}
    assert marked["document/not-allowed"] == "implementd"
    assert marked["person/left-still-named"] == "p-025"
    assert marked["agreement/expired"] == "2026-06-30"


def _region(result: Result, locations: list[Any]) -> str:
    (location,) = locations
    where = location["physicalLocation"]
    assert where["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
    file = result.repository.root / unquote(where["artifactLocation"]["uri"])
    region: dict[str, int] = where["region"]
    assert region["startLine"] == region["endLine"]
    line = file.read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


def test_uris_are_encoded(result: Result, tmp_path: Path) -> None:
    uris = {_uri(one) for one in told(result)["results"]}
    assert "vendors/%E6%8D%B7%E9%B8%A2%20%E4%BA%91%E9%80%9A%E4%BF%A1/agreement.yaml" in uris
    hostile_uris = {_uri(one) for one in told(hostile(tmp_path))["results"]}
    assert hostile_uris == {"controls/%3Cb%3E%7C%40x%20%5By%5D%28z%29%20%60%26.yaml"}


def _uri(one: dict[str, Any]) -> str:
    uri = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert isinstance(uri, str)
    return uri


def test_fingerprints_related_places_and_suppressions(result: Result) -> None:
    found = {one["ruleId"]: one for one in told(result, "en")["results"]}
    for finding in result.findings:
        assert found[finding.rule]["partialFingerprints"] == {"hegui/v1": finding.fingerprint}
    (related,) = found["person/left-still-named"]["relatedLocations"]
    assert related["message"]["text"] == "person p-025"
    assert related["physicalLocation"]["region"]["startLine"] == 30
    assert found["control/no-check"]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "waiver/until-rehearsal: How to check it is settled after the second"
            " rehearsal (approved by p-008, until 2026-12-31)",
        }
    ]
    assert "suppressions" not in found["agreement/expired"]


def test_a_run_that_did_not_decide_all_was_not_successful(result: Result, tmp_path: Path) -> None:
    (invocation,) = told(result)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 1)
    (note,) = invocation["toolExecutionNotifications"]
    assert note["level"] == "error"
    (invocation,) = told(judged(tmp_path, {}))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 0)


def test_what_is_not_shown_is_said(result: Result) -> None:
    run = told(result, below="vendors")
    assert [one["ruleId"] for one in run["results"]] == ["agreement/expired"]
    assert len(run["tool"]["driver"]["rules"]) == 1
    note = run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    assert note == "只显示 vendors；另有 7 项发现未显示"


def test_a_pack_is_never_the_primary_place(tmp_path: Path) -> None:
    settings = SETTINGS + "packs: [{id: microloan-transfer}]\n"
    result = judged(tmp_path, {"hegui.yaml": settings, "controls/x.yaml": "kind: control\n"})
    place = Place("pack:microloan-transfer/目录.yaml", 3, 5, 3, 9)
    packed = changed(result, lambda finding: finding._replace(place=place, related=()))
    for one in told(packed)["results"]:
        where = one["locations"][0]["physicalLocation"]
        assert where["artifactLocation"] == {"uri": "hegui.yaml", "uriBaseId": "%SRCROOT%"}
        assert where["region"]["startLine"] == 5
        (related,) = one["relatedLocations"]
        uri = related["physicalLocation"]["artifactLocation"]["uri"]
        assert uri == "pack:microloan-transfer/%E7%9B%AE%E5%BD%95.yaml"


def test_limits(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 3)
    run = told(result)
    assert [one["level"] for one in run["results"]].count("error") == 2
    assert len(run["results"]) == 3
    assert not any("suppressions" in one for one in run["results"])
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert any("另有 5 项发现超出上限" in note["message"]["text"] for note in notes)

    def crowd(finding: Finding) -> Finding:
        places = [finding.place._replace(column=column) for column in (*range(1, 150), 1)]
        related = tuple(Related(place, finding.message) for place in places)
        return finding._replace(related=related)

    run = told(changed(result, crowd))
    assert {len(one["relatedLocations"]) for one in run["results"]} == {100}


def test_a_rule_of_the_repository_is_named_at_least(result: Result) -> None:
    own = changed(result, lambda finding: finding._replace(rule="house/own"))
    assert told(own)["tool"]["driver"]["rules"] == [{"id": "house/own"}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("写成 {zh: …}", "写成 {zh: …}"),
        ("{0} {12}", "{{0}} {{12}}"),
        ("[a] (b)", "[a] (b)"),
        ("[a](http://b)", r"\[a\](http://b)"),
        ("\\[a](1)", r"\\\[a\](1)"),
    ],
)
def test_messages_hold_neither_placeholders_nor_links(text: str, message: str) -> None:
    assert escaped(text) == message


@given(words=st.text(st.characters(), max_size=40))
def test_any_text_gives_a_valid_log(result: Result, words: str) -> None:
    report(saying(result, words), options()).encode()
    run = told(saying(result, words))
    assert len(run["results"]) == len(result.findings)
