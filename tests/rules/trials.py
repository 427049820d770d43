"""Running cases in tests: on disk, with what YAML cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
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
    """All cases of all rules; that each rule has readable ones is a test of its own."""
    for rule in RULES:
        with suppress(BadCase):
            for case in cases_of(rule):
                yield rule, case


def tried(rule: Rule, case: Case, patch: pytest.MonkeyPatch, wrong: Rule | None = None) -> Trial:
    """What becomes of a case, in a folder of its own; with ``wrong`` in place of the rule."""
    if wrong is not None:
        rules = {one.id: one for one in RULES} | {rule.id: wrong}
        patch.setattr("hegui.engine.judge.all_rules", lambda: rules)

    def make(folder: Path) -> None:
        if case.made_by is not None:
            MAKERS[case.made_by](folder, patch)

    with TemporaryDirectory() as folder:
        return run(case, rule, Path(folder), make)
