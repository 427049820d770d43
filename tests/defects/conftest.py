"""The worked case, copied once and then linked for each defect."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.defects.edits import copy_of_case

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean case, without the program that stands beside it."""
    target = tmp_path_factory.mktemp("clean") / "case"
    return copy_of_case(ROOT, target, shutil.copy)


@pytest.fixture
def seeded(case: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the case to put a defect into."""
    yield copy_of_case(case, tmp_path / "case", os.link)
    shutil.rmtree(tmp_path)
