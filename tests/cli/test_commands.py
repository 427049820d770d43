"""The commands as a user meets them: exit codes, streams, languages, files written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import BASE, write

ROOT = Path(__file__).parents[2]
COMMANDS = (
    "new", "check", "test", "list", "show", "explain", "coverage", "law", "report", "pack", "schema",
)  # fmt: skip


def hegui(
    *arguments: str, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hegui", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_version() -> None:
    from hegui import __version__

    done = hegui("--version")
    assert (done.returncode, done.stdout) == (0, f"hegui {__version__}\n")


def test_the_case_passes_at_its_own_threshold_and_fails_at_low() -> None:
    assert hegui("check").returncode == 0
    assert hegui("check", "--fail-on", "low").returncode == 1


def test_findings_go_to_stdout_and_narration_to_stderr(tmp_path: Path) -> None:
    done = hegui("check", "--format", "json", "--output", f"sarif={tmp_path / 'a/b.sarif'}")
    assert json.loads(done.stdout)["hegui"]
    assert "b.sarif" in done.stderr
    assert json.loads((tmp_path / "a/b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_path_limits_what_is_shown_never_what_is_judged() -> None:
    everything = json.loads(hegui("check", "--format", "json").stdout)
    below = json.loads(hegui("check", "vendors", "--format", "json").stdout)
    assert below["summary"] == everything["summary"]
    assert 0 < len(below["findings"]) < len(everything["findings"])
    assert all(f["location"]["path"].startswith("vendors/") for f in below["findings"])


def test_the_root_is_found_from_below() -> None:
    assert hegui("check", cwd=ROOT / "vendors" / "jieyuan").returncode == 0


def test_no_colour_unless_on_a_terminal() -> None:
    assert "\x1b" not in hegui("check").stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_both_languages(command: tuple[str, ...], lang: str) -> None:
    text = hegui(*command, "--help", "--lang", lang).stdout
    assert ("用法：" in text) == (lang == "zh")
    assert ("Usage:" in text) == (lang == "en")
    assert max(len(line) for line in text.splitlines()) <= 80
    if command:
        assert f"hegui {command[0]} " in text.split("示例" if lang == "zh" else "Examples")[1]


def test_every_command_of_the_help_is_described() -> None:
    text = hegui("--help", "--lang", "en").stdout
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_language_follows_the_settings_then_the_flag_never_the_locale(tmp_path: Path) -> None:
    english = {**BASE, "hegui.yaml": BASE["hegui.yaml"].replace("[zh, en]", "[en, zh]")}
    write(tmp_path, english)
    locale = {"LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"}
    assert "as of" in hegui("check", cwd=tmp_path, env=locale).stdout.lower()
    assert "as of" not in hegui("check", "--lang", "zh", cwd=tmp_path).stdout.lower()


@pytest.mark.parametrize(
    ("arguments", "zh"),
    [
        (("chek",), "是否想写“check”"),
        (("check", "--fial-on", "low"), "没有选项"),
        (("check", "--fail-on", "lwo"), "--fail-on 的值不对"),
        (("check", "--as-of", "yesterday"), "应为日期"),
        (("check", "--output", "sarif"), "格式=文件"),
        (("check", "nowhere"), "没有 nowhere"),
        (("check", ".", "extra"), "多余的参数"),
        (("show",), "缺少参数"),
        (("show", "jieyuann"), "是否想写“jieyuan”"),
        (("show", "vendor/jieyuann"), "是否想写“jieyuan”"),
        (("list", "vendors"), "是否想写“vendor”"),
        (("explain", "agreement/expird"), "是否想写“agreement/expired”"),
        (("schema", "contrl"), "是否想写“control”"),
    ],
)
def test_usage_errors_exit_with_2_and_say_what_to_do(arguments: tuple[str, ...], zh: str) -> None:
    done = hegui(*arguments, "--lang", "zh")
    assert done.returncode == 2
    assert zh in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_no_settings_is_a_usage_error(tmp_path: Path) -> None:
    done = hegui("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "不是治理仓库" in done.stderr


def test_bad_settings_are_told_at_their_place(tmp_path: Path) -> None:
    settings = BASE["hegui.yaml"].replace("Asia/Shanghai", "Asia/Shangai") + "fail-on: high\n"
    done = hegui("check", cwd=write(tmp_path, {**BASE, "hegui.yaml": settings}))
    assert done.returncode == 2
    assert "fail-on" in done.stderr
    assert "fail_on" in done.stderr
    assert "5:1" in done.stderr


def test_nothing_loaded_exits_with_3(tmp_path: Path) -> None:
    done = hegui("check", cwd=write(tmp_path, {"hegui.yaml": BASE["hegui.yaml"]}))
    assert done.returncode in (1, 3)
    assert hegui("check", cwd=tmp_path).returncode == done.returncode == 3


def test_an_internal_failure_exits_with_70(tmp_path: Path) -> None:
    code = "import hegui.api, hegui.cli; hegui.api.judge = None; hegui.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "check"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    # the arguments of -c start after the code
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    assert "HEGUI_DEBUG" in done.stderr


def test_a_reader_that_goes_away_is_no_failure() -> None:
    done = subprocess.run(
        f"{sys.executable} -m hegui check | head -1",
        shell=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""


def test_list_gives_objects_with_ids_and_no_names_of_people() -> None:
    vendors = json.loads(hegui("list", "vendor", "--format", "json").stdout)
    assert "jieyuan" in [vendor["id"] for vendor in vendors]
    assert {"path", "line", "column"} == set(vendors[0]["location"])
    people = json.loads(hegui("list", "person", "--format", "json").stdout)
    assert people
    assert all("name" not in person and "contact" not in person for person in people)
    assert json.loads(hegui("list", "measurement", "--format", "json").stdout) == []
    kinds = {
        row["id"]: row["count"] for row in json.loads(hegui("list", "--format", "json").stdout)
    }
    assert kinds["vendor"] == len(vendors)
    assert kinds["objective"] > 0


def test_show_knows_both_directions() -> None:
    data = json.loads(hegui("show", "cip#04.3", "--format", "json").stdout)
    assert data["kind"] == "objective"
    assert "pipl#art-8" in [end["id"] for end in data["points_to"]]
    assert "migration-reconciliation" in [end["id"] for end in data["pointed_to_by"]]
    text = hegui("show", "vendor/jieyuan").stdout
    assert "id: jieyuan" in text
    assert "agreement/jieyuan-2025" in text


def test_an_id_of_two_kinds_asks_which(tmp_path: Path) -> None:
    party = "kind: party\nid: it\ntitle: {zh: 甲, en: A}\nrole: buyer\n"
    done = hegui("show", "it", cwd=write(tmp_path, {**BASE, "controls/p.yaml": party}))
    assert done.returncode == 2
    assert "department/it" in done.stderr
    assert "party/it" in done.stderr


@pytest.mark.parametrize("kind", ["", "control", "settings", "result"])
def test_schemas_are_printed(kind: str) -> None:
    schema = json.loads(hegui("schema", *([kind] if kind else [])).stdout)
    assert schema["$schema"].endswith("2020-12/schema")


def test_report_is_one_file(tmp_path: Path) -> None:
    done = hegui("report", "--out", str(tmp_path))
    assert done.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["management.html"]


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = hegui("check", "--output", f"json={tmp_path / 'file' / 'x.json'}")
    assert done.returncode == 2
    assert "无法写出" in done.stderr
