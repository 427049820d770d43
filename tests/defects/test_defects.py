"""Each defect of the written list, seeded alone into the worked case, is found where it stands."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hegui import api
from hegui.engine.result import Exit
from hegui.findings.severity import Severity
from hegui.rules.registry import all_rules
from hegui.rules.rule import Fault
from tests.defects.corpus import Defect, corpus
from tests.defects.edits import copy_of_case, seed
from tests.defects.trial import clean, compare, differences, judge, told, verdict

EXEMPT = {
    "internal/rule-crashed": "nobody can write a document that makes a rule crash",
}
"""Rules without defects in the list, with the reason."""

UNPRIVILEGED = {"unreadable"}
"""Edits that do not hinder the superuser."""


def _params() -> list[object]:
    return [
        pytest.param(
            defect,
            id=f"{defect.theme}: {defect.name}",
            marks=[pytest.mark.xfail(reason=defect.xfail)] if defect.xfail else [],
        )
        for defect in corpus()
    ]


@pytest.mark.parametrize("defect", _params())
def test_a_defect_is_found_where_it_stands(
    defect: Defect, seeded: Path, case: Path, tmp_path: Path
) -> None:
    seed(seeded, defect.file, defect.edit)
    base = None if defect.base is None else based(defect.base, case, tmp_path / "base")
    if defect.edit.get("special") in UNPRIVILEGED and os.access(seeded / defect.file, os.R_OK):
        pytest.skip("the superuser reads everything")
    trial = told(defect, judge(seeded, case, base))
    assert differences(defect, seeded, trial.new) == []
    assert trial.gone == sorted(defect.gone)
    assert trial.exit is verdict(defect, trial.undecoded)


def based(edits: Iterable[Mapping[str, Any]], case: Path, target: Path) -> Path:
    """The base of a defect: the clean case, or a copy of it that was different."""
    if not edits:
        return case
    copy_of_case(case, target, os.link)
    for one in edits:
        seed(target, one["file"], one["edit"])
    return target


def test_nothing_is_loosened_against_a_base_that_is_the_same(case: Path) -> None:
    trial = judge(case, case, case)
    assert (trial.new, trial.gone) == ([], [])


def test_the_clean_case_passes(case: Path) -> None:
    assert not clean(case).repository.undecoded
    assert clean(case).exit(Severity.HIGH) is Exit.CLEAN
    assert clean(case).exit(Severity.LOW) is Exit.FINDINGS


def test_what_was_read_before_changes_nothing(seeded: Path, case: Path) -> None:
    seed(seeded, "vendors/moqi/vendor.yaml", {"find": "status: active", "replace": "status: ended"})
    trial = judge(seeded, case)
    assert trial.new
    assert trial == compare(api.check(seeded), api.check(case))


def test_a_document_that_was_changed_fails_the_check_by_default(seeded: Path, case: Path) -> None:
    seed(seeded, "checks/evidence/artefacts/rehearsal-2-hashes.txt", {"append": "\n"})
    trial = judge(seeded, case)
    assert [finding.severity for finding in trial.new] == [Severity.CRITICAL]
    assert trial.exit is Exit.FINDINGS


def test_a_crash_is_found_on_each_subject(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(subject: Any, context: Any) -> Iterator[Fault]:
        raise ZeroDivisionError(subject.id)

    rule = replace(all_rules()["vendor/no-agreement"], where=None, check=crash)
    rules = {**all_rules(), rule.id: rule}
    old = clean(case)
    monkeypatch.setattr("hegui.engine.judge.all_rules", lambda: rules)
    trial = compare(api.check(case), old)
    assert {finding.rule for finding in trial.new} == {"internal/rule-crashed"}
    assert len(trial.new) == len(old.repository.items["vendor"])
    assert trial.gone == []
    assert trial.exit is Exit.FINDINGS


def test_names_are_unique() -> None:
    names = Counter((defect.theme, defect.name) for defect in corpus())
    assert [name for name, count in names.items() if count > 1] == []


def test_every_rule_has_three_defects() -> None:
    assert len(corpus()) >= 100
    counts = Counter(rule for defect in corpus() for rule in defect.rules)
    assert set(counts) <= set(all_rules())
    short = {rule: counts[rule] for rule in all_rules() if counts[rule] < 3}
    assert set(short) == set(EXEMPT), short
