"""The worked case, copied once, and a copy of it that is put back after each defect."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.defects.edits import copy_of_case, put_back

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean case, without the program that stands beside it."""
    target = tmp_path_factory.mktemp("clean") / "case"
    return copy_of_case(ROOT, target, shutil.copy)


@pytest.fixture(scope="session")
def shared(case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the case that shares its files."""
    return copy_of_case(case, tmp_path_factory.mktemp("seeded") / "case", os.link)


@pytest.fixture
def seeded(case: Path, shared: Path) -> Iterator[Path]:
    """A copy of the case to put a defect into."""
    yield shared
    put_back(shared.parent, case.parent)
