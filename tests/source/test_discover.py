import os
import socket
from pathlib import Path

import pytest

from hegui.source.bilingual import Text
from hegui.source.discover import discover
from hegui.source.read import read


def make(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"path: {path}\n", encoding="utf-8")


def found(root: Path, *folders: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The paths, and the problems as pairs of rule and path."""
    paths, problems = discover(root, folders or ("controls", "risks"))
    return paths, [(each.rule.removeprefix("document/"), each.place.path) for each in problems]


def test_yaml_below_the_folders_sorted_by_bytes(tmp_path: Path) -> None:
    make(tmp_path, "controls/b.yaml", "controls/B.yml", "controls/a/z.YAML", "controls/a-b.Yml")
    make(tmp_path, "controls/迁移.yaml", "controls/a/b/c/d.yaml", "risks/ａ.yaml", "risks/😀.yaml")
    make(tmp_path, "controls/readme.md", "controls/yaml", "controls/a.yaml.bak", "top.yaml")
    make(tmp_path, "vendors/a.yaml")
    paths, problems = found(tmp_path, "risks", "controls")
    assert paths == [
        "controls/B.yml",
        "controls/a-b.Yml",
        "controls/a/b/c/d.yaml",
        "controls/a/z.YAML",
        "controls/b.yaml",
        "controls/迁移.yaml",
        "risks/ａ.yaml",
        "risks/😀.yaml",
    ]
    assert problems == []


def test_what_is_hidden_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "controls/.a.yaml", "controls/.x/a.yaml", "controls/.git/b.yaml")
    assert found(tmp_path) == ([], [])


def test_folders_that_do_not_exist_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "risks/a.yaml")
    assert found(tmp_path) == (["risks/a.yaml"], [])


@pytest.mark.parametrize("folders", [("checks/evidence", "checks"), ("checks/", "checks"), (".",)])
def test_overlapping_folders(tmp_path: Path, folders: tuple[str, ...]) -> None:
    make(tmp_path, "checks/a.yaml", "checks/evidence/b.yaml")
    assert found(tmp_path, *folders) == (["checks/a.yaml", "checks/evidence/b.yaml"], [])


def test_a_folder_named_like_a_file_is_searched(tmp_path: Path) -> None:
    make(tmp_path, "controls/a.yaml/b.yaml")
    assert found(tmp_path) == (["controls/a.yaml/b.yaml"], [])


@pytest.mark.parametrize("target", ["../../outside.yaml", "/etc/passwd"])
def test_a_link_to_a_file_outside(tmp_path: Path, target: str) -> None:
    root = tmp_path / "root"
    make(tmp_path, "outside.yaml")
    make(root, "controls/a.yaml")
    (root / "controls" / "b.yaml").symlink_to(target)
    assert found(root) == (["controls/a.yaml"], [("outside", "controls/b.yaml")])


def test_a_link_to_a_folder_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make(tmp_path, "else/a.yaml")
    make(root, "controls/a.yaml")
    (root / "controls" / "else").symlink_to("../../else")
    (root / "controls" / "v1.2").symlink_to("../../else")
    (root / "risks").symlink_to("../else")
    assert found(root) == (
        ["controls/a.yaml"],
        [("outside", "controls/else"), ("outside", "controls/v1.2"), ("outside", "risks")],
    )


def test_a_folder_asked_for_must_be_inside(tmp_path: Path) -> None:
    make(tmp_path, "else/a.yaml")
    (tmp_path / "root").mkdir()
    assert found(tmp_path / "root", "../else") == ([], [("outside", "../else")])


def test_a_link_to_what_is_hidden_counts_as_outside(tmp_path: Path) -> None:
    make(tmp_path, ".git/config", "controls/a.yaml")
    (tmp_path / "controls" / "b.yaml").symlink_to("../.git/config")
    (tmp_path / "controls" / "git").symlink_to("../.git")
    assert found(tmp_path) == (
        ["controls/a.yaml"],
        [("outside", "controls/b.yaml"), ("outside", "controls/git")],
    )


def test_broken_links(tmp_path: Path) -> None:
    make(tmp_path, "controls/a.yaml")
    (tmp_path / "controls" / "gone.yaml").symlink_to("nothing.yaml")
    (tmp_path / "controls" / "gone").symlink_to("nothing")
    (tmp_path / "controls" / "self.yaml").symlink_to("self.yaml")
    (tmp_path / "controls" / "x.yml").symlink_to("y.yml")
    (tmp_path / "controls" / "y.yml").symlink_to("x.yml")
    (tmp_path / "risks").symlink_to("nothing")
    paths, problems = found(tmp_path)
    assert paths == ["controls/a.yaml"]
    assert problems == [
        ("broken-link", f"controls/{name}")
        for name in ("gone", "gone.yaml", "self.yaml", "x.yml", "y.yml")
    ] + [("broken-link", "risks")]


@pytest.mark.parametrize("target", [".", "..", "../..", "../a"])
def test_a_folder_linked_into_itself(tmp_path: Path, target: str) -> None:
    make(tmp_path, "controls/a/b.yaml")
    (tmp_path / "controls" / "a" / "loop").symlink_to(target)
    assert found(tmp_path) == (["controls/a/b.yaml"], [("broken-link", "controls/a/loop")])


def test_links_to_what_is_found_anyway_are_skipped(tmp_path: Path) -> None:
    make(tmp_path, "controls/z.yaml", "risks/r/a.yaml")
    (tmp_path / "controls" / "a.yaml").symlink_to("z.yaml")
    (tmp_path / "controls" / "risks").symlink_to("../risks")
    (tmp_path / "controls" / "r").symlink_to("../risks/r")
    assert found(tmp_path) == (["controls/z.yaml", "risks/r/a.yaml"], [])


def test_links_to_what_would_not_be_found_are_followed(tmp_path: Path) -> None:
    make(tmp_path, "common/a.yaml", "common/sub/b.yaml", "common/notes.txt")
    (tmp_path / "controls").mkdir()
    (tmp_path / "controls" / "one.yaml").symlink_to("../common/notes.txt")
    (tmp_path / "controls" / "two.yaml").symlink_to("../common/notes.txt")
    (tmp_path / "controls" / "common").symlink_to("../common")
    paths, problems = found(tmp_path)
    assert paths == [
        "controls/common/a.yaml",
        "controls/common/sub/b.yaml",
        "controls/one.yaml",
    ]
    assert problems == []
    assert [read(tmp_path, path) for path in paths]


def test_links_behind_links(tmp_path: Path) -> None:
    make(tmp_path, "x/a.yaml", "y/b.yaml")
    (tmp_path / "controls").symlink_to("x")
    (tmp_path / "x" / "more").symlink_to("../y")
    (tmp_path / "y" / "back").symlink_to("../x")
    assert found(tmp_path) == (["controls/a.yaml", "controls/more/b.yaml"], [])


def test_links_that_fan_out_are_followed_once(tmp_path: Path) -> None:
    """Two links in each of 40 folders to the next: 2 ** 40 ways to the file."""
    for number in range(40):
        folder = tmp_path / "maze" / f"d{number}"
        folder.mkdir(parents=True)
        for name in ("left", "right"):
            (folder / name).symlink_to(f"../d{number + 1}")
    make(tmp_path, "maze/d40/a.yaml")
    (tmp_path / "controls").symlink_to("maze/d0")
    paths, problems = found(tmp_path)
    assert paths == ["controls/" + "left/" * 40 + "a.yaml"]
    assert problems == []


@pytest.mark.parametrize("name", ["notes.md", "gone.txt"])
def test_links_that_are_no_yaml_are_passed_over(tmp_path: Path, name: str) -> None:
    make(tmp_path, "controls/a.yaml")
    (tmp_path / "controls" / name).symlink_to("/etc/passwd" if name == "notes.md" else "nothing")
    assert found(tmp_path) == (["controls/a.yaml"], [])


def test_what_is_no_file_is_told_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "controls/a.yaml")
    os.mkfifo(tmp_path / "controls" / "pipe.yaml")
    os.mkfifo(tmp_path / "controls" / "pipe.txt")
    (tmp_path / "controls" / "zero.yaml").symlink_to("pipe.txt")
    monkeypatch.chdir(tmp_path / "controls")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.yml")
        monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
        paths, problems = discover(tmp_path, ["controls"])
    assert paths == ["controls/a.yaml"]
    words = []
    for problem in problems:
        assert problem.rule == "document/not-a-file"
        assert isinstance(problem.values["found"], Text)
        words.append((problem.place.path, problem.values["found"].en))
    assert words == [
        ("controls/pipe.yaml", "a named pipe"),
        ("controls/socket.yml", "a socket"),
        ("controls/zero.yaml", "a named pipe"),
    ]


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "controls/a.yaml", "controls/locked/b.yaml", "risks/c.yaml")
    original = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "no")
        return original(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found(tmp_path) == (
        ["controls/a.yaml", "risks/c.yaml"],
        [("unreadable", "controls/locked")],
    )


def test_a_file_that_vanishes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "controls/a.yaml", "controls/b.yaml")
    original = os.lstat

    def lstat(path: str | Path) -> os.stat_result:
        if str(path).endswith("a.yaml"):
            raise FileNotFoundError(2, "gone")
        return original(path)

    monkeypatch.setattr(os, "lstat", lstat)
    assert found(tmp_path) == (["controls/b.yaml"], [("unreadable", "controls/a.yaml")])


def test_a_link_into_a_folder_without_permission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "controls/b.yaml", "else/a.yaml")
    (tmp_path / "controls" / "a.yaml").symlink_to("../else/a.yaml")

    def realpath(path: Path, strict: bool = False) -> str:
        if strict:
            raise PermissionError(13, "no")
        return str(path)

    monkeypatch.setattr(os.path, "realpath", realpath)
    assert found(tmp_path) == (["controls/b.yaml"], [("unreadable", "controls/a.yaml")])


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "controls").write_bytes(b"")
    assert found(tmp_path) == ([], [("unreadable", "controls")])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"a\xff.yaml", "a\\udcff.yaml"),
        (b"a\x1b[31m.yaml", "a\\x1b[31m.yaml"),
        (b"a\nb.yaml", "a\\nb.yaml"),
        ("a\u202eb.yaml".encode(), "a\\u202eb.yaml"),
        (b"folder\n", "folder\\n"),
    ],
)
def test_names_that_cannot_be_shown(tmp_path: Path, name: bytes, shown: str) -> None:
    make(tmp_path, "controls/z.yaml", "controls/ 全\u3000角 .yaml")
    target = os.path.join(os.fsencode(tmp_path), b"controls", name)  # noqa: PTH118
    try:
        if name.endswith(b"yaml"):
            os.close(os.open(target, os.O_CREAT))
        else:
            os.mkdir(target)  # noqa: PTH102
    except OSError:
        pytest.skip("this file system has no such names")
    assert found(tmp_path) == (
        ["controls/ 全\u3000角 .yaml", "controls/z.yaml"],
        [("unreadable", f"controls/{shown}")],
    )


def test_unshowable_names_of_other_files_do_not_matter(tmp_path: Path) -> None:
    make(tmp_path, "controls/a\nb.txt")
    assert found(tmp_path) == ([], [])
