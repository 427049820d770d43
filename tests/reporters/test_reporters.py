"""What holds for the reporters of all formats."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hegui.reporters import FORMATS, reporter
from tests.repo import judged
from tests.reporters.cases import MESSY, hostile, messy, options

ALL = pytest.mark.parametrize("format", FORMATS)
BOTH = pytest.mark.parametrize("language", ["zh", "en"])


def test_naming_the_formats_imports_none_of_them() -> None:
    code = "import sys, hegui.reporters; print([m for m in sys.modules if 'hegui' in m])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "['hegui', 'hegui.reporters']"


def test_an_unknown_format_is_no_reporter() -> None:
    with pytest.raises(KeyError):
        reporter("yaml")


@ALL
@BOTH
def test_the_same_bytes_in_every_clone(tmp_path: Path, format: str, language: str) -> None:
    one, two = messy(tmp_path / "one"), messy(tmp_path / "other" / "deeper")
    asked = options(language, outcomes=True)
    told = reporter(format)(one, asked)
    assert told == reporter(format)(two, asked)
    assert str(tmp_path) not in told
    assert told.endswith("\n")
    assert "\r" not in told


@ALL
def test_the_order_of_files_changes_nothing(tmp_path: Path, format: str) -> None:
    forth = judged(tmp_path / "forth", MESSY)
    back = judged(tmp_path / "back", dict(reversed(MESSY.items())))
    assert reporter(format)(forth, options()) == reporter(format)(back, options())


@ALL
def test_languages_differ_and_places_do_not(tmp_path: Path, format: str) -> None:
    result = messy(tmp_path)
    zh, en = (reporter(format)(result, options(language)) for language in ("zh", "en"))
    assert "没有续签" in zh
    assert "was not renewed" in " ".join(en.split())


@ALL
def test_nothing_unseen_leaves_a_reporter(tmp_path: Path, format: str) -> None:
    told = reporter(format)(hostile(tmp_path), options("en", color=False, outcomes=True))
    told.encode()
    assert not [mark for mark in told if not mark.isprintable() and mark != "\n"]


@ALL
def test_an_empty_result_is_told_too(tmp_path: Path, format: str) -> None:
    empty = replace(messy(tmp_path), outcomes=())
    assert reporter(format)(empty, options())
