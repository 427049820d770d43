"""Edits that cannot be written as text: bytes, links, pipes, sizes and depths."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[Path], None]

MEGABYTES_6 = 6_000_000


def _rewritten(change: Callable[[bytes], bytes]) -> Edit:
    """The file with other bytes; it is replaced, because others share the old one."""

    def edit(path: Path) -> None:
        data = path.read_bytes() if path.exists() else b""
        path.unlink(missing_ok=True)
        path.write_bytes(change(data))

    return edit


def _made(make: Callable[[Path], None]) -> Edit:
    """Something else where the file was, or where there was none."""

    def edit(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)

    return edit


def _link(to: str, *, existing: bool = False) -> Edit:
    """A link; with ``existing`` there is a file where it leads."""

    def make(path: Path) -> None:
        if existing:
            target = path.parent / to
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("kind: party\n", encoding="utf-8")
        path.symlink_to(to)

    return _made(make)


def _recoded(encoding: str) -> Edit:
    return _rewritten(lambda data: data.decode().encode(encoding))


def _appended(data: bytes) -> Edit:
    return _rewritten(lambda old: old + data)


def _named(name: bytes) -> Edit:
    """The same file under a name that no terminal may show."""

    def edit(path: Path) -> None:
        os.rename(path, os.fsencode(path.parent) + b"/" + name)  # noqa: PTH104 (bytes)

    return edit


def _socket(path: Path) -> None:
    """A socket; bound by a short name, because the full one may be too long for it."""
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)


def _loop(path: Path) -> None:
    other = path.with_name(f"other-{path.name}")
    path.symlink_to(other.name)
    other.symlink_to(path.name)


def _linked_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("queue"))
    path.symlink_to("queue")


def _mode(mode: int) -> Edit:
    """Other permissions, on a file of its own, because others share the old one."""

    def edit(path: Path) -> None:
        if path.is_file():
            _rewritten(bytes)(path)
        path.chmod(mode)

    return edit


def _bomb() -> bytes:
    """Each anchor holds the one before nine times."""
    lines = ["l0: &l0 lol"]
    for level in range(1, 10):
        lines.append(f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]")
    return "\n".join(lines).encode() + b"\n"


def _sheet(rows: int) -> bytes:
    """A sheet that was exported as rows of one and the same key."""
    lines = ["---", "kind: action", "id: exported", *(f"row: {n}" for n in range(rows))]
    return "\n".join(lines).encode() + b"\n"


SPECIALS: dict[str, Edit] = {
    # encodings
    "gb18030": _recoded("gb18030"),
    "utf-16": _recoded("utf-16"),
    "utf-16-no-mark": _recoded("utf-16-le"),
    "latin-1-letter": _appended(b"# checked by Andr\xe9\n"),
    "cut-in-a-character": _rewritten(lambda data: data[: data.index("。".encode()) + 1]),
    "emptied": _rewritten(lambda _: b""),
    "without-last-line": _rewritten(lambda data: b"".join(data.splitlines(True)[:-1])),
    "documents-turned-round": _rewritten(
        lambda data: b"---\n".join(one.rstrip() + b"\n" for one in data.split(b"---\n")[::-1])
    ),
    "mark": _rewritten(lambda data: b"\xef\xbb\xbf" + data),
    "crlf": _rewritten(lambda data: data.replace(b"\n", b"\r\n")),
    # what is no file
    "fifo": _made(os.mkfifo),
    "socket": _made(_socket),
    "folder": _made(Path.mkdir),
    "link-to-fifo": _made(_linked_pipe),
    "link-out": _link("/etc/passwd"),
    "link-beside-the-repository": _link("../../../outside.yaml", existing=True),
    "link-to-hidden": _link("../.git/config", existing=True),
    "link-out-folder": _link("/etc"),
    "link-loop": _made(_loop),
    "link-to-nothing": _link("renamed-last-week.yaml"),
    "link-to-parent": _link("../.."),
    # what cannot be read
    "unreadable": _mode(0),
    "name-in-gbk": _named("合同.yaml".encode("gbk")),
    "name-with-newline": _named(b"vendor\n.yaml"),
    "name-turned-round": _named("vendor\u202elmay.yaml".encode()),
    # limits
    "line-of-6-mb": _appended(b"# " + b"x" * MEGABYTES_6 + b"\n"),
    "scan-as-base64": _appended(b"scan: " + b"QUJD" * (MEGABYTES_6 // 4) + b"\n"),
    "blank-lines-of-6-mb": _appended(b"\n" * MEGABYTES_6),
    "60000-deep": _appended(b"answers: " + b"[" * 60_000),
    "60000-deep-mappings": _appended(b"answers: " + b"{a: " * 60_000),
    "101-deep": _appended(b"".join(b"  " * n + b"a:\n" for n in range(101))),
    "200000-values": _appended(b"tags: [" + b"x, " * 200_000 + b"x]\n"),
    "200000-keys": _appended(b"".join(b"k%d: x\n" % n for n in range(100_000))),
    "40000-rows": _appended(b"answers:\n" + b"  - {id: x, name: x}\n" * 40_000),
    "alias-bomb": _appended(_bomb()),
    "sheet-of-1200-rows": _appended(_sheet(1_200)),
    "1200-aliases": _appended(b"datasets:\n" + b"  - *all\n" * 1_200),
    "1200-tags": _appended(b"answers:\n" + b"  - !!str x\n" * 1_200),
}
