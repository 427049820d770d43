"""JUnit XML, held against its schema."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from hegui.engine.result import Result
from hegui.findings.finding import Status
from hegui.reporters.junit import report
from hegui.source.bilingual import both
from tests.repo import judged
from tests.reporters.cases import hostile, messy, options
from tests.reporters.changed import saying

SCHEMA = Path(__file__).parent.parent / "data" / "JUnit.xsd"


@cache
def schema() -> Any:
    return xmlschema.XMLSchema(str(SCHEMA))


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return messy(tmp_path_factory.mktemp("messy"))


def told(result: Result, *arguments: Any, **others: Any) -> ET.Element:
    text = report(result, options(*arguments, **others))
    schema().validate(text)
    return ET.fromstring(text)


def case(root: ET.Element, rule: str, name: str) -> ET.Element:
    (found,) = root.findall(f"testsuite[@name='{rule}']/testcase[@name='{name}']")
    return found


def test_a_case_for_each_outcome_passes_too(result: Result) -> None:
    root = told(result)
    assert len(root.findall(".//testcase")) == len(result.outcomes)
    assert [suite.get("name") for suite in root] == sorted({one.rule for one in result.outcomes})
    assert list(case(root, "control/no-objective", "control/reconciliation")) != []
    assert list(case(root, "department/no-head", "department/it")) == []


def test_counts_agree_with_the_result(result: Result) -> None:
    root = told(result)
    statuses = result.statuses
    skipped = (Status.WAIVED, Status.NOT_DUE, Status.NOT_APPLICABLE)
    expected = {
        "tests": len(result.outcomes),
        "failures": statuses[Status.FAILED],
        "errors": statuses[Status.NOT_ASSESSED],
        "skipped": sum(statuses[status] for status in skipped),
    }
    for name, count in expected.items():
        assert sum(int(suite.get(name, "")) for suite in root) == count
    for suite in root:
        assert len(suite.findall("testcase")) == int(suite.get("tests", ""))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", ""))


def test_a_failure_says_what_where_and_how_to_mend_it(result: Result) -> None:
    root = told(result)
    (failure,) = case(root, "person/left-still-named", "department/archives")
    assert (failure.tag, failure.get("type")) == ("failure", "medium")
    assert (
        failure.get("message") == "档案管理部（archives）的副职仍是 p-025，其人已于 2026-10-31 离职"
    )
    lines = (failure.text or "").splitlines()
    assert lines[0] == "controls/organization.yaml:25:91"
    assert lines[2] == "controls/organization.yaml:30:7 人员 p-025"
    assert lines[3].startswith("整改：")


def test_other_outcomes(result: Result) -> None:
    root = told(result, "en")
    (waived,) = case(root, "control/no-check", "control/reconciliation")
    assert waived.tag == "skipped"
    assert (waived.get("message") or "").startswith("waiver/until-rehearsal: How to check")
    (error,) = case(root, "control/no-check", "control/broken")
    assert (error.tag, error.get("type")) == ("error", "not-assessed")
    (skipped,) = case(root, "department/no-successor", "department/it")
    assert (skipped.tag, skipped.get("message")) == ("skipped", "not applicable")


def test_what_is_not_due_is_skipped_with_its_reason(result: Result) -> None:
    outcome = result.outcomes[-1]._replace(reason=both("割接前", "before the cut-over"))
    later = outcome._replace(status=Status.NOT_DUE, findings=())
    (suite,) = told(replace(result, outcomes=(later,)), "en")
    assert suite.find("testcase/skipped[@message='before the cut-over']") is not None


def test_several_findings_of_one_outcome_are_one_failure(result: Result) -> None:
    failed = next(one for one in result.outcomes if one.rule == "agreement/expired")
    twice = failed._replace(findings=failed.findings * 2)
    (suite,) = told(replace(result, outcomes=(twice,)))
    (failure,) = suite.findall("testcase/failure")
    assert (failure.get("message") or "").endswith(" (+1)")
    assert (failure.text or "").count("整改：") == 2


def test_problems_of_one_file_have_names_that_differ(tmp_path: Path) -> None:
    text = "kind: control\nid: c\ntitle: c\nstatement: s\nstatus: planned\nnope: 1\nnada: 2\n"
    root = told(judged(tmp_path, {"controls/c.yaml": text}))
    names = [
        one.get("name")
        for one in root.findall("testsuite[@name='document/unknown-field']/testcase")
    ]
    assert names == ["document/controls/c.yaml", "document/controls/c.yaml #2"]


def test_times_and_hosts_are_those_of_the_data(result: Result) -> None:
    for suite in told(result):
        assert suite.get("timestamp") == "2026-11-23T23:59:59"
        assert (suite.get("hostname"), suite.get("time")) == ("localhost", "0")
        properties = {one.get("name"): one.get("value") for one in suite.iter("property")}
        assert properties["as_of"] == "2026-11-23T23:59:59+08:00"


def test_a_path_limits_the_cases(result: Result) -> None:
    names = {one.get("name") for one in told(result, below="vendors/jieyuan").iter("testcase")}
    assert names == {"vendor/jieyuan"}


def test_hostile_text(tmp_path: Path) -> None:
    root = told(hostile(tmp_path), "en")
    (failure,) = case(root, "control/no-check", "control/named")
    assert "<U+001B>[31mred<U+0007>" in (failure.get("message") or "")
    assert "]]> <script>alert(1)</script>" in (failure.text or "")


@given(words=st.text(st.characters(), max_size=40))
def test_any_text_gives_valid_xml(result: Result, words: str) -> None:
    few = replace(result, outcomes=tuple(one for one in result.outcomes if one.findings))
    text = report(saying(few, words), options())
    assert ET.fromstring(text.encode()).findall(".//failure")
    schema().validate(text)
