"""Each defect of the written list, seeded alone into the worked case, is found where it stands."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from hegui.engine.result import Exit
from hegui.findings.severity import Severity
from hegui.rules.registry import all_rules
from tests.defects.corpus import Defect, corpus
from tests.defects.edits import seed
from tests.defects.trial import clean, differences, judge, verdict

EXEMPT = {
    "internal/rule-crashed": "no document makes a rule crash; see test_a_crash_is_a_finding",
}
"""Rules that nobody can break by writing, with the reason."""

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
def test_a_defect_is_found_where_it_stands(defect: Defect, seeded: Path, case: Path) -> None:
    if defect.edit.get("special") in UNPRIVILEGED and os.geteuid() == 0:
        pytest.skip("the superuser reads everything")
    seed(seeded, defect.file, defect.edit)
    trial = judge(seeded, case)
    assert differences(defect, seeded, trial.new) == []
    assert trial.gone == sorted(defect.gone)
    assert trial.exit is verdict(defect, trial.undecoded)


def test_the_clean_case_passes(case: Path) -> None:
    assert clean(case).exit(Severity.HIGH) is Exit.CLEAN
    assert not clean(case).repository.undecoded


def test_names_are_unique() -> None:
    names = Counter((defect.theme, defect.name) for defect in corpus())
    assert [name for name, count in names.items() if count > 1] == []


def test_every_rule_has_three_defects() -> None:
    assert len(corpus()) >= 100
    counts = Counter(rule for defect in corpus() for rule in defect.rules)
    short = {rule: counts[rule] for rule in all_rules() if counts[rule] < 3}
    assert set(short) == set(EXEMPT), short
    assert set(counts) <= set(all_rules())
