import os
import stat
import threading
from pathlib import Path

import pytest

from hegui.source import read as reading
from hegui.source.bilingual import Text
from hegui.source.decode import decode
from hegui.source.file import File
from hegui.source.limits import MAX_BYTES
from hegui.source.place import Problem
from hegui.source.read import read
from tests.source.helpers import span


def refused(found: File | Problem) -> Problem:
    assert isinstance(found, Problem)
    return found


def text(found: File | Problem) -> str:
    assert isinstance(found, File)
    return found.text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ""),
        ("a: 迁移\r\n".encode(), "a: 迁移\r\n"),
        (b"\xef\xbb\xbfa: 1", "a: 1"),
        ("😀\t\u200d\u3000\xa0é".encode(), "😀\t\u200d\u3000\xa0é"),
    ],
)
def test_text_is_read(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "控制").mkdir()
    (tmp_path / "控制" / "a.yaml").write_bytes(data)
    found = read(tmp_path, "控制/a.yaml")
    assert text(found) == expected
    assert isinstance(found, File)
    assert found.path == "控制/a.yaml"


def test_the_size_is_limited(tmp_path: Path) -> None:
    (tmp_path / "most.yaml").write_bytes(b"#" * MAX_BYTES)
    (tmp_path / "more.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    assert len(text(read(tmp_path, "most.yaml"))) == MAX_BYTES
    found = refused(read(tmp_path, "more.yaml"))
    assert found.rule == "document/too-large"
    assert found.values == {"size": MAX_BYTES + 1, "limit": MAX_BYTES}
    assert refused(decode("f", b"#" * (MAX_BYTES + 1))).rule == "document/too-large"


def test_a_large_file_is_not_read_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(10**12)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("read"))
    assert refused(read(tmp_path, "a.yaml")).values["size"] == 10**12


def test_the_buffer_is_as_large_as_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1\n")
    sizes: list[int] = []
    original = os.read

    def counted(descriptor: int, size: int) -> bytes:
        sizes.append(size)
        return original(descriptor, size)

    monkeypatch.setattr(os, "read", counted)
    read(tmp_path, "a.yaml")
    assert sizes[0] == 6
    assert max(sizes) <= 65_536


def test_a_file_that_grows_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * 10)
    pieces = [b"#" * 11, *[b"#" * 65_536] * 100]
    monkeypatch.setattr(os, "read", lambda *_: pieces.pop(0))
    assert refused(read(tmp_path, "a.yaml")).rule == "document/too-large"
    assert pieces, "reading stops at the limit"


@pytest.mark.parametrize(
    ("data", "byte", "encoding", "where"),
    [
        ("标题: 核对\n".encode("gb18030"), "0xB1", "GB18030", "1:1-1:2"),
        ("a: 1\r\nb: 迁移，完成\r\n".encode("gbk"), "0xD2", "GB18030", "2:5-2:6"),
        ("a: 1".encode("utf-16"), "0xFF", "UTF-16", "1:1-1:1"),
        ("a: 1".encode("utf-16-be"), "0x00", "UTF-16", "1:1-1:1"),
        ("a: 1".encode("utf-16-le"), "0x61", "UTF-16", "1:1-1:1"),
        ("a: 1".encode("utf-32"), "0xFF", "UTF-32", "1:1-1:1"),
        ("a: 1\nb: é".encode("latin-1"), "0xE9", None, "2:4-2:5"),
        ("a: 核对\n  对".encode()[:-1], "0xE5", None, "2:3-2:4"),
        ("中文中文".encode() + "中".encode("gbk"), "0xD6", None, "1:5-1:6"),
        (b"a: \xa7\xd1\xa7\xd2", "0xA7", None, "1:4-1:5"),
        (b"\xef\xbb\xbfa: \xff", "0xFF", None, "1:4-1:5"),
        (b"\xff", "0xFF", None, "1:1-1:2"),
        (b"a: \xc0 b", "0xC0", None, "1:4-1:5"),
        (b"a: \xed\xa0\x80", "0xED", None, "1:4-1:5"),
    ],
)
def test_what_is_not_utf_8(data: bytes, byte: str, encoding: str | None, where: str) -> None:
    found = refused(decode("f", data))
    assert found.rule == "document/encoding"
    hint = found.values.pop("hint")
    assert found.values == {"byte": byte, "encoding": encoding}
    assert isinstance(hint, Text)
    assert all((encoding or "") in hint.get(language) for language in ("zh", "en"))
    assert bool(hint.get("en")) == bool(encoding)
    assert span(found.place) == where


@pytest.mark.parametrize(
    ("character", "shown", "name"),
    [
        ("\0", "U+0000", "NULL"),
        ("\x08", "U+0008", "BACKSPACE"),
        ("\x0b", "U+000B", "VERTICAL TABULATION"),
        ("\x0c", "U+000C", "FORM FEED"),
        ("\x1b", "U+001B", "ESCAPE"),
        ("\x1f", "U+001F", "CONTROL CHARACTER"),
        ("\x7f", "U+007F", "DELETE"),
        ("\x80", "U+0080", "CONTROL CHARACTER"),
        ("\x85", "U+0085", "NEXT LINE"),
        ("\x9f", "U+009F", "CONTROL CHARACTER"),
        ("\u2028", "U+2028", "LINE SEPARATOR"),
        ("\u2029", "U+2029", "PARAGRAPH SEPARATOR"),
        ("\u202a", "U+202A", "LEFT-TO-RIGHT EMBEDDING"),
        ("\u202e", "U+202E", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\u2069", "U+2069", "POP DIRECTIONAL ISOLATE"),
        ("\ufeff", "U+FEFF", "BYTE ORDER MARK"),
        ("\ufffe", "U+FFFE", "CONTROL CHARACTER"),
        ("\uffff", "U+FFFF", "CONTROL CHARACTER"),
    ],
)
def test_characters_that_must_not_be(character: str, shown: str, name: str) -> None:
    found = refused(decode("f", f"a: 1\n标: x{character}y{character}".encode()))
    assert found.rule == "document/control-character"
    assert found.values == {"character": shown, "name": name, "count": 2}
    assert (found.place.line, found.place.column) == (2, 5)


def test_a_missing_file(tmp_path: Path) -> None:
    found = refused(read(tmp_path, "a.yaml"))
    reason = found.values["reason"]
    assert found.rule == "document/unreadable"
    assert isinstance(reason, Text)
    assert reason.en == "it does not exist"


@pytest.mark.parametrize("path", ["a\0b.yaml", "x" * 300 + ".yaml", "a.yaml/b.yaml"])
def test_paths_that_cannot_be(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    found = refused(read(tmp_path, path))
    assert found.rule == "document/unreadable"
    assert isinstance(found.values["reason"], Text)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(5, "io"), OSError(116, "x")])
def test_what_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object) -> int:
        raise error

    (tmp_path / "a.yaml").write_bytes(b"")
    monkeypatch.setattr(os, "open", refuse)
    found = refused(read(tmp_path, "a.yaml"))
    reason = found.values["reason"]
    assert found.rule == "document/unreadable"
    assert isinstance(reason, Text)
    assert reason.missing(("zh", "en")) == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    (tmp_path / "a.yaml").chmod(0)
    assert refused(read(tmp_path, "a.yaml")).rule == "document/unreadable"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    found = refused(read(tmp_path, "a.yaml"))
    assert found.rule == "document/not-a-file"
    assert isinstance(found.values["found"], Text)
    assert found.values["found"].en == "a folder"


def test_a_pipe_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    found = refused(read(tmp_path, "a.yaml"))
    assert found.rule == "document/not-a-file"
    assert isinstance(found.values["found"], Text)
    assert found.values["found"].en == "a named pipe"


def test_what_becomes_a_pipe_meanwhile_does_not_make_us_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    answers = iter([True])  # as `os.lstat` would say if it was still a file then
    monkeypatch.setattr(stat, "S_ISREG", lambda _: next(answers, False))
    thread = threading.Thread(target=read, args=(tmp_path, "a.yaml"), daemon=True)
    thread.start()
    thread.join(5)
    assert not thread.is_alive()


def test_what_becomes_a_link_meanwhile_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.yaml").symlink_to(tmp_path / "secret")
    monkeypatch.setattr(reading, "inside", lambda root, path: f"{root}/{path}")
    monkeypatch.setattr(os, "lstat", os.stat)
    assert refused(read(root, "a.yaml")).rule == "document/unreadable"


@pytest.mark.parametrize("path", ["../a.yaml", "x/../../a.yaml", "link.yaml", "folder/a.yaml"])
def test_nothing_outside_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "a.yaml").write_bytes(b"secret: 1")
    root = tmp_path / "root"
    (root / "x").mkdir(parents=True)
    (root / "link.yaml").symlink_to("../a.yaml")
    (root / "folder").symlink_to("..")
    assert refused(read(root, path)).rule == "document/outside"


def test_nothing_is_read_by_its_absolute_path(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"secret: 1")
    (tmp_path / "root").mkdir()
    assert refused(read(tmp_path / "root", str(tmp_path / "a.yaml"))).rule == "document/outside"


@pytest.mark.parametrize("target", [".git/config", ".env", "x/.git/config"])
def test_no_link_leads_to_what_is_hidden(tmp_path: Path, target: str) -> None:
    (tmp_path / target).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / target).write_bytes(b"token: secret")
    (tmp_path / "a.yaml").symlink_to(target)
    assert refused(read(tmp_path, "a.yaml")).rule == "document/outside"


def test_links_inside_are_followed(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_bytes(b"a: 1")
    (tmp_path / "b.yaml").symlink_to("data/a.txt")
    (tmp_path / "folder").symlink_to("data")
    assert text(read(tmp_path, "b.yaml")) == "a: 1"
    assert text(read(tmp_path, "folder/a.txt")) == "a: 1"
    assert text(read(tmp_path, "folder/../data/a.txt")) == "a: 1"


def test_a_root_that_is_a_link_itself_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".real").mkdir()
    (tmp_path / ".real" / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / ".real" / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "root").symlink_to(".real")
    assert text(read(tmp_path / "root", "a.yaml")) == "a: 1"
    assert text(read(tmp_path / "root", "b.yaml")) == "a: 1"


def test_a_link_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    assert refused(read(tmp_path, "a.yaml")).rule == "document/unreadable"


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / "b.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    first = os.open(tmp_path, os.O_RDONLY)
    os.close(first)
    for path in ("a.yaml", "b.yaml", "c.yaml", ".") * 3:
        read(tmp_path, path)
    again = os.open(tmp_path, os.O_RDONLY)
    os.close(again)
    assert again == first
