"""Every reporter tells what is known from what is new, and what has to leave the baseline."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from wcwidth import wcswidth

from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.loading.baseline import read_baseline
from hegui.reporters import FILES, FORMATS, reporter, sarif
from hegui.reporters.baseline import report as baseline
from hegui.reporters.json import result_schema
from hegui.reporters.markdown import MAX_OUTDATED
from hegui.reporters.options import Options
from hegui.reporters.verdict import verdict
from tests.repo import judged
from tests.reporters import cases
from tests.reporters.cases import HOSTILE, MESSY

DATA = Path(__file__).parents[1] / "data"
OLD = {path: text for path, text in MESSY.items() if "broken" not in path and "waiver" not in path}
GONE = (
    "- {rule: agreement/expired, subject: agreement/gone, severity: high, path: x, "
    'fingerprint: "00000000000000000000000000000001"}\n'
)


def options(language: str = "zh", **others: Any) -> Options:
    command = "hegui check --baseline baseline.yaml --output baseline=baseline.yaml"
    return replace(cases.options(language, **others), renewal=command)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return judged(tmp_path_factory.mktemp("old"), OLD)


@pytest.fixture(scope="module")
def held(plain: Result, tmp_path_factory: pytest.TempPathFactory) -> Result:
    """One finding new, one graver than known, the rest known; an entry that must leave."""
    lines = baseline(plain, options()).splitlines(keepends=True)
    lines = [line for line in lines if "rule: agreement/expired" not in line]
    text = "".join(lines) + GONE
    graver = next(line for line in lines if "rule: person/left-still-named" in line)
    return against(plain, text.replace(graver, graver.replace("medium", "low")), tmp_path_factory)


def against(result: Result, text: str, tmp: pytest.TempPathFactory) -> Result:
    folder = tmp.mktemp("baseline")
    (folder / "baseline.yaml").write_text(text, encoding="utf-8")
    read = read_baseline(str(folder / "baseline.yaml"))
    object.__setattr__(read.document.file, "path", "baseline.yaml")
    return replace(result, baseline=read)


@pytest.mark.parametrize("format", FORMATS)
def test_without_a_baseline_nothing_is_said_of_it(plain: Result, format: str) -> None:
    told = reporter(format)(plain, options("en", outcomes=True))
    assert not re.search(r"baseline(?!d)|\bknown\b", told.lower())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_verdict_counts_what_is_new(held: Result, language: str) -> None:
    told = verdict(held, Severity.HIGH)
    assert not told.passed
    assert (
        told.why.get(language)
        == {
            "zh": "“高”级及以上的新发现 1 项；1 项须移出基线",
            "en": "1 new finding of high severity or above; 1 entry has to leave the baseline",
        }[language]
    )
    assert " 2 项" in verdict(held, Severity.INFO).why.get("zh"), "known ones are not counted"
    calm = verdict(held, Severity.CRITICAL)
    assert not calm.passed
    assert {"zh": "没有“严重”级的新发现", "en": "no new finding of critical"}[language] in (
        calm.why.get(language)
    )


def test_text_has_what_is_new_last_and_what_is_known_short(held: Result) -> None:
    told = reporter("text")(held, options())
    known, _, rest = told.partition("新发现（2）\n")
    assert known.startswith(f"基线已知或已豁免（{len(held.known)}）\n")
    assert known.count("  基线已知\n") == len(held.known)
    assert "整改：" not in known
    assert "agreement/expired  1:193\n" in rest
    assert "person/left-still-named  25:91  比基线所记严重（原为“低”）\n" in rest
    assert "基线  已知 " in rest
    new, _, leave = rest.partition("须移出基线（1）\n")
    assert new.count("整改：") == 2
    assert "  agreement/expired  agreement/gone：已不再发现\n" in leave
    assert "更新基线：hegui check --baseline baseline.yaml --output baseline=baseline.yaml" in leave


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_terminal_but_the_command(
    held: Result, language: str, width: int
) -> None:
    told = reporter("text")(held, options(language, width=width))
    heads = re.compile(r"^\S.*\.yaml$|^  \S+  \S+/\S+  \d+:\d+|.*hegui check --baseline")
    wide = [line for line in told.splitlines() if wcswidth(line) > width]
    assert [line for line in wide if not heads.match(line)] == []


def test_json_by_its_schema(held: Result) -> None:
    data = json.loads(reporter("json")(held, options()))
    Draft202012Validator(result_schema()).validate(data)
    states = {one["rule"]: one["baseline"] for one in data["findings"]}
    assert states["agreement/expired"] == "new"
    assert states["person/left-still-named"] == "graver"
    assert set(states.values()) == {"new", "graver", "known"}
    summary = data["summary"]
    for grade, count in summary["findings"].items():
        assert summary["known"][grade] + summary["new"][grade] == count
    (one,) = data["baseline"]["outdated"]
    assert (one["reason"], one["subject"]) == ("gone", "agreement/gone")


def test_sarif_by_its_schema(held: Result) -> None:
    data = json.loads(reporter("sarif")(held, options()))
    schema = json.loads((DATA / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    validator_for(schema)(schema).validate(data)
    (run,) = data["runs"]
    states = {one["ruleId"]: one["baselineState"] for one in run["results"]}
    assert states["agreement/expired"] == states["person/left-still-named"] == "new"
    assert list(states.values()).count("unchanged") >= 2
    (invocation,) = run["invocations"]
    assert invocation["exitCode"] == 1
    last = invocation["toolExecutionNotifications"][-1]
    place = last["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "baseline.yaml"}
    assert place["region"]["startLine"] > 5
    assert "agreement/gone" in last["message"]["text"]


def test_sarif_leaves_out_what_is_known_first(
    held: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", len(held.new))
    (run,) = json.loads(sarif.report(held, options()))["runs"]
    assert {one["baselineState"] for one in run["results"]} == {"new"}
    assert len(run["results"]) == len(held.new)


def test_sarif_has_a_state_for_what_is_milder_or_waived(
    plain: Result, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = baseline(plain, options()).replace("severity: medium", "severity: high")
    milder = against(plain, text, tmp_path_factory)
    (run,) = json.loads(reporter("sarif")(milder, options()))["runs"]
    states = {one["properties"]["severity"]: one["baselineState"] for one in run["results"]}
    assert states["medium"] == "updated"
    assert states["high"] == "unchanged"


def test_junit_by_its_schema(held: Result, tmp_path: Path) -> None:
    told = reporter("junit")(held, options())
    (tmp_path / "j.xml").write_text(told, encoding="utf-8")
    xmlschema.XMLSchema(str(DATA / "JUnit.xsd")).validate(str(tmp_path / "j.xml"))
    root = ET.fromstring(told)
    for suite in root:
        for word, tag in (("failures", "failure"), ("skipped", "skipped"), ("errors", "error")):
            assert int(suite.attrib[word]) == len(suite.findall(f"testcase/{tag}"))
    failed = [
        case.attrib["classname"]
        for case in root.iter("testcase")
        if case.find("failure") is not None
    ]
    assert failed == ["agreement/expired", "person/left-still-named", "baseline"]
    skipped = [one.attrib["message"] for one in root.iter("skipped")]
    assert sum(message.startswith("基线已知：") for message in skipped) == len(held.known)
    assert "更新基线：" in (root[-1].find("testcase/failure").text or "")  # type: ignore[union-attr]


def test_markdown_folds_what_is_known(held: Result) -> None:
    told = reporter("markdown")(held, options())
    assert f"基线已知 {len(held.known)} · 新发现 2**" in told
    new, _, known = told.partition(f"<details><summary>基线已知（{len(held.known)}）")
    assert "### 须移出基线（1）" in new
    assert "| <code>agreement/gone</code> | 已不再发现 |" in new
    assert "<br>比基线所记严重（原为“低”）" in new
    assert "agreement/expired" in new
    assert "<code>agreement/expired</code>" not in known


def test_markdown_lists_only_so_many_that_must_leave(
    plain: Result, tmp_path_factory: pytest.TempPathFactory
) -> None:
    lines = [GONE.replace("0000001", f"{n:07x}") for n in range(1, MAX_OUTDATED + 4)]
    many = against(plain, baseline(plain, options()) + "".join(lines), tmp_path_factory)
    told = reporter("markdown")(many, options("en"))
    assert told.count("agreement/gone") == MAX_OUTDATED
    assert "and 3 more" in told


@pytest.mark.parametrize("format", FILES)
def test_nothing_unseen_leaves_a_reporter(
    plain: Result, tmp_path_factory: pytest.TempPathFactory, format: str
) -> None:
    entry = GONE.replace("agreement/gone", json.dumps(f"agreement/{HOSTILE}\u200b"))
    named = against(plain, baseline(plain, options()) + entry, tmp_path_factory)
    told = reporter(format)(named, options("en"))
    assert not [mark for mark in told if not mark.isprintable() and mark != "\n"]
