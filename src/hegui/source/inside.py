"""Paths never leave the repository."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from hegui.source.bilingual import Text, both
from hegui.source.place import Place, Problem

_REASONS = {
    errno.ENOENT: both("文件不存在", "it does not exist"),
    errno.EACCES: both("没有读取权限", "there is no permission to read it"),
    errno.EPERM: both("没有读取权限", "there is no permission to read it"),
    errno.ENOTDIR: both("路径的一部分不是文件夹", "a part of its path is not a folder"),
    errno.ELOOP: both("链接绕成了圈", "its links go in a circle"),
    errno.EIO: both("磁盘读取出错", "the disk reported an error"),
    errno.ENAMETOOLONG: both("路径太长", "its path is too long"),
}

_KINDS = (
    (stat.S_ISDIR, both("文件夹", "a folder")),
    (stat.S_ISFIFO, both("命名管道", "a named pipe")),
    (stat.S_ISSOCK, both("套接字", "a socket")),
    (stat.S_ISCHR, both("字符设备", "a character device")),
    (stat.S_ISBLK, both("块设备", "a block device")),
)


def inside(root: Path, path: str) -> str | None:
    """The real file behind ``path`` (relative to ``root``), None where it lies outside.

    A link may lead to anything in the repository that is not hidden: what is in ``.git`` or
    ``.env`` must not be shown in a finding. OSError or ValueError where there is no such file.
    """
    plain = _without_links(root, path)
    if plain is not None:
        return plain
    # Not Path.resolve: before Python 3.13 it raises RuntimeError for links in a circle.
    top = Path(os.path.realpath(root))
    real = Path(os.path.realpath(top / path, strict=True))
    if not real.is_relative_to(top):
        return None
    if any(part.startswith(".") for part in real.relative_to(top).parts):
        return None
    return str(real)


def _without_links(root: Path, path: str) -> str | None:
    """``path`` below ``root`` if no step of it is a link or leads upward; OSError, ValueError.

    Plain strings, because this is done for each file: resolving takes ten times as long.
    """
    step = str(root)
    for part in path.split("/"):
        if part in ("", "..") or (os.sep != "/" and (os.sep in part or ":" in part)):
            return None
        step = f"{step}/{part}"
        if stat.S_ISLNK(os.lstat(step).st_mode):
            return None
    return step


def unreadable(path: str, error: OSError | ValueError) -> Problem:
    """``document/unreadable``; value ``reason``, a text."""
    number = error.errno if isinstance(error, OSError) else None
    name = errno.errorcode.get(number or 0, type(error).__name__)
    reason = _REASONS.get(number or 0, both(f"系统报告 {name}", f"the system reports {name}"))
    return Problem("document/unreadable", Place(path), {"reason": reason})


def not_a_file(path: str, mode: int) -> Problem:
    """``document/not-a-file``; value ``found``, a text."""
    return Problem("document/not-a-file", Place(path), {"found": kind(mode)})


def kind(mode: int) -> Text:
    """What ``mode`` of `os.stat` says a thing is, in words."""
    for matches, name in _KINDS:
        if matches(mode):
            return name
    return both("特殊文件", "a special file")
