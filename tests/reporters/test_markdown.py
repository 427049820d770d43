"""The job summary: readable as it is, and nothing in it but what we wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.reporters import markdown
from hegui.reporters.markdown import report
from tests.repo import judged
from tests.reporters.cases import hostile, messy, options
from tests.reporters.changed import changed, saying
from tests.reporters.test_text import page

OURS = re.compile(
    r"^</?details>(<summary>[^<|\\]*</summary>)?$|</?code>|^## [✅❌]|^### |^\*\*|\*\*$"
)
PAIR = re.compile(r"\\[!-/:-@\[-`{-~]")


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return messy(tmp_path_factory.mktemp("messy"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_golden_pages(result: Result, language: str) -> None:
    page(report(result, options(language)), f"messy.{language}.md")


def test_the_verdict_comes_first(result: Result, tmp_path: Path) -> None:
    assert report(result, options()).startswith(
        "## ❌ 合规检查：不通过\n\n“高”级及以上的发现 2 项；"
    )
    clean = report(judged(tmp_path, {}), options("en"))
    assert clean.startswith(
        "## ✅ Compliance check: pass\n\nNo finding of high severity or above.\n"
    )
    assert "|" not in clean


def test_the_gravest_first_the_light_ones_folded_the_waived_apart(result: Result) -> None:
    light = {"medium": Severity.LOW, "high": Severity.CRITICAL}
    told = report(
        changed(result, lambda one: one._replace(severity=light[one.severity.word])), options("en")
    )
    heads = re.findall(r"^(?:### |<details><summary>)([^<\n]*)", told, re.MULTILINE)
    assert heads == ["Critical (2)", "Low (5)", "Waived (1)", "This check"]
    assert told.count("<details>") == told.count("</details>") == 3


def test_what_lies_elsewhere_is_said(result: Result) -> None:
    told = report(result, options(below="vendors"))
    assert "- 只显示 vendors；另有 7 项发现未显示" in told
    assert "no-objective" not in told


def test_what_does_not_fit_is_counted(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_ROWS", 600)
    told = report(result, options())
    left = int(re.findall(r"\*\*另有 (\d+) 项发现未列出\*\*", told)[0])
    rows = sum(line.startswith("| <code>") for line in told.splitlines())
    assert rows + left == len(result.findings)
    assert "agreement/expired" in told


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    told = report(hostile(tmp_path), options("en"))
    assert r"\<script\>alert(1)\</script\> \</details\> \| x \|" in told
    assert_only_ours(told)


@given(words=st.text(st.sampled_from("<>|[]()`@:#/w.\n\\ a1_*~&") | st.characters(), max_size=40))
def test_any_text_stays_text(result: Result, words: str) -> None:
    assert_only_ours(report(saying(result, words), options()))


def assert_only_ours(told: str) -> None:
    """Every table has its columns, every line its form, and no mark is left but ours."""
    told.encode()
    for line in told.split("\n"):
        bare = PAIR.sub("", line.replace("&#8203;", ""))
        assert bare.count("|") in (0, 5)
        assert not re.search(r"[<>`*\[\]&~$]|::|://|www\.", OURS.sub("", bare), re.IGNORECASE), line
        assert not re.search(r"@(?!&#8203;)", line), line
        assert not line.startswith(("::", "##[")), line
