"""`tools/pick-python` chooses by running, and says in both languages when nothing fits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "pick-python"
SHIM = "#!/bin/sh\necho 'command not found' >&2\nexit 127\n"
OLD = "#!/bin/sh\nexit 1\n"  # what any Python that does not fit comes to
FITTING = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'


def pick(*folders: Path, python: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the script with nothing but ``folders`` on PATH."""
    env = {"PATH": os.pathsep.join(map(str, folders))}
    if python is not None:
        env["PYTHON"] = python
    command = ["/bin/sh", str(SCRIPT)]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8")


def folder(path: Path, **scripts: str) -> Path:
    """A folder of executables; ``python3_13`` stands for ``python3.13``."""
    path.mkdir()
    for name, text in scripts.items():
        file = path / name.replace("_", ".")
        file.write_text(text)
        file.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "scripts",
    [
        {"python3_13": FITTING},
        {"python3": FITTING},
        {"python3": OLD, "python3_12": FITTING},
        {"python3_13": SHIM, "python3_12": SHIM, "python3_11": FITTING, "python3": OLD},
    ],
)
def test_finds_what_runs_and_fits(tmp_path: Path, scripts: dict[str, str]) -> None:
    assert pick(folder(tmp_path / "bin", **scripts)).stdout.strip() == sys.executable


def test_a_shim_does_not_hide_what_stands_behind_it(tmp_path: Path) -> None:
    shims = folder(tmp_path / "shims", python3_13=SHIM, python3=SHIM)
    real = folder(tmp_path / "bin", python3_13=FITTING)
    assert pick(shims, real).stdout.strip() == sys.executable


@pytest.mark.parametrize("scripts", [{}, {"python3": OLD}, {"python3_13": SHIM, "python3": SHIM}])
def test_says_in_both_languages_that_there_is_none(tmp_path: Path, scripts: dict[str, str]) -> None:
    run = pick(folder(tmp_path / "bin", **scripts))
    assert (run.returncode, run.stdout) == (2, "")
    assert "没有找到" in run.stderr
    assert "found none" in run.stderr


def test_a_named_interpreter_is_the_only_candidate(tmp_path: Path) -> None:
    bin = folder(tmp_path / "bin", python3_13=FITTING, wrong=OLD)
    assert pick(bin, python="python3.13").stdout.strip() == sys.executable
    run = pick(bin, python="wrong")
    assert (run.returncode, run.stdout) == (2, "")
    assert "PYTHON=wrong" in run.stderr
