"""The worked case tells its story: everything that is found was written down beforehand, by hand."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from hegui import api
from hegui.derive.score import State
from hegui.engine.result import Exit, Result
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.source.file import File
from hegui.source.parse import parse

ROOT = Path(__file__).parents[2]
WRITTEN = Path(__file__).with_name("findings.yaml")


@cache
def result() -> Result:
    """The worked case at its pinned instant."""
    return api.check(ROOT)


@cache
def expected() -> list[dict[str, Any]]:
    """What was written down."""
    text = "findings:\n" + WRITTEN.read_text(encoding="utf-8")
    (document,) = parse(File(WRITTEN.name, text)).documents
    found: Any = document.data["findings"]
    return list(found)


def test_what_is_found_is_what_was_expected() -> None:
    found = Counter((one.rule, str(one.subject), one.waiver) for one in result().findings)
    wanted = Counter(
        {
            (one["rule"], one["subject"], one.get("waived")): one.get("times", 1)
            for one in expected()
        }
    )
    assert found - wanted == Counter(), "found and not expected"
    assert wanted - found == Counter(), "expected and not found"


def test_each_follows_from_a_fact_of_its_own() -> None:
    reasons = [one["because"] for one in expected()]
    assert all(len(reason) > 20 for reason in reasons)
    assert len(set(reasons)) == len(reasons)


def test_the_case_passes_at_its_own_threshold() -> None:
    settings = result().repository.settings
    assert result().exit(Severity.of(settings.fail_on)) is Exit.CLEAN
    assert result().exit(Severity.MEDIUM) is Exit.FINDINGS
    assert not result().repository.undecoded


def test_only_what_nothing_proves_is_left_unassessed() -> None:
    derived = result().derived
    silent = [one for one in result().outcomes if one.status is Status.NOT_ASSESSED]
    assert silent
    for one in silent:
        assert one.subject.kind == "requirement"
        assert derived.requirements[one.subject.id].state is State.UNKNOWN
