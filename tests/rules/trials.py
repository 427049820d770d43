"""Running cases in tests: on disk, with what YAML cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hegui.engine.cases import Trial, run
from hegui.rules.cases import BadCase, Case, cases_of
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule
from tests.rules.makers import MAKERS

RULES = tuple(all_rules().values())


def every_case() -> Iterator[tuple[Rule, Case]]:
    """All cases of all rules; a rule whose file is missing or broken has a test of its own."""
    for rule in RULES:
        for case in cases_or_none(rule):
            yield rule, case


def cases_or_none(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule, none where they cannot be read."""
    try:
        return cases_of(rule)
    except BadCase:
        return ()


def tried(rule: Rule, case: Case, patch: pytest.MonkeyPatch) -> Trial:
    """What becomes of a case, in a folder of its own."""
    make = partial(MAKERS[case.made_by], patch=patch) if case.made_by else None
    with TemporaryDirectory() as folder:
        return run(case, rule, Path(folder), make)
