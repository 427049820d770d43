"""A baseline as a user meets it: written, checked with, renewed, refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from hegui.reporters.json import result_schema
from tests.cli.test_commands import ROOT, hegui
from tests.git.clone import commit, git, new
from tests.repo import BASE, write
from tests.reporters.cases import AGREEMENT, CONTROL, LEFT, VENDOR

OLD = {
    **BASE,
    "controls/organization.yaml": f"{BASE['controls/organization.yaml']}---\n{LEFT}",
    "controls/reconciliation.yaml": CONTROL,
    "vendors/jieyuan/vendor.yaml": VENDOR,
    "vendors/jieyuan/agreement.yaml": AGREEMENT,
}
"""A repository from before the tool, with gaps up to high."""

LATER = {"expires: 2026-06-30": "expires: 2027-06-30"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The repository with its baseline written."""
    root = write(tmp_path / "old", OLD)
    done = hegui("check", "--output", "baseline=baseline.yaml", cwd=root)
    assert done.returncode == 1, "without a baseline all of it fails"
    return root


def told(root: Path, *arguments: str) -> dict:
    done = hegui("check", "--baseline", "baseline.yaml", "--format", "json", *arguments, cwd=root)
    data = json.loads(done.stdout)
    Draft202012Validator(result_schema()).validate(data)
    return {"code": done.returncode, **data}


def edit(file: Path, change: dict[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for before, after in change.items():
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def test_what_is_known_is_shown_and_does_not_fail(old: Path) -> None:
    for fail_on in ("high", "info"):
        data = told(old, "--fail-on", fail_on)
        assert (data["code"], data["exit"]) == (0, 0)
        assert {one["baseline"] for one in data["findings"]} == {"known"}
        assert data["summary"]["known"] == data["summary"]["findings"]
        assert sum(data["summary"]["new"].values()) == 0
        assert data["baseline"] == {"file": "baseline.yaml", "outdated": []}


def test_a_new_gap_fails_as_always(old: Path) -> None:
    write(old, {"vendors/b/a.yaml": AGREEMENT.replace("jieyuan-2025", "second")})
    data = told(old)
    assert data["code"] == 1
    new = [one for one in data["findings"] if one["baseline"] == "new"]
    assert "agreement/expired" in [one["rule"] for one in new]
    assert {one["location"]["path"] for one in new} == {"vendors/b/a.yaml"}
    assert told(old, "--fail-on", "critical")["code"] == 0


def test_what_was_mended_has_to_leave_under_any_threshold(old: Path) -> None:
    edit(old / "vendors/jieyuan/agreement.yaml", LATER)
    for fail_on in ("high", "critical"):
        data = told(old, "--fail-on", fail_on)
        assert data["code"] == 1
        (one,) = data["baseline"]["outdated"]
        assert (one["rule"], one["reason"]) == ("agreement/expired", "gone")
        lines = (old / "baseline.yaml").read_text(encoding="utf-8").splitlines()
        assert one["fingerprint"] in lines[one["line"] - 1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_that_is_told_renews_it(old: Path, lang: str) -> None:
    edit(old / "vendors/jieyuan/agreement.yaml", LATER)
    done = hegui("check", "--baseline", "baseline.yaml", "--lang", lang, cwd=old)
    assert done.returncode == 1
    word = {"zh": "更新基线：hegui ", "en": "Renew the baseline: hegui "}[lang]
    command = next(line for line in done.stdout.splitlines() if word in line).partition(word)[2]
    assert command == "check --baseline baseline.yaml --output baseline=baseline.yaml"
    assert hegui(*command.split(), cwd=old).returncode == 1, "this run still met the old one"
    assert told(old, "--fail-on", "info")["code"] == 0
    assert "agreement/expired" not in (old / "baseline.yaml").read_text(encoding="utf-8")


def test_the_command_is_given_as_this_one_was(old: Path) -> None:
    edit(old / "vendors/jieyuan/agreement.yaml", LATER)
    asked = ("check", "old/controls", "--as-of", "2026-11-23", "--baseline", "old/baseline.yaml")
    done = hegui(*asked, "--format", "markdown", cwd=old.parent)
    assert f"更新基线：hegui {' '.join(asked)} --output baseline=old/baseline.yaml\n" in done.stdout


def test_the_page_for_management_gives_the_same_verdict(old: Path) -> None:
    def page(*arguments: str) -> str:
        assert hegui("report", "--lang", "zh", *arguments, cwd=old).returncode == 0
        return (old / "build/management.html").read_text(encoding="utf-8")

    assert "检查不通过" in page()
    assert "基线已知" not in page()
    known = page("--baseline", "baseline.yaml")
    assert "检查通过" in known
    assert "达到的有 0 项。基线已知的 " in known
    assert "项不计在内。" in known
    assert known.count('<p class="soft">基线已知</p>') == len(told(old)["findings"])
    edit(old / "vendors/jieyuan/agreement.yaml", LATER)
    assert "检查不通过：1 项须移出基线" in page("--baseline", "baseline.yaml")
    assert hegui("report", "--baseline", "none.yaml", cwd=old).returncode == 2


def test_renewing_takes_in_nothing_new(old: Path) -> None:
    before = (old / "baseline.yaml").read_text(encoding="utf-8")
    write(old, {"vendors/b/a.yaml": AGREEMENT.replace("jieyuan-2025", "second")})
    told(old, "--output", "baseline=baseline.yaml")
    assert (old / "baseline.yaml").read_text(encoding="utf-8") == before
    assert told(old)["code"] == 1


def test_a_path_limits_what_is_shown_never_the_baseline(old: Path) -> None:
    edit(old / "vendors/jieyuan/agreement.yaml", LATER)
    data = told(old, "controls")
    assert data["code"] == 1
    assert len(data["baseline"]["outdated"]) == 1
    whole = (old / "baseline.yaml").read_text(encoding="utf-8")
    hegui("check", "vendors", "--output", "baseline=other.yaml", cwd=old)
    assert len((old / "other.yaml").read_text(encoding="utf-8")) > 0.5 * len(whole)
    text = hegui("check", "controls", "--baseline", "baseline.yaml", cwd=old).stdout
    assert "须移出基线（1）" in text


def test_what_cannot_be_understood_is_not_silenced(old: Path) -> None:
    edit(old / "controls/reconciliation.yaml", {"status: implemented": "status: implementd"})
    hegui("check", "--output", "baseline=baseline.yaml", cwd=old)
    data = told(old, "--fail-on", "critical")
    assert data["code"] == 1
    assert data["baseline"]["outdated"] == []
    (broken,) = [one for one in data["findings"] if one["rule"] == "document/not-allowed"]
    assert broken["baseline"] == "new"


def test_a_made_up_fingerprint_fails(old: Path) -> None:
    with (old / "baseline.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "- {rule: agreement/expired, subject: agreement/later, severity: high, "
            f'path: x, fingerprint: "{"0" * 32}"}}\n'
        )
    data = told(old)
    assert data["code"] == 1
    assert [one["reason"] for one in data["baseline"]["outdated"]] == ["gone"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (None, "没有基线文件 baseline.yaml", "There is no baseline file baseline.yaml"),
        ("kind: control\n", "baseline.yaml:1:7：这不是基线文件", "1:7: this is no baseline file"),
        ("kind: baseline\nversion: 9\n", "2:10：基线文件的格式版本是 9", "is of format version 9"),
        ("kind: baseline\nversion: 1\nfindings: [{\n", "语法错误", "Syntax error"),
        ("kind: baseline\nversion: 1\nfindings: [{rule: x/y}]\n", "缺少必填字段", "is missing"),
        ("<<<<<<< HEAD\nkind: baseline\n", "baseline.yaml", "baseline.yaml"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_that_cannot_be_used_is_a_usage_error(
    old: Path, text: str | None, zh: str, en: str, lang: str
) -> None:
    (old / "baseline.yaml").unlink()
    if text is not None:
        (old / "baseline.yaml").write_text(text, encoding="utf-8")
    done = hegui("check", "--baseline", "baseline.yaml", "--lang", lang, cwd=old)
    assert done.returncode == 2
    assert {"zh": zh, "en": en}[lang] in done.stderr
    assert "hegui check --output baseline=" in done.stderr, "the remedy"
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_verdict_of_a_gate_is_never_changed(tmp_path: Path) -> None:
    file = tmp_path / "baseline.yaml"
    hegui("check", "--output", f"baseline={file}")
    plain = hegui("check", "--gate", "cut-over", "--format", "json")
    held = hegui("check", "--gate", "cut-over", "--format", "json", "--baseline", str(file))
    assert plain.returncode == held.returncode == 1
    gates = [json.loads(one.stdout)["gate"] for one in (plain, held)]
    assert gates[0] == gates[1]
    assert gates[0]["decision"] == "no-go"


def test_the_case_passes_at_info_but_for_what_nobody_can_silence(tmp_path: Path) -> None:
    file = tmp_path / "baseline.yaml"
    hegui("check", "--output", f"baseline={file}")
    done = hegui("check", "--baseline", str(file), "--fail-on", "info", "--format", "json")
    new = {
        one["rule"] for one in json.loads(done.stdout)["findings"] if one.get("baseline") == "new"
    }
    assert all(rule == "requirement/unknown" or rule.startswith("waiver/") for rule in new), new
    assert done.returncode == int(bool(new))


def test_its_schema_is_printed_and_the_file_is_valid(old: Path) -> None:
    schema = json.loads(hegui("schema", "baseline").stdout)
    data = yaml.safe_load((old / "baseline.yaml").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(data)
    assert json.loads((ROOT / "docs/schemas/baseline.schema.json").read_text("utf-8")) == schema


# with a base


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The old repository in git, its baseline on ``main``, a change under review on a branch."""
    root = new(tmp_path / "clone", OLD)
    hegui("check", "--output", "baseline=baseline.yaml", cwd=root)
    commit(root)
    git(root, "checkout", "--quiet", "-b", "change")
    return root


def add_gap(root: Path) -> None:
    """A new gap, and a baseline written afresh so that it knows of the gap."""
    write(root, {"vendors/b/a.yaml": AGREEMENT.replace("jieyuan-2025", "second")})
    hegui("check", "--output", "baseline=baseline.yaml", cwd=root)


def test_a_change_adds_nothing_to_the_baseline_of_its_base(clone: Path) -> None:
    assert told(clone, "--base", "main")["code"] == 0
    add_gap(clone)
    assert told(clone)["code"] == 0, "without a base nobody can know"
    data = told(clone, "--base", "main")
    assert data["code"] == 1
    assert {one["reason"] for one in data["baseline"]["outdated"]} == {"added"}
    new = [one for one in data["findings"] if one["baseline"] == "new"]
    assert {one["location"]["path"] for one in new} == {"vendors/b/a.yaml"}
    assert len(new) == len(data["baseline"]["outdated"])


def test_a_change_makes_no_entry_graver(clone: Path) -> None:
    edit(clone / "baseline.yaml", {"severity: medium": "severity: critical"})
    data = told(clone, "--base", "main")
    assert {one["reason"] for one in data["baseline"]["outdated"]} == {"added"}
    assert data["code"] == 1


def test_a_change_may_take_out_what_it_mends(clone: Path) -> None:
    edit(clone / "vendors/jieyuan/agreement.yaml", LATER)
    told(clone, "--base", "main", "--output", "baseline=baseline.yaml")
    assert told(clone, "--base", "main", "--fail-on", "info")["code"] == 0


def test_the_change_that_brings_the_baseline_in_passes(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "main")
    git(clone, "rm", "--quiet", "baseline.yaml")
    commit(clone)
    git(clone, "checkout", "--quiet", "change")
    assert told(clone, "--base", "main")["code"] == 0


def test_links_do_not_lead_past_the_base(clone: Path) -> None:
    add_gap(clone)
    (clone / "other").mkdir()
    (clone / "baseline.yaml").rename(clone / "other/baseline.yaml")
    (clone / "baseline.yaml").symlink_to("other/baseline.yaml")
    assert told(clone, "--base", "main")["code"] == 1


def test_the_same_file_under_another_name_of_its_folder(clone: Path) -> None:
    add_gap(clone)
    (clone.parent / "link").symlink_to(clone, target_is_directory=True)
    file = str(clone.parent / "link" / "baseline.yaml")
    assert hegui("check", "--base", "main", "--baseline", file, cwd=clone).returncode == 1


def test_a_baseline_outside_is_its_own_authority(clone: Path, tmp_path: Path) -> None:
    add_gap(clone)
    (clone / "baseline.yaml").rename(tmp_path / "kept.yaml")
    asked = ("check", "--base", "main", "--baseline", str(tmp_path / "kept.yaml"))
    assert hegui(*asked, cwd=clone).returncode == 0


def test_a_baseline_of_the_base_that_cannot_be_used_fails_closed(clone: Path) -> None:
    good = (clone / "baseline.yaml").read_text(encoding="utf-8")
    git(clone, "checkout", "--quiet", "main")
    commit(clone, {"baseline.yaml": good.replace("version: 1", "version: 2")})
    git(clone, "checkout", "--quiet", "change")
    done = hegui("check", "--base", "main", "--baseline", "baseline.yaml", cwd=clone)
    assert done.returncode == 2
    assert "main:baseline.yaml:5:10：基线文件的格式版本是 2" in done.stderr
