"""Mutation testing: every mutant of the derivation and of the rules must fail a test that pins it.

``make mutate``; with names only these: a module of the derivation (``score``), all rules (``rules``),
those of a category (``rules/agreement``), or one (``rules/agreement/expired``). Each mutant is tried
in a process forked off this one, where it stands in for its file; no file changes, so the work tree
can be used meanwhile. What survives has to stand in ``survivors.yaml`` with the reason, and what
stands there has to survive.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mutation.derivation import MODULES, Derivation
from mutation.pool import seconds, survivors
from mutation.survivors import LIST, Name, differences, listed
from mutation.targets import ROOT, rule_files


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants; 1 where the survivors are not those that are listed."""
    parser = argparse.ArgumentParser(prog="mutation/run.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these: score rules/control")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args(arguments)
    workers: int = chosen.workers
    names: list[str] = chosen.names or [*MODULES, "rules"]
    modules = [name for name in names if name in MODULES]
    try:
        rules = rule_files([name for name in names if name not in MODULES])
    except ValueError as unknown:
        parser.error(f"neither a module nor a rule: {unknown}")
    allowed = list(listed(LIST.read_text(encoding="utf-8")))
    os.chdir(ROOT)
    sound = True
    for file, found in chain(_of_derivation(modules, workers), _of_rules(rules, workers)):
        for told in differences(found, allowed, {file}):
            print(told, flush=True)
            sound = False
    return 0 if sound else 1


Found = tuple[str, list[Name]]
"""A file, and those of its mutants that survive."""


def _of_derivation(modules: Sequence[str], workers: int) -> Iterator[Found]:
    if not modules:
        return
    derivation = Derivation()
    limit = seconds(derivation.tests)
    for module in modules:
        jobs = derivation.jobs(module)
        yield derivation.file(module), survivors(module, jobs, derivation.tests, workers, limit)


def _of_rules(files: Sequence[str], workers: int) -> Iterator[Found]:
    if not files:
        return
    from mutation.rules import Cases  # which imports the derivation, and its mutants come before

    with TemporaryDirectory() as folder:
        for number, file in enumerate(files):
            cases = Cases(file, Path(folder) / str(number))
            if jobs := list(cases.jobs()):
                limit = seconds(cases.tests)
                yield file, survivors(file, jobs, cases.tests, workers, limit)


if __name__ == "__main__":
    sys.exit(main())
