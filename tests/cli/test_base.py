"""``hegui check --base``, as a reviewer, an attacker and a machine in CI meet it: in real clones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hegui import api
from hegui.reporters.json import result_schema
from tests.cli.test_commands import hegui
from tests.git.clone import commit, git, new
from tests.repo import BASE, SETTINGS

ROLES = """\
kind: role
id: clerk
title: {zh: 经办, en: Clerk}
rank: 2
may_approve: [{decision: waiver, up_to: low}]
"""
FAILED = """\
kind: evidence
id: drill
title: {zh: 演练, en: Drill}
proves: [{requirement: own#b.1:drill}]
performed_at: 2026-11-01
result: fail
"""
CATALOGUE = """\
kind: catalogue
id: own
title: {zh: 自有目录, en: Our catalogue}
areas: [{id: b, title: {zh: 备份, en: Backup}}]
objectives:
  - ref: b.1
    area: b
    title: {zh: 可恢复, en: Recoverable}
    requirements: [{key: drill, title: {zh: 演练, en: Drill}, evidence: record}]
---
{kind: evidence-type, id: record, title: {zh: 记录, en: Record}}
"""
FILES = {**BASE, "controls/roles.yaml": ROLES, "controls/obligations/own.yaml": CATALOGUE}


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a bare repository, on a branch of its own; ``origin/main`` is the base."""
    first = new(tmp_path / "first", {**FILES, "checks/evidence/drill.yaml": FAILED})
    git(tmp_path, "clone", "--quiet", "--bare", str(first), "origin.git")
    git(tmp_path, "clone", "--quiet", "origin.git", "clone")
    git(tmp_path / "clone", "checkout", "--quiet", "-b", "feature")
    return tmp_path / "clone"


def checked(root: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the result of a check against ``origin/main``."""
    done = hegui("check", "--base", "origin/main", "--format", "json", *arguments, cwd=root)
    assert done.stdout, done.stderr
    result = json.loads(done.stdout)
    jsonschema.validate(result, result_schema())
    return done.returncode, result


def loosened(result: dict[str, Any]) -> list[str]:
    """The rules on authority that found something."""
    return [one["rule"] for one in result["findings"] if one["rule"].startswith("authority/")]


def test_nothing_is_loosened_where_nothing_changed(clone: Path) -> None:
    code, result = checked(clone, "--fail-on", "critical")
    assert (code, loosened(result)) == (0, [])
    assert result["authority"] == {
        "from": "base",
        "ref": "origin/main",
        "commit": git(clone, "rev-parse", "origin/main"),
    }


def test_without_a_base_none_is_sought(clone: Path) -> None:
    (clone / "controls/roles.yaml").write_text(ROLES.replace("rank: 2", "rank: 10"))
    done = hegui("check", "--fail-on", "critical", "--format", "json", cwd=clone)
    assert done.returncode == 0
    assert json.loads(done.stdout)["authority"] == {"from": "working-tree"}


def test_who_raises_the_rank_of_their_own_approver_is_stopped(clone: Path) -> None:
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: 10")})
    code, result = checked(clone, "--fail-on", "critical")
    assert (code, loosened(result)) == (1, ["authority/role"])
    assert [one["severity"] for one in result["findings"] if one["rule"] == "authority/role"] == [
        "critical"
    ]


def test_who_deletes_a_failing_record_is_stopped(clone: Path) -> None:
    (clone / "checks/evidence/drill.yaml").unlink()
    code, result = checked(clone, "--fail-on", "critical")
    assert (code, loosened(result)) == (1, ["authority/record"])


def test_the_threshold_is_that_of_the_base(clone: Path) -> None:
    commit(clone, {"hegui.yaml": f"{SETTINGS}fail_on: critical\n"})
    code, result = checked(clone)
    assert (code, result["fail_on"]) == (1, "high")
    assert loosened(result) == ["authority/settings"]
    assert checked(clone, "--fail-on", "medium")[1]["fail_on"] == "medium"


def test_the_instant_is_that_of_the_base(clone: Path) -> None:
    commit(clone, {"hegui.yaml": SETTINGS.replace("2026-11-23", "2020-01-01")})
    code, result = checked(clone)
    assert result["as_of"].startswith("2026-11-23")
    assert (code, loosened(result)) == (1, ["authority/settings"])
    asked = checked(clone, "--as-of", "2026-12-01")[1]
    assert asked["as_of"].startswith("2026-12-01")


def test_no_waiver_and_no_baseline_silences_it(clone: Path, tmp_path: Path) -> None:
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: 3")})
    found = checked(clone)[1]["findings"]
    loosened_by = next(one for one in found if one["rule"] == "authority/role")
    waiver = (
        "kind: waiver\nid: w\nreason: {zh: 因, en: Because}\n"
        f"fingerprint: {loosened_by['fingerprint']}\n"
        "requested_by: p-001\napproved_by: p-002\ngranted: 2026-11-01\nexpires: 2026-11-30\n"
    )
    commit(clone, {"risks/waivers/w.yaml": waiver})
    known = tmp_path / "baseline.yaml"
    hegui("check", "--base", "origin/main", "--output", f"baseline={known}", cwd=clone)
    code, result = checked(clone, "--baseline", str(known), "--fail-on", "critical")
    still = next(one for one in result["findings"] if one["rule"] == "authority/role")
    assert (code, still["status"]) == (1, "failed")


def test_what_lies_uncommitted_is_judged_and_the_base_is_not_touched(clone: Path) -> None:
    before = git(clone, "status", "--porcelain"), git(clone, "rev-parse", "HEAD")
    (clone / "controls/roles.yaml").write_text(ROLES.replace("rank: 2", "rank: 9"))
    assert loosened(checked(clone)[1]) == ["authority/role"]
    git(clone, "checkout", "--quiet", "controls/roles.yaml")
    assert (git(clone, "status", "--porcelain"), git(clone, "rev-parse", "HEAD")) == before


def test_a_squash_a_force_push_and_a_revert_are_judged_by_what_they_hold(clone: Path) -> None:
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: 9")}, "up")
    git(clone, "revert", "--no-edit", "HEAD")
    assert loosened(checked(clone)[1]) == []
    git(clone, "reset", "--quiet", "--hard", "origin/main")
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: 9")}, "up again")
    git(clone, "push", "--quiet", "--force", "origin", "feature")
    assert loosened(checked(clone)[1]) == ["authority/role"]
    git(clone, "checkout", "--quiet", "-b", "squashed", "origin/main")
    git(clone, "merge", "--quiet", "--squash", "feature")
    commit(clone)
    assert loosened(checked(clone)[1]) == ["authority/role"]


def test_once_it_is_merged_it_is_the_law(clone: Path) -> None:
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: 9")})
    git(clone, "push", "--quiet", "origin", "feature:main")
    assert loosened(checked(clone)[1]) == []


def test_the_merge_result_holds_what_the_base_has_gained(clone: Path, tmp_path: Path) -> None:
    """Judged before the merge, a branch that lags behind looks as if it had deleted things."""
    git(tmp_path, "clone", "--quiet", "origin.git", "other")
    commit(
        tmp_path / "other", {"checks/evidence/more.yaml": FAILED.replace("drill\n", "more\n", 1)}
    )
    git(tmp_path / "other", "push", "--quiet", "origin", "main")
    commit(clone, {"controls/new.yaml": ROLES.replace("clerk", "new").replace("rank: 2", "rank: 1")
                   .replace("may_approve: [{decision: waiver, up_to: low}]\n", "")})  # fmt: skip
    git(clone, "fetch", "--quiet")
    assert loosened(checked(clone)[1]) == ["authority/record"]
    git(clone, "merge", "--quiet", "--no-edit", "origin/main")
    assert loosened(checked(clone)[1]) == []


# A base that cannot be read


def refused(root: Path, ref: str, lang: str = "en") -> str:
    """What is said where the check cannot go by a base."""
    done = hegui("check", "--base", ref, "--lang", lang, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    return " ".join(done.stderr.split())


def test_no_such_commit(clone: Path) -> None:
    assert "There is no commit “release” here" in refused(clone, "release")
    assert "仓库里没有提交“release”" in refused(clone, "release", "zh")
    assert "is no name of a commit" in refused(clone, "--output=x")


def test_no_git_repository(tmp_path: Path) -> None:
    from tests.repo import write

    assert "is in no working tree of git" in refused(write(tmp_path, FILES), "main")


def test_a_shallow_clone(clone: Path, tmp_path: Path) -> None:
    first = git(clone, "rev-parse", "HEAD")
    commit(clone, {"controls/new.yaml": ""})
    git(clone, "push", "--quiet", "origin", "feature:main")
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "origin.git").as_uri(), "shallow")
    assert "git fetch --deepen" in refused(tmp_path / "shallow", first)
    git(tmp_path / "shallow", "fetch", "--quiet", "--deepen=1")
    assert loosened(json.loads(hegui("check", "--base", first, "--format", "json",
                                     cwd=tmp_path / "shallow").stdout)) == []  # fmt: skip


def test_a_base_whose_settings_are_wrong(clone: Path) -> None:
    bad = commit(clone, {"hegui.yaml": "organization: [\n"})
    commit(clone, {"hegui.yaml": SETTINGS})
    assert "hegui.yaml of the base" in refused(clone, bad)
    assert "基准" in refused(clone, bad, "zh")


def test_a_base_without_settings(tmp_path: Path) -> None:
    root = new(tmp_path / "r", {"README.md": "x"})
    first = git(root, "rev-parse", "HEAD")
    commit(root, FILES)
    assert "it does not exist" in refused(root, first)


def test_a_base_with_a_role_that_is_not_understood(clone: Path) -> None:
    commit(clone, {"controls/roles.yaml": ROLES.replace("rank: 2", "rank: top")})
    git(clone, "push", "--quiet", "origin", "feature:main")
    commit(clone, {"controls/roles.yaml": ROLES})
    code, result = checked(clone, "--fail-on", "critical")
    assert (code, loosened(result)) == (1, ["authority/base-not-understood"])


def test_a_base_with_a_link_that_leads_out(clone: Path) -> None:
    (clone / "controls/out.yaml").symlink_to("/etc/hostname")
    commit(clone)
    git(clone, "push", "--quiet", "origin", "feature:main")
    (clone / "controls/out.yaml").unlink()
    assert loosened(checked(clone)[1]) == ["authority/base-not-understood"]


# What people read


@pytest.mark.parametrize(
    ("lang", "says"), [("zh", "依据  基准 origin/main（"), ("en", "the base origin/main (")]
)
def test_the_text_says_where_authority_came_from(clone: Path, lang: str, says: str) -> None:
    assert says in hegui("check", "--base", "origin/main", "--lang", lang, cwd=clone).stdout


@pytest.mark.parametrize("format", ["markdown", "sarif", "junit"])
def test_every_format_says_where_authority_came_from(clone: Path, format: str) -> None:
    told = hegui("check", "--base", "origin/main", "--format", format, cwd=clone).stdout
    commit_ = git(clone, "rev-parse", "origin/main")
    assert "origin" in told
    assert commit_[:12] in told


def test_in_python(clone: Path) -> None:
    result = api.check(clone, base="origin/main")
    assert result.base is not None
    assert result.base.tree.commit == ("origin/main", git(clone, "rev-parse", "origin/main"))
    with pytest.raises(api.NoTree):
        api.check(clone, base="nothing")
