"""The text report: golden pages, width, colour, harmless, honest about what it leaves out."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from wcwidth import wcswidth

from hegui.findings.finding import Finding
from hegui.findings.severity import Severity
from hegui.reporters.text import list_findings, report
from tests.repo import judged
from tests.reporters.cases import MESSY, hostile, messy, options

GOLDEN = Path(__file__).parent / "golden"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def page(told: str, name: str) -> None:
    """Hold a page against its golden file; HEGUI_GOLDEN=write writes it anew, to be read."""
    file = GOLDEN / name
    if os.environ.get("HEGUI_GOLDEN") == "write":
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden_pages(tmp_path: Path, language: str) -> None:
    page(report(messy(tmp_path), options(language)), f"messy.{language}.txt")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, language: str, width: int) -> None:
    told = report(messy(tmp_path), options(language, width=width))
    heads = re.compile(r"^\S+\.yaml$|^  \S+  \S+/\S+  \d+:\d+")
    assert [
        line for line in told.splitlines() if wcswidth(line) > width and not heads.match(line)
    ] == []


def test_colour_only_adds_escapes(tmp_path: Path) -> None:
    result = messy(tmp_path)
    plain, painted = (report(result, options(color=color)) for color in (False, True))
    assert "\x1b" not in plain
    assert painted != plain
    assert ESCAPE.sub("", painted) == plain


def test_findings_stand_in_the_order_of_their_lines(tmp_path: Path) -> None:
    told = report(messy(tmp_path), options())
    here = told.partition("controls/organization.yaml\n")[2].partition("\nrisks/")[0]
    lines = [int(line) for line in re.findall(r"^  \S+  \S+/\S+  (\d+):", here, re.MULTILINE)]
    assert len(lines) > 1
    assert lines == sorted(lines)


def test_the_mark_is_below_the_place_also_behind_chinese(tmp_path: Path) -> None:
    lines = report(messy(tmp_path), options()).splitlines()
    for line, below in pairwise(lines):
        if "title: {zh: 档案管理部, en: Archives}, party" in line:
            start, end = below.index("^"), below.rindex("^") + 1
            assert _cells(line, start, end) == "p-025"
            return
    pytest.fail("no such line")


def _cells(line: str, start: int, end: int) -> str:
    """What stands between two cells of a line."""
    return "".join(
        mark
        for n, mark in enumerate(line)
        if start <= wcswidth(line[:n]) and wcswidth(line[: n + 1]) <= end
    )


def test_what_a_waiver_accepts_is_marked_and_does_not_fail(tmp_path: Path) -> None:
    wanted = ("migration/rec", "waivers", "approver")
    files = {path: MESSY[path] for path in MESSY if any(word in path for word in wanted)}
    told = report(judged(tmp_path, files), options(fail_on=Severity.MEDIUM))
    assert "control/no-check  2:5  已豁免（until-rehearsal）" in told
    assert "已豁免 1" in told
    assert "结论  不通过：“中”级及以上的发现 3 项" in told
    assert "豁免：waiver/until-rehearsal：第二次演练后再定检查办法（p-008 批准，至" in told


def test_a_pass_says_so(tmp_path: Path) -> None:
    told = report(judged(tmp_path, {}), options("en", fail_on=Severity.CRITICAL))
    assert told.endswith("Verdict    pass: no finding of critical severity\n")


def test_nothing_to_judge_says_so(tmp_path: Path) -> None:
    result = judged(tmp_path, {})
    nothing = replace(result, repository=replace(result.repository, items={}))
    assert "结论  不通过：没有找到可以判定的文档" in report(nothing, options())


def test_what_lies_elsewhere_is_counted_and_not_shown(tmp_path: Path) -> None:
    result = messy(tmp_path)
    told = report(result, options(below="controls/migration"))
    assert "controls/organization.yaml\n" not in told
    assert "范围  只显示 controls/migration；另有 4 项发现未显示" in told
    counts = re.compile(r"^发现.*$", re.MULTILINE)
    assert counts.findall(told) == counts.findall(report(result, options()))


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    told = report(hostile(tmp_path), options("en"))
    assert "<U+001B>[31mred<U+0007> <U+202E>gnp.exe<U+2066>" in " ".join(told.split())
    source, below = re.findall(r"achieves: .*\n.*", told)[0].splitlines()
    assert "no<U+200B>ne" in source
    assert below.count("^") in (len("no<U+200B>ne"), len("[no<U+200B>ne]"))


def test_a_file_that_was_not_read_has_no_excerpt(tmp_path: Path) -> None:
    told = report(judged(tmp_path, {"controls/x.yaml": b"kind: \xff"}), options("en"))
    assert "document/encoding" in told
    assert "│" not in told
    assert "    └ Remedy: " in told


def test_findings_can_be_listed_without_a_result(tmp_path: Path) -> None:
    files = {path: text for path, text in MESSY.items() if "waivers" not in path}
    result = judged(tmp_path, files)  # who waived one stands in the result alone
    told = list_findings(result.findings, result.repository.files, "zh")
    assert report(result, options()).startswith(told)


def test_a_place_over_several_lines_is_marked_on_the_first(tmp_path: Path) -> None:
    result = messy(tmp_path)
    finding: Finding = result.open[0]
    far = finding._replace(place=finding.place._replace(end_line=5, end_column=2))
    told = list_findings([far], result.repository.files, "zh")
    assert told.count("^") == len("implementd")
