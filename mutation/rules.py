"""Mutants of the rules, held against the cases that stand beside each.

A rule's cases are written and loaded once, here; a mutant only judges them again, in a process of
its own, and is held against what ``tests/rules/test_cases.py`` asks of the rule.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from hegui.engine.cases import _write
from hegui.loading.load import load
from hegui.model.rule import DeclaredRule
from hegui.rules.cases import cases_of
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule
from hegui.rules.written import rule_of
from mutation.expressions import mutants, mutated
from mutation.pool import Job
from mutation.survivors import Name
from mutation.targets import ROOT, RULES, jobs
from tests.rules.test_cases import test_finds_what_the_case_says as holds

_load = cache(load)


class Cases:
    """The cases of one rule, each in a folder of its own within ``folder``."""

    def __init__(self, file: str, folder: Path) -> None:
        self.file, self._folder = file, folder
        self._declared: dict[Job, DeclaredRule] = {}
        name = file.removeprefix(f"{RULES}/").partition(".")[0]
        self._rule = all_rules()[name.replace("_", "-")]
        self._cases = cases_of(self._rule) if self._rule.check is not None else ()
        assert self.tests(None)  # which loads them
        gc.freeze()  # what is shared with the forked processes stays shared

    def jobs(self) -> Iterator[Job]:
        """The mutants of the rule; none where it is reading that reports."""
        if not self._cases:
            return
        if self._rule.declared is None:
            yield from jobs(self.file)
            return
        self._declared = dict(_declared(self.file, self._rule.declared))
        yield from self._declared

    def tests(self, job: Job | None) -> bool:
        """Whether every case finds what it says with a mutant; raises where one does not."""
        rules = dict(all_rules())
        if job is not None:
            declared = self._declared.get(job)
            rules[self._rule.id] = rule_of(declared) if declared else _mutated(job, self._rule.id)
        for number, case in enumerate(self._cases):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("hegui.engine.judge.all_rules", lambda: rules)
                if case.made_by is None:
                    _keep(self._folder / str(number), patch)
                holds(rules[self._rule.id], case, patch)
        return True


def _declared(file: str, declared: DeclaredRule) -> Iterator[tuple[Job, DeclaredRule]]:
    """The mutants of a rule in CEL, each with the declaration that it makes."""
    for one in mutants(declared):
        name = Name(file, one.field, one.was, one.now)
        yield Job(name, repr(one.value)), mutated(declared, one.field, one.value)


def _keep(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let a case be written and loaded once only."""

    def temporary() -> AbstractContextManager[Path]:
        return nullcontext(folder)

    def write(into: Path, contents: Mapping[str, bytes]) -> None:
        if not into.exists():
            _write(into, contents)

    patch.setattr("tests.rules.trials.TemporaryDirectory", temporary)
    patch.setattr("hegui.engine.cases._write", write)
    patch.setattr("hegui.engine.cases.load", _load)


def _mutated(job: Job, id: str) -> Rule:
    """The rule that the text of a mutant makes."""
    module = ModuleType(job.name.file.removeprefix("src/").removesuffix(".py").replace("/", "."))
    module.__file__ = str(ROOT / job.name.file)
    exec(compile(job.code, job.name.file, "exec", dont_inherit=True), module.__dict__)
    return next(one for one in vars(module).values() if isinstance(one, Rule) and one.id == id)
