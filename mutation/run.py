"""Mutation testing: every mutant of the derivation must fail a test that pins it.

``make mutate``, or with the names of modules only those. Each mutant is tried in a process forked off
this one, where it stands in for its module; no file changes, so the work tree can be used meanwhile.
First its own tests see it (``tests/derive/test_NAME.py`` for ``NAME.py``), then those of the other
modules. What survives has to stand in ``survivors.yaml`` with the reason, and what stands there has
to survive.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pkgutil
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mutation.mutants import mutants
from mutation.survivors import LIST, Name, differences, listed

ROOT = Path(__file__).resolve().parent.parent
DERIVE = "src/hegui/derive"
MODULES = (
    "asked", "automated", "coverage", "credit", "derived", "gate", "groups", "owners", "proof",
    "records", "residual", "score", "showing", "witness",
)  # fmt: skip
_BELOW = ("source", "findings", "model", "expr", "loading")
"""What the derivation imports: loaded here once, and not in every process."""
_QUICKLY = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=line")
_MEMORY = 2 << 30
_PASSED = 0


class Job(NamedTuple):
    """A mutant to be tried in place of a module."""

    name: Name
    module: str
    code: str


class _Sources(MetaPathFinder, Loader):
    """Loads the modules of the derivation from code that is compiled already."""

    def __init__(self) -> None:
        self.codes: dict[str, CodeType] = {}
        for path in (ROOT / DERIVE).glob("[!_]*.py"):
            self.replace(path.stem, path.read_text(encoding="utf-8"))

    def replace(self, name: str, source: str) -> None:
        """Let a module have other code."""
        path = f"{DERIVE}/{name}.py"
        self.codes[f"hegui.derive.{name}"] = compile(source, path, "exec", dont_inherit=True)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return spec_from_loader(fullname, self) if fullname in self.codes else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.codes[module.__name__], module.__dict__)


def main(arguments: list[str] | None = None) -> int:
    """Try the mutants; 1 where the survivors are not those that are listed."""
    parser = argparse.ArgumentParser(prog="mutation/run.py", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="only these, as: score proof")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args(arguments)
    modules: list[str] = chosen.modules or list(MODULES)
    if unknown := set(modules) - set(MODULES):
        parser.error(f"no such module: {', '.join(sorted(unknown))}")
    allowed = list(listed(LIST.read_text(encoding="utf-8")))
    _prepare()
    sources = _Sources()
    limit = _seconds(sources)
    found: list[Name] = []
    for module in modules:
        found += _survivors(module, sources, chosen.workers, limit)
    told = list(differences(found, allowed, {f"{DERIVE}/{one}.py" for one in modules}))
    print("\n".join(told), end="\n" if told else "")
    return 1 if told else 0


def _prepare() -> None:
    """Import what no mutant touches, so that a forked process need not."""
    os.chdir(ROOT)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.dont_write_bytecode = False  # the tests are compiled once, whatever the environment says
    pytest.main(["--version"])  # which imports its plugins
    for package in _BELOW:
        found = importlib.import_module(f"hegui.{package}")
        for module in pkgutil.iter_modules(found.__path__, f"hegui.{package}."):
            importlib.import_module(module.name)
    early = [name for name in sys.modules if name.startswith("hegui.derive.")]
    assert not early, early  # a mutant could not take their place
    gc.freeze()  # what is shared with the forked processes stays shared
    gc.disable()


def _seconds(sources: _Sources) -> int:
    """How long a mutant may take; ends the run where the tests fail without any."""
    started = time.monotonic()
    if os.waitpid(_fork(None, sources, 600), 0)[1] != _PASSED:
        sys.exit("the tests fail without any mutant")
    return 5 + 3 * int(time.monotonic() - started)


def _jobs(module: str) -> Iterator[Job]:
    file = f"{DERIVE}/{module}.py"
    for one in mutants((ROOT / file).read_text(encoding="utf-8")):
        yield Job(Name(file, one.function, one.was, one.now), module, one.code)


def _survivors(module: str, sources: _Sources, workers: int, limit: int) -> list[Name]:
    """The mutants of a module that no test sees."""
    started = time.monotonic()
    waiting, running, found = list(_jobs(module)), dict[int, Job](), []
    count = len(waiting)
    while waiting or running:
        while waiting and len(running) < workers:
            job = waiting.pop()
            running[_fork(job, sources, limit)] = job
        pid, status = os.wait()
        job = running.pop(pid)
        if status == _PASSED:
            found.append(job.name)
    seconds = time.monotonic() - started
    print(f"{module}: {count} mutants, {len(found)} survive ({seconds:.0f} s)", flush=True)
    return found[::-1]


def _fork(job: Job | None, sources: _Sources, limit: int) -> int:
    """Start a process that runs the tests with a mutant; it ends with 0 where that survives."""
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        signal.alarm(limit)  # a mutant may loop for ever, or fill the memory
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        if job is not None:
            _silence()
            sources.replace(job.module, job.code)
        sys.meta_path.insert(0, sources)
        status = _tested(job.module if job else None)
    finally:
        os._exit(status)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)


def _tested(module: str | None) -> int:
    for files in _stages(module):
        if pytest.main([*_QUICKLY, *files]) != pytest.ExitCode.OK:
            return 1
    return _PASSED


def _stages(module: str | None) -> Iterator[list[str]]:
    """The tests of the module itself, then those of the others."""
    if module is not None:
        yield [f"tests/derive/test_{module}.py"]
    yield [f"tests/derive/test_{one}.py" for one in MODULES if one != module]


if __name__ == "__main__":
    sys.exit(main())
