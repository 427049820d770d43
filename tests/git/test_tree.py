"""The tree of a commit reads as the folder from which it was committed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hegui.git.refusal import NoTree
from hegui.git.tree import tree_of
from hegui.loading.load import FOLDERS, Loaded, load
from hegui.source.file import File
from hegui.source.limits import MAX_BYTES
from hegui.source.place import Problem
from hegui.source.tree import Tree, WorkingTree
from tests.defects.edits import copy_of_case
from tests.git.clone import commit, git, new
from tests.repo import BASE, write

ROOT = Path(__file__).parents[2]


def seen(tree: Tree) -> tuple[list[str], list[str], list[str]]:
    """The paths found, the problems of finding and reading, the texts read, in one comparable form."""
    paths, problems = tree.find(FOLDERS)
    texts = [
        f"{one.path} {one.text}" if isinstance(one, File) else told(one)
        for one in tree.read(["hegui.yaml", *paths])
    ]
    return paths, [told(problem) for problem in problems], texts


def told(problem: Problem) -> str:
    return f"{problem.rule} {problem.place} {problem.values}"


def understood(loaded: Loaded) -> list[str]:
    items = [f"{item!r} {item.place()}" for item in loaded.repository.every()]
    return items + [told(problem) for problem in loaded.problems]


def test_the_case_is_the_same_whichever_tree_it_is_read_from(tmp_path: Path) -> None:
    root = copy_of_case(ROOT, tmp_path / "case", shutil.copy)
    new(root)
    working, committed = WorkingTree(root), tree_of(root, "HEAD")

    assert seen(working) == seen(committed)
    assert understood(load(working)) == understood(load(committed))


def files(root: Path) -> None:
    write(
        root,
        {
            **BASE,
            "controls/é/迁移.yml": "kind: control\n",
            "controls/.hidden.yaml": "a: 1\n",
            "controls/.x/a.yaml": "a: 1\n",
            "controls/Z.YAML": "x",
            "controls/a.yaml/b.yaml": "b: 1\n",
            "controls/readme.md": "x",
            "controls/bad.yaml": b"\xff\xfe\x00",
            "controls/gb.yaml": "名称: 合规\n".encode("gb18030"),
            "controls/huge.yaml": b"#" * (MAX_BYTES + 1),
            "controls/just.yaml": b"#" * MAX_BYTES,
            "controls/empty.yaml": b"",
            "checks/crlf.yaml": b"a: 1\r\nb: 2\r\n",
            "risks/\u202egnp.yaml": "a: 1\n",
            "risks/\u202egnp.md": "a: 1\n",
            "risks/\u202ex/a.yaml": "a: 1\n",
            "risks/line\nbreak.yaml": "a: 1\n",
            "vendors": "a file, not a folder",
            "reports/x.txt": "no yaml",
        },
    )


def links(root: Path) -> None:
    write(root.parent, {"out.yaml": "o: 1\n", "out/o.yaml": "o: 1\n"})
    write(root, {**BASE, "templates/t.yaml": "t: 1\n", "more/a/b.yaml": "b: 1\n"})
    write(root, {".secret/s.yaml": "s: 1\n", "controls/plain.yaml": "p: 1\n"})
    for path, target in {
        "controls/in.yaml": "../templates/t.yaml",
        "controls/again.yaml": "plain.yaml",
        "controls/nowhere.yaml": "gone.yaml",
        "controls/one.yaml": "two.yaml",
        "controls/two.yaml": "one.yaml",
        "controls/out.yaml": "../../out.yaml",
        "controls/absolute.yaml": "/etc/hostname",
        "controls/hidden.yaml": "../.secret/s.yaml",
        "controls/up": ".",
        "controls/top": "..",
        "controls/folder": "../more",
        "controls/chain": "folder/a",
        "controls/text.txt": "gone.txt",
        "controls/named.txt": "../more",
        "controls/through.yaml": "folder/a/b.yaml",
        "controls/pipe": "../templates/t.yaml",
        "risks": "more",
        "vendors": "gone",
        "checks": "../out",
        "reports": "templates/t.yaml",
    }.items():
        (root / path).symlink_to(target)


@pytest.mark.parametrize("make", [files, links])
def test_what_is_hard_to_read_is_the_same_from_both(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    root = tmp_path / "r"
    root.mkdir()
    make(root)
    new(root)

    assert seen(tree_of(root, "main")) == seen(WorkingTree(root))


def test_settings_that_are_not_there_and_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    root = new(tmp_path / "r", {"hegui.yaml/x": "", "controls/a.yaml": "a: 1\n"})
    working, committed = WorkingTree(root), tree_of(root, "main")
    for paths in (["hegui.yaml"], ["nothing.yaml"], ["controls/a.yaml/b"], ["controls/../a"]):
        assert [told(one) for one in committed.read(paths) if isinstance(one, Problem)] == [
            told(one) for one in working.read(paths) if isinstance(one, Problem)
        ]


def test_digests(tmp_path: Path) -> None:
    root = new(tmp_path / "r", {"a/big.bin": os.urandom(2_500_000), "a/none": b"", "b": "x"})
    (root / "link").symlink_to("a/big.bin")
    commit(root)
    working, committed = WorkingTree(root), tree_of(root, "main")
    for path in ("a/big.bin", "a/none", "link", "b", "a", "gone", "../b", "a/../b"):
        assert committed.digest(path) == working.digest(path), path
    assert committed.digest("b") is not None


def test_a_submodule_is_said_to_be_one(tmp_path: Path) -> None:
    root = new(tmp_path / "r", BASE)
    inner = new(root / "vendors" / "inner", {"a.yaml": "a: 1\n"})
    link = f"160000,{git(inner, 'rev-parse', 'HEAD')},vendors/inner"
    git(root, "update-index", "--add", "--cacheinfo", link)
    git(root, "commit", "--quiet", "-m", "sub")
    (root / "link").symlink_to("vendors/inner")

    paths, problems = tree_of(root, "main").find(["vendors"])
    assert paths == []
    assert [problem.rule for problem in problems] == ["document/not-a-file"]
    assert "子模块" in str(problems[0].values["found"])
    assert isinstance(tree_of(root, "main").read(["vendors/inner"])[0], Problem)
    assert tree_of(root, "main").find(["vendors/inner"])[1]


def test_a_repository_in_a_folder_of_the_clone(tmp_path: Path) -> None:
    top = new(tmp_path / "r", {f"a b/x/{path}": text for path, text in BASE.items()})
    commit(top, {"a b/x2/hegui.yaml": "other", "hegui.yaml": "other", "controls/other.yaml": "x"})
    root = top / "a b" / "x"

    assert seen(tree_of(root, "main")) == seen(WorkingTree(root))
    (top / "new").mkdir()
    assert tree_of(top / "new", "main").find(FOLDERS) == ([], [])


def test_what_is_committed_counts_and_not_what_lies_there(tmp_path: Path) -> None:
    root = new(tmp_path / "r", BASE)
    first = git(root, "rev-parse", "HEAD")
    (root / "hegui.yaml").write_text("changed")
    commit(root, {"controls/new.yaml": "new: 1\n"})
    (root / "controls/later.yaml").write_text("later: 1\n")

    tree = tree_of(root, first[:10])
    assert tree.find(FOLDERS)[0] == ["controls/organization.yaml"]
    assert tree.commit == (first[:10], first)
    assert tree_of(root, "HEAD~0").find(FOLDERS)[0] == [
        "controls/new.yaml",
        "controls/organization.yaml",
    ]


@pytest.mark.parametrize(
    ("ref", "says"),
    [
        ("--upload-pack=touch x", "no name of a commit"),
        ("-", "no name of a commit"),
        ("", "no name of a commit"),
        ("a b", "no name of a commit"),
        ("main:controls", "no name of a commit"),
        (":/x", "no name of a commit"),
        ("a\0b", "no name of a commit"),
        ("a\nb", "no name of a commit"),
        ("x" * 2_000, "no name of a commit"),
        ("nothing", "no commit “nothing” here"),
        ("0" * 40, "no commit"),
        ("origin/main", "no commit"),
        ("main@{9}..", "no commit"),
        ("HEAD^{tree}", "no commit"),
    ],
)
def test_names_that_name_no_commit(ref: str, says: str, tmp_path: Path) -> None:
    root = new(tmp_path / "r", BASE)
    with pytest.raises(NoTree, match=says) as caught:
        tree_of(root, ref)
    assert "\n" not in caught.value.text.get("zh")
    assert caught.value.text.missing(("zh", "en")) == ()


def test_a_branch_that_takes_the_name_of_another_is_not_taken(tmp_path: Path) -> None:
    """Who opens the pull request chooses its branch's name, and git prefers a local one."""
    theirs = new(tmp_path / "bare", BASE)
    git(tmp_path, "clone", "--quiet", str(theirs), "r")
    root = tmp_path / "r"
    good = git(root, "rev-parse", "origin/main")
    git(root, "checkout", "--quiet", "-b", "origin/main")
    commit(root, {"controls/new.yaml": "new: 1\n"})

    with pytest.raises(NoTree, match="several things"):
        tree_of(root, "origin/main")
    tree = tree_of(root, "refs/remotes/origin/main")
    assert tree.commit is not None
    assert tree.commit.id == good


def test_a_shallow_clone_without_the_commit(tmp_path: Path) -> None:
    origin = new(tmp_path / "origin", BASE)
    first = git(origin, "rev-parse", "HEAD")
    commit(origin, {"controls/new.yaml": "new: 1\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), "r")

    assert tree_of(tmp_path / "r", "origin/main").find(FOLDERS)[0]
    for ref in (first, "origin/main~1", "release"):
        with pytest.raises(NoTree, match="git fetch --deepen"):
            tree_of(tmp_path / "r", ref)


def test_a_partial_clone_fetches_nothing(tmp_path: Path) -> None:
    origin = new(tmp_path / "origin", BASE)
    git(origin, "config", "uploadpack.allowFilter", "true")
    uri = origin.as_uri()
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", uri, "r")
    read = tree_of(tmp_path / "r", "origin/main").read(["hegui.yaml"])[0]
    assert isinstance(read, Problem)
    assert "部分克隆" in str(read.values["reason"])
    git(tmp_path, "clone", "--quiet", "--filter=tree:0", "--no-checkout", uri, "t")
    with pytest.raises(NoTree, match="incomplete or damaged"):
        tree_of(tmp_path / "t", "origin/main")


def test_no_git_repository(tmp_path: Path) -> None:
    with pytest.raises(NoTree, match="no working tree of git"):
        tree_of(write(tmp_path, BASE), "main")
    git(tmp_path, "init", "--quiet", "--bare", "bare")
    with pytest.raises(NoTree, match="no working tree of git"):
        tree_of(tmp_path / "bare", "main")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = new(tmp_path / "r", BASE)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoTree, match="git was not found"):
        tree_of(root, "main")


def test_a_git_among_the_files_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = new(tmp_path / "r", {**BASE, "bin/git": f"#!/bin/sh\ntouch {tmp_path}/ran\n"})
    (root / "bin/git").chmod(0o755)
    for path in (str(root / "bin"), "bin"):
        monkeypatch.chdir(root)
        monkeypatch.setenv("PATH", path)
        with pytest.raises(NoTree, match="git was not found"):
            tree_of(root, "main")
    assert not (tmp_path / "ran").exists()


def test_a_bare_repository_among_the_files_is_not_taken_for_the_clone(tmp_path: Path) -> None:
    top = new(tmp_path / "r", {f"gov/{path}": text for path, text in BASE.items()})
    root = top / "gov"
    good = git(top, "rev-parse", "HEAD")
    bad = new(tmp_path / "bad", {"hegui.yaml": "theirs"})
    for name in ("HEAD", "objects", "refs", "config"):
        source = bad / ".git" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)

    try:
        tree = tree_of(root, "main")
    except NoTree:
        return
    assert tree.commit is not None
    assert tree.commit.id == good


def test_nothing_that_the_settings_of_a_clone_name_is_run(tmp_path: Path) -> None:
    root = new(tmp_path / "r", {**BASE, ".gitattributes": "* filter=f diff=f\n"})
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    script.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(script, hooks / name)
    for name, value in {
        "core.fsmonitor": script,
        "core.hooksPath": hooks,
        "core.pager": script,
        "pager.ls-tree": script,
        "core.sshCommand": script,
        "filter.f.smudge": script,
        "diff.f.textconv": script,
        "diff.external": script,
        "alias.rev-parse": f"!{script}",
    }.items():
        git(root, "config", name, str(value))

    tree = tree_of(root, "main")
    assert tree.find(FOLDERS)[0]
    assert isinstance(tree.read(["hegui.yaml"])[0], File)
    assert not (tmp_path / "ran").exists()


def test_the_environment_leads_git_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = new(tmp_path / "r", BASE)
    other = new(tmp_path / "other", {"hegui.yaml": "other"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git/objects"))
    tree = tree_of(root, "main")
    assert tree.commit is not None
    assert tree.commit.id == git(root, "rev-parse", "main")


def test_a_replaced_object_is_read_as_it_was_committed(tmp_path: Path) -> None:
    root = new(tmp_path / "r", BASE)
    first = git(root, "rev-parse", "HEAD")
    second = commit(root, {"hegui.yaml": "other"})
    git(root, "replace", first, second)
    read = tree_of(root, first).read(["hegui.yaml"])[0]
    assert isinstance(read, File)
    assert read.text == BASE["hegui.yaml"]


def test_nothing_is_written(tmp_path: Path) -> None:
    root = new(tmp_path / "r", BASE)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    load(tree_of(root, "main"))
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
