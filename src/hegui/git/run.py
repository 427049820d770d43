"""Running git so that nothing in a repository can make it run anything else.

Whoever opens a pull request writes the files of the working tree. The settings of the clone and of
the user are not theirs; all the same no hook, no file-system monitor, no pager and no transport runs,
and a bare repository that somebody committed among the files is not taken for the clone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from hegui.git.refusal import NoTree
from hegui.source.bilingual import both

_KEPT = ("HOME", "PATH", "SYSTEMROOT", "TMPDIR", "USERPROFILE", "XDG_CONFIG_HOME")
"""What git is told of the environment: ``safe.directory`` stands in the user's own settings."""
_FIXED = {
    "GIT_ALLOW_PROTOCOL": "none",  # whatever a partial clone lacks is not fetched
    "GIT_CONFIG_COUNT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_CONFIG = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.warnAmbiguousRefs=true",
    "safe.bareRepository=explicit",
)

NO_GIT = both(
    "没有找到 git：请先安装 git，并确认它在 PATH 中。",
    "git was not found: install it and see that it is on the PATH.",
)
NOT_OURS = both(
    "git 不信任 {root}：它属于另一个用户。确认无误后执行："
    "git config --global --add safe.directory {root}",
    "git does not trust {root}, which belongs to another user. If it is right, run: "
    "git config --global --add safe.directory {root}",
)
NO_REPOSITORY = both(
    "{root} 不在 git 仓库的工作区里，没有提交可作基准。请在克隆出来的仓库里执行，或去掉 --base。",
    "{root} is in no working tree of git, so there is no commit to hold it against. "
    "Run this in a clone, or leave out --base.",
)


class Git:
    """The git of one working tree. Raises `NoTree` where there is none."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._program = _program(root)
        self.prefix = self._prefix()

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """What a command of git says; whether it succeeded is for the caller to see."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def command(self, *arguments: str) -> list[str]:
        """The command line; no argument is ever read by a shell."""
        options = [option for setting in _CONFIG for option in ("-c", setting)]
        return [self._program, "--no-pager", *options, *arguments]

    @property
    def environment(self) -> dict[str, str]:
        """The environment of git: variables such as GIT_DIR lead nowhere else."""
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        return kept | _FIXED

    def _prefix(self) -> str:
        """Where the repository lies in the working tree: "" or a path that ends in ``/``."""
        done = self.run("rev-parse", "--is-inside-work-tree", "--show-prefix")
        if b"dubious ownership" in done.stderr:
            raise NoTree(NOT_OURS, root=self.root)
        inside, _, prefix = os.fsdecode(done.stdout).partition("\n")
        if done.returncode or inside != "true":
            raise NoTree(NO_REPOSITORY, root=self.root)
        return prefix.removesuffix("\n")


def _program(root: Path) -> str:
    """The git on the PATH; never one that lies in the repository itself."""
    found = shutil.which("git")
    if found is None or not Path(found).is_absolute():
        raise NoTree(NO_GIT)
    if Path(os.path.realpath(found)).is_relative_to(os.path.realpath(root)):
        raise NoTree(NO_GIT)
    return found
