"""From a name to the commit that it means, and to nothing that it might mean as well."""

from __future__ import annotations

import re

from hegui.git.refusal import NoTree
from hegui.git.run import Git
from hegui.source.bilingual import both
from hegui.source.characters import escaped
from hegui.source.tree import Commit

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LONGEST = 1_000

BAD_NAME = both(
    "“{ref}”不是提交的名称：应写分支、标签或提交号，如 origin/main；不得以 - 开头，不得含冒号、空白。",
    "“{ref}” is no name of a commit: write a branch, a tag or a commit as origin/main; it must not "
    "begin with - nor hold a colon or a space.",
)
UNKNOWN = both(
    "仓库里没有提交“{ref}”。先把它取到本地，如 git fetch origin；写成 origin/分支名 或提交号。",
    "There is no commit “{ref}” here. Fetch it first, as with git fetch origin, and write "
    "origin/BRANCH or the commit's id.",
)
SHALLOW = both(
    "仓库是浅克隆，没有取到提交“{ref}”。先执行 git fetch --deepen=100（仍不够就用 git fetch "
    "--unshallow），或取回目标分支：git fetch origin 分支名。",
    "This is a shallow clone and the commit “{ref}” is not in it. Run git fetch --deepen=100 first "
    "(or git fetch --unshallow), or fetch the branch: git fetch origin BRANCH.",
)
AMBIGUOUS = both(
    "“{ref}”同时是几个名称，无从判断指哪一个；请写全名，如 refs/remotes/origin/main，或提交号。",
    "“{ref}” is the name of several things; write it in full as refs/remotes/origin/main, or the "
    "commit's id.",
)


def commit_of(git: Git, ref: str) -> Commit:
    """The commit that ``ref`` names. Raises `NoTree` where it names none, or more than one."""
    if ref.startswith("-") or not ref or ":" in ref or len(ref) > _LONGEST or not _showable(ref):
        raise NoTree(BAD_NAME, ref=escaped(ref[:_LONGEST]))
    done = git.run("rev-parse", "--verify", f"{ref}^{{commit}}")
    # A branch of somebody else's choosing may be called origin/main, and would be preferred.
    if b"ambiguous" in done.stderr:
        raise NoTree(AMBIGUOUS, ref=ref)
    found = done.stdout.decode("ascii", "replace").strip()
    if done.returncode or not _COMMIT.fullmatch(found):
        shallow = git.run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        raise NoTree(SHALLOW if shallow else UNKNOWN, ref=ref)
    return Commit(ref, found)


def _showable(ref: str) -> bool:
    return ref.isprintable() and not any(sign.isspace() for sign in ref)
