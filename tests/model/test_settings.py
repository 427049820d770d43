"""Limits of waivers: what the settings say, and what holds where they say nothing."""

from __future__ import annotations

import pytest

from hegui.findings.severity import Severity
from hegui.model.duration import Duration
from hegui.model.settings import Settings
from tests.derive.helpers import SETTINGS, repository


def settings(more: str = "") -> Settings:
    text = SETTINGS[:-1] + more + "}"
    return repository("{kind: party, id: p, title: 甲, role: target}", text).settings


@pytest.mark.parametrize(
    ("severity", "days"),
    [("critical", 30), ("high", 90), ("medium", 180), ("low", 365), ("info", 365)],
)
def test_the_defaults(severity: str, days: int) -> None:
    assert settings().longest(Severity.of(severity)) == Duration(days, "days")


def test_what_is_written_prevails_for_its_severity_alone() -> None:
    found = settings(", waivers: [{severity: high, at_most: 2 weeks}]")

    assert found.longest(Severity.HIGH) == Duration(2, "weeks")
    assert found.longest(Severity.CRITICAL) == Duration(30, "days")
