"""A rule that crashes has decided nothing: that is a finding, the gate is closed, for good."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hegui.engine.judge import judge
from hegui.engine.result import Exit, Result
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.loading.load import load
from hegui.rules.cases import case_of
from tests.rules.makers import MAKERS

_DOCUMENTS = """\
kind: vendor
id: cloud
title: {zh: 云服务商, en: The cloud}
raci: [{accountable: it}]
---
kind: waiver
id: look-away
title: {zh: 豁免, en: Look away}
rule: internal/rule-crashed
subject: vendor/cloud
reason: {zh: 不想看见, en: We would rather not see it}
requested_by: p-001
approved_by: p-002
granted: 2026-01-01
expires: 2027-01-01
"""


@pytest.fixture
def result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """A repository judged with a rule that crashes on its only vendor."""
    case = case_of({"name": "案例", "expect": [], "documents": _DOCUMENTS})
    for path, content in case.contents.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    MAKERS["crashing_rule"](tmp_path, monkeypatch)
    return judge(load(tmp_path), datetime(2026, 11, 23, tzinfo=UTC))


def test_a_crash_is_a_finding(result: Result) -> None:
    crashed = [finding for finding in result.findings if finding.rule == "internal/rule-crashed"]

    assert len(crashed) == 1
    assert crashed[0].severity is Severity.CRITICAL
    assert str(crashed[0].subject) == "vendor/cloud"
    assert str(crashed[0].place) == "controls/case.yaml:2:5"
    assert "vendor/no-agreement" in crashed[0].message.get("en")
    assert "ZeroDivisionError" in crashed[0].message.get("zh")


def test_what_the_rule_would_have_said_is_not_passed(result: Result) -> None:
    own = [outcome for outcome in result.outcomes if outcome.rule == "vendor/no-agreement"]

    assert Status.PASSED not in {outcome.status for outcome in own}


def test_the_other_rules_go_on(result: Result) -> None:
    passed = {
        outcome.rule
        for outcome in result.outcomes
        if str(outcome.subject) == "vendor/cloud" and outcome.status is Status.PASSED
    }

    assert "responsibility/no-accountable" in passed


@pytest.mark.parametrize("fail_on", list(Severity))
def test_the_gate_is_closed(result: Result, fail_on: Severity) -> None:
    assert result.exit(fail_on) is Exit.FINDINGS


def test_no_waiver_silences_it(result: Result) -> None:
    assert all(finding.waiver is None for finding in result.findings)
    assert result.statuses[Status.WAIVED] == 0
