"""Finding the YAML files of a repository."""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from hegui.source.bilingual import both
from hegui.source.characters import escaped, showable
from hegui.source.inside import inside, not_a_file, unreadable
from hegui.source.place import Place, Problem

_ENDINGS = (".yaml", ".yml")
UNSHOWABLE = both("文件名含有无法显示的字符", "its name has characters that cannot be shown")


def discover(root: Path, folders: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """The YAML files below ``folders`` of ``root``, sorted by the bytes of their paths.

    Paths are relative to ``root`` with ``/`` between folders. Hidden names and folders that do
    not exist are passed over. A link inside the repository is followed, unless what it leads to
    is found anyway. Problems: ``document/outside``, ``document/broken-link``,
    ``document/not-a-file`` (value ``found``), ``document/unreadable`` (value ``reason``).
    Opens no file.
    """
    search = _Search(root)
    for folder in sorted(set(folders)):
        search.start(folder)
    search.follow_links()
    problems = sorted(search.problems, key=lambda problem: problem.place)
    return sorted(search.files.values(), key=os.fsencode), problems


class _Search:
    """What was found so far, by the place in the file system that it really has."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, str] = {}
        self.visited: set[str] = set()
        self.links: list[str] = []
        self.problems: list[Problem] = []

    def start(self, folder: str) -> None:
        """Search below ``folder``, one of those that were asked for."""
        path = posixpath.normpath(folder)
        path = "" if path == "." else path
        try:
            real = inside(self.root, path)
        except FileNotFoundError:
            if (self.root / path).is_symlink():
                self.links.append(path)
            return
        except (OSError, ValueError) as error:
            self.problems.append(unreadable(path, error))
            return
        if real is None or (self.root / path).is_symlink():
            self.links.append(path)
        else:
            self.walk(path, os.path.realpath(real))

    def follow_links(self) -> None:
        """Look behind the links, and the links found there; all else has been found before."""
        while self.links:
            links, self.links = sorted(self.links, key=os.fsencode), []
            for path in links:
                self.follow(path)

    def walk(self, folder: str, real: str) -> None:
        """Search ``folder`` and all below; ``real`` is where it really is."""
        pending = [(folder, real)]
        while pending:
            folder, real = pending.pop()
            if real in self.visited:
                continue
            self.visited.add(real)
            for entry in self.entries(folder, real):
                path = posixpath.join(folder, entry.name)
                try:
                    if entry.is_symlink():
                        self.links.append(path)
                    elif entry.is_dir(follow_symlinks=False):
                        pending.append((path, entry.path))
                    elif is_yaml(entry.name):
                        self.found(path, entry.path)
                except OSError as error:
                    self.problems.append(unreadable(path, error))

    def entries(self, folder: str, real: str) -> Iterator[os.DirEntry[str]]:
        """What is in a folder, without what is hidden or has a name that cannot be shown."""
        try:
            with os.scandir(real) as found:
                entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            self.problems.append(unreadable(folder, error))
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if showable(entry.name):
                yield entry
            elif is_yaml(entry.name) or not entry.is_file(follow_symlinks=False):
                path = posixpath.join(folder, escaped(entry.name))
                self.problems.append(
                    Problem("document/unreadable", Place(path), {"reason": UNSHOWABLE})
                )

    def found(self, path: str, real: str) -> None:
        """Note the file at ``path`` unless it is known already or no file; OSError."""
        mode = os.lstat(real).st_mode
        if stat.S_ISREG(mode):
            self.files.setdefault(real, path)
        else:
            self.problems.append(not_a_file(path, mode))

    def follow(self, path: str) -> None:
        """Note the file, or search the folder, that the link ``path`` leads to."""
        name, link = posixpath.basename(path), self.root / path
        try:
            if not (is_yaml(name) or "." not in name or link.is_dir()):
                return
            real = inside(self.root, path)
            if real is None:
                self.problems.append(Problem("document/outside", Place(path)))
            elif not stat.S_ISDIR(os.lstat(real).st_mode):
                if is_yaml(name):
                    self.found(path, real)
            elif Path(os.path.realpath(link.parent)).is_relative_to(real):
                self.problems.append(Problem("document/broken-link", Place(path)))
            else:
                self.walk(path, real)
        except PermissionError as error:
            self.problems.append(unreadable(path, error))
        except (OSError, ValueError):
            self.problems.append(Problem("document/broken-link", Place(path)))


def is_yaml(name: str) -> bool:
    """Whether a file's name is that of a YAML file."""
    return name.lower().endswith(_ENDINGS)
