"""The READMEs say what the program does: their commands run, their codes and kinds are right."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from hegui.engine.result import Exit
from hegui.engine.verify import verify
from hegui.loading.load import FOLDERS
from hegui.loading.packs import folder
from hegui.rules.registry import all_rules
from tests.cli.test_commands import COMMANDS, ROOT, hegui

READMES = ("README.md", "README.zh.md")
COMMAND = re.compile(r"^hegui (.*?)(?:  +#.*)?$", re.MULTILINE)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the case, for some of the commands write into it."""
    copy = tmp_path
    for name in FOLDERS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "hegui.yaml", copy)
    return copy


@pytest.mark.parametrize("name", READMES)
def test_the_commands_run(name: str, case: Path) -> None:
    lines = COMMAND.findall((ROOT / name).read_text(encoding="utf-8"))
    assert {shlex.split(line)[0] for line in lines} == set(COMMANDS)
    for line in lines:
        done = hegui(*shlex.split(line), cwd=case)
        fails = "--fail-on low" in line or "--gate" in line
        assert done.returncode == int(fails), (line, done.stderr)
    assert (case / "build/management.html").is_file()


@pytest.mark.parametrize("name", READMES)
def test_the_first_lines_are_demo_and_test(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("make demo ")
    assert lines[2].startswith("make test ")


@pytest.mark.parametrize("name", READMES)
def test_exit_codes_and_folders(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| ([0-9]+) \|", text, re.MULTILINE)] == [*Exit]
    told = set(re.findall(r"^\| `([a-z]+)/` \|", text, re.MULTILINE))
    assert told == set(FOLDERS) - {"reports"}


def test_the_two_tell_the_same() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    assert COMMAND.findall(english) == COMMAND.findall(chinese)
    assert english.count("\n## ") == chinese.count("\n## ")


@pytest.mark.parametrize("name", [*READMES, "CHANGELOG.md"])
def test_what_the_packs_hold_is_counted_rightly(name: str) -> None:
    """Wherever the size of the first pack is told, the numbers are those of the pack."""
    counts = verify(folder("microloan-transfer")).counts
    text = (ROOT / name).read_text(encoding="utf-8")
    told = {
        int(number)
        for number in re.findall(
            r"\b([0-9]{2,3})(?=\s+(?:部|条|项|种|个领域|laws|clauses|objectives|requirements|types|areas))",
            text,
        )
    }
    wanted = ("regulations", "obligations", "objectives", "requirements", "types")
    assert told >= {counts[word] for word in wanted}


def test_every_rule_has_its_page() -> None:
    index = (ROOT / "docs/rules/README.md").read_text(encoding="utf-8")
    for rule in all_rules():
        assert (ROOT / f"docs/rules/{rule}.md").is_file()
        assert f"{rule}" in index


def test_the_changelog_names_the_version() -> None:
    from hegui import __version__

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{__version__}]" in changelog
