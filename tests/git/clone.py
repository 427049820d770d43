"""Real git repositories on disk for tests."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.repo import write

_WHO = {
    "GIT_AUTHOR_NAME": "t",
    "GIT_AUTHOR_EMAIL": "t@example.org",
    "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(root: Path, *arguments: str, check: bool = True) -> str:
    """What a command of git prints."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={"PATH": os.environ["PATH"], **_WHO},
        capture_output=True,
        check=False,
    )
    assert not check or done.returncode == 0, done.stderr
    return os.fsdecode(done.stdout).strip()


def commit(root: Path, files: Mapping[str, str | bytes] | None = None, message: str = "c") -> str:
    """Write files, commit all that lies there, and give the commit's id."""
    write(root, files or {})
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD")


def new(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A repository with one commit on ``main``."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, files)
    return root
