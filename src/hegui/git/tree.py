"""The tree of a commit, read as a folder on disk is read: the same files, the same problems."""

from __future__ import annotations

import errno
import os
import posixpath
import stat
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from hegui.git.objects import Objects
from hegui.git.refusal import NoTree
from hegui.git.revision import commit_of
from hegui.git.run import Git
from hegui.source.bilingual import both
from hegui.source.characters import escaped, showable
from hegui.source.decode import decode, too_large
from hegui.source.discover import UNSHOWABLE, is_yaml
from hegui.source.file import File
from hegui.source.inside import not_a_file, unreadable
from hegui.source.limits import MAX_BYTES
from hegui.source.place import Place, Problem
from hegui.source.tree import Commit

_SUBMODULE = both(
    "子模块，其文件不在本仓库里", "a submodule, whose files are not in this repository"
)
_NOT_HERE = both(
    "git 仓库里没有它的内容（部分克隆？取全后再试）",
    "git does not have its content (a partial clone? fetch all of it)",
)
_CANNOT_LIST = both(
    "提交 {commit} 的文件列不出来：git 仓库不完整（部分克隆、对象损坏）。取全后再试。",
    "The files of commit {commit} cannot be listed: the clone is incomplete or damaged. "
    "Fetch all of it and try again.",
)
_HOPS = 40
"""Links that are followed for one path, as Linux does."""


class Entry(NamedTuple):
    """One path of a tree: its mode as git writes it, and the name of its object."""

    mode: str
    name: str

    @property
    def link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == "120000"

    @property
    def file(self) -> bool:
        """Whether it is a regular file."""
        return self.mode.startswith("100")


def tree_of(root: Path, ref: str) -> GitTree:
    """The tree of the commit that ``ref`` names, below ``root``. Raises `NoTree`."""
    git = Git(root)
    return GitTree(git, commit_of(git, ref))


class GitTree:
    """The files of a commit. Links are followed inside the tree, never out of it."""

    def __init__(self, git: Git, commit: Commit) -> None:
        self.root = git.root
        self.commit: Commit | None = commit
        self._git = git
        self._entries = _listed(git, commit)
        self._targets: dict[str, str] = {}

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(
            path[:at] for path in self._entries for at, sign in enumerate(path) if sign == "/"
        ) | {""}

    def find(self, folders: Sequence[str]) -> tuple[list[str], list[Problem]]:
        """The YAML files below ``folders``, as `discover` finds them on disk."""
        search = _Search(self)
        for folder in sorted(set(folders)):
            search.start("" if folder == "." else posixpath.normpath(folder))
        search.follow_links()
        problems = sorted(search.problems, key=lambda problem: problem.place)
        return sorted(search.files.values(), key=os.fsencode), problems

    def read(self, paths: Iterable[str]) -> list[File | Problem]:
        """Each of these files, or why it cannot be read."""
        with Objects(self._git) as objects:
            return [self._read(path, objects) for path in paths]

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file; ``None`` where there is no such file in the tree."""
        try:
            real = self.real(path)
            entry = None if real is None else self._entries.get(real)
        except OSError:
            return None
        if entry is None or not entry.file:
            return None
        with Objects(self._git) as objects:
            return objects.digest(entry.name)

    def _read(self, path: str, objects: Objects) -> File | Problem:
        try:
            real = self.real(path)
        except OSError as error:
            return unreadable(path, error)
        if real is None:
            return Problem("document/outside", Place(path))
        entry = self._entries.get(real)
        if entry is None:
            return not_a_file(path, stat.S_IFDIR)
        if not entry.file:
            return submodule(path)
        content = objects.content(entry.name, MAX_BYTES)
        if content is None:
            return Problem("document/unreadable", Place(path), {"reason": _NOT_HERE})
        return too_large(path, content) if isinstance(content, int) else decode(path, content)

    def real(self, path: str) -> str | None:
        """The path behind all links of ``path``; ``None`` outside the tree or where it is hidden.

        Raises OSError where there is nothing.
        """
        done: list[str] = []
        todo = path.split("/")
        hops = 0
        while todo:
            part = todo.pop(0)
            if part == ".." and not done:
                return None
            if part == "..":
                done.pop()
            elif part not in ("", "."):
                here = posixpath.join(*done, part)
                entry = self._entries.get(here)
                if entry is not None and entry.link:
                    hops += 1
                    target = self._target(entry)
                    if hops > _HOPS:
                        raise OSError(errno.ELOOP, here)
                    if target.startswith("/"):
                        return None
                    todo = [*target.split("/"), *todo]
                elif entry is None and here not in self._folders:
                    inside_file = "/".join(done) in self._entries
                    raise OSError(errno.ENOTDIR if inside_file else errno.ENOENT, here)
                else:
                    done.append(part)
        linked = hops and any(part.startswith(".") for part in done)
        return None if linked else "/".join(done)

    def _target(self, link: Entry) -> str:
        if link.name not in self._targets:
            with Objects(self._git) as objects:
                found = objects.content(link.name, MAX_BYTES)
            if not isinstance(found, bytes):
                raise OSError(errno.EIO, link.name)
            self._targets[link.name] = os.fsdecode(found)
        return self._targets[link.name]

    def below(self, folder: str) -> Iterator[tuple[str, Entry]]:
        """All paths below a folder, relative to it, with their entries."""
        start = f"{folder}/" if folder else ""
        for path, entry in self._entries.items():
            if path.startswith(start):
                yield path[len(start) :], entry

    def entry(self, path: str) -> Entry | None:
        """What stands at a path; ``None`` for a folder and where there is nothing."""
        return self._entries.get(path)

    def folder(self, path: str) -> bool:
        """Whether a path is that of a folder."""
        return path in self._folders


class _Search:
    """What was found so far, by the path in the tree that it really has."""

    def __init__(self, tree: GitTree) -> None:
        self.tree = tree
        self.files: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.visited: set[str] = set()
        self.links: list[str] = []
        self.told: set[str] = set()

    def start(self, folder: str) -> None:
        """Search below ``folder``, one of those that were asked for."""
        entry = self.tree.entry(folder)
        if entry is None:
            self.walk(folder, folder)
        elif entry.link:
            self.links.append(folder)
        elif entry.file:
            self.problems.append(unreadable(folder, NotADirectoryError(errno.ENOTDIR, folder)))
        else:
            self.problems.append(submodule(folder))

    def walk(self, folder: str, real: str) -> None:
        """Note all that is below ``folder``; ``real`` is where it really is."""
        for path, entry in self.tree.below(real):
            whole = posixpath.join(real, path)
            if whole in self.visited:
                continue
            self.visited.add(whole)
            if not any(part.startswith(".") for part in path.split("/")):
                self.note(folder, path, whole, entry)

    def note(self, folder: str, path: str, real: str, entry: Entry) -> None:
        """Note one path below ``folder``."""
        shown = posixpath.join(folder, path)
        if self.unshowable(folder, path, entry):
            return
        if entry.link:
            self.links.append(shown)
        elif not entry.file:
            self.problems.append(submodule(shown))
        elif is_yaml(path):
            self.files.setdefault(real, shown)

    def unshowable(self, folder: str, path: str, entry: Entry) -> bool:
        """Whether a name on the way cannot be shown; told once, and not of what is no YAML."""
        parts = path.split("/")
        at = next((at for at, part in enumerate(parts) if not showable(part)), None)
        if at is None:
            return False
        told = posixpath.join(folder, *parts[:at], escaped(parts[at]))
        last = at == len(parts) - 1
        if told not in self.told and (not last or is_yaml(path) or not entry.file):
            self.told.add(told)
            self.problems.append(
                Problem("document/unreadable", Place(told), {"reason": UNSHOWABLE})
            )
        return True

    def follow_links(self) -> None:
        """Look behind the links, and the links found there; all else has been found before."""
        while self.links:
            links, self.links = sorted(self.links, key=os.fsencode), []
            for path in links:
                self.follow(path)

    def follow(self, path: str) -> None:
        """Note the file, or search the folder, that the link ``path`` leads to."""
        name = posixpath.basename(path)
        try:
            real = self.tree.real(path)
        except OSError:
            if is_yaml(name) or "." not in name:
                self.problems.append(Problem("document/broken-link", Place(path)))
            return
        folder = real is not None and self.tree.folder(real)
        if not (is_yaml(name) or "." not in name or folder):
            return
        if real is None:
            self.problems.append(Problem("document/outside", Place(path)))
        elif not folder:
            self.led_to(path, real)
        elif f"{path}/".startswith(f"{real}/" if real else ""):
            self.problems.append(Problem("document/broken-link", Place(path)))
        else:
            self.walk(path, real)

    def led_to(self, path: str, real: str) -> None:
        """Note the file or submodule behind a link."""
        entry = self.tree.entry(real)
        if entry is not None and not entry.file:
            self.problems.append(submodule(path))
        elif is_yaml(path):
            self.files.setdefault(real, path)


def submodule(path: str) -> Problem:
    """``document/not-a-file`` for another repository inside this one."""
    return Problem("document/not-a-file", Place(path), {"found": _SUBMODULE})


def _listed(git: Git, commit: Commit) -> dict[str, Entry]:
    """Every path of the commit below the repository's root."""
    names = [git.prefix] if git.prefix else []
    done = git.run("ls-tree", "-r", "-z", "--full-tree", commit.id, "--", *names)
    if done.returncode:
        raise NoTree(_CANNOT_LIST, commit=commit.short)
    start = os.fsencode(git.prefix)
    found = {}
    for line in done.stdout.split(b"\0"):
        head, _, path = line.partition(b"\t")
        if path.startswith(start) and head:
            mode, _, name = head.decode("ascii").split(" ")
            found[os.fsdecode(path[len(start) :])] = Entry(mode, name)
    return found
