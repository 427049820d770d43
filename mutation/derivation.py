"""Mutants of the derivation, held against the tests of its definitions.

First a module's own tests see it (``tests/derive/test_NAME.py`` for ``NAME.py``), then those of the
other modules.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from mutation.pool import Job
from mutation.targets import ROOT, jobs

DERIVE = "src/hegui/derive"
MODULES = (
    "answers", "asked", "automated", "coverage", "credit", "derived", "gate", "groups", "owners",
    "proof", "records", "residual", "score", "showing", "witness",
)  # fmt: skip
_BELOW = ("source", "findings", "model", "expr", "loading")
"""What the derivation imports: loaded here once, and not in every process."""
_QUICKLY = ("-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=line")


class Derivation:
    """The modules of the derivation and their tests."""

    def __init__(self) -> None:
        _prepare()
        self._sources = _Sources()

    @staticmethod
    def file(module: str) -> str:
        """The file of a module, from the root."""
        return f"{DERIVE}/{module}.py"

    def jobs(self, module: str) -> Iterator[Job]:
        """The mutants of a module."""
        return jobs(self.file(module))

    def tests(self, job: Job | None) -> bool:
        """Whether all tests pass with a mutant."""
        module = Path(job.name.file).stem if job else None
        if job and module:
            self._sources.replace(module, job.code)
        sys.meta_path.insert(0, self._sources)
        return all(
            pytest.main([*_QUICKLY, *files]) == pytest.ExitCode.OK for files in _stages(module)
        )


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


def _prepare() -> None:
    """Import what no mutant touches, so that a forked process need not."""
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


def _stages(module: str | None) -> Iterator[list[str]]:
    """The tests of the module itself, then those of the others."""
    if module is not None:
        yield [f"tests/derive/test_{module}.py"]
    yield [f"tests/derive/test_{one}.py" for one in MODULES if one != module]
