"""Sentences: grammatical for none, one and many; complete in both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hegui.engine.result import Exit
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.reports import labels, units, wording
from hegui.reports.figures import View
from hegui.reports.view import view
from hegui.source.bilingual import Text
from tests.reports.cases import HIGH, small

HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]+(?:[ ,]+[A-Za-z]+){2,}")
"""Three English words in a row: no name of a field, no path."""


@pytest.fixture
def seen(tmp_path: Path) -> View:
    return view(small(tmp_path), HIGH)


SPOKEN_ELSEWHERE = (
    "stamp_size", "silent", "more_departments", "due", "gate_line", "grade", "holds", "loss",
    "no_residual", "score_sum", "score_value", "why_included",
)  # fmt: skip
"""Phrases with arguments of their own; test_proved.py tells them."""


def with_open(seen: View, count: int) -> View:
    """The view with only the first findings open."""
    tasks = (seen.tasks * 2)[:count]
    debts = tuple(debt for debt in seen.debts if debt.owner)[: min(count, 2)]
    catalogues = seen.catalogues if count else ()
    verdict = replace(seen.verdict, exit=Exit.CLEAN, reached=0)
    return replace(
        seen, tasks=tasks, debts=debts, catalogues=catalogues, verdict=verdict, waived=()
    )


def test_all_labels_are_there_in_both_languages() -> None:
    tables = (labels.LABELS, labels.STAMPS, labels.ANSWERS, labels.STATUSES)
    for table in tables:
        for text in table.values():
            assert text.zh
            assert text.en
            assert not HAN.search(text.en)
            assert not SENTENCE.search(text.zh)
    assert set(labels.STATUSES) == set(Status)


def test_the_headline(seen: View) -> None:
    said = [wording.headline(with_open(seen, n)) for n in (0, 1, 2)]
    assert [text.en for text in said] == [
        "The check passes, and nothing is open",
        "The check passes; 1 finding is still open",
        "The check passes; 2 findings are still open",
    ]
    assert [text.zh for text in said] == [
        "检查通过，没有未结发现",
        "检查通过，尚有 1 项待办",
        "检查通过，尚有 2 项待办",
    ]


@pytest.mark.parametrize(
    ("reached", "unread", "zh", "en"),
    [
        (1, 0, "1 项发现达到不通过线", "1 finding reaches the threshold"),
        (2, 0, "2 项发现达到不通过线", "2 findings reach the threshold"),
        (0, 1, "1 份文档未能读懂", "1 document was not understood"),
        (
            3,
            2,
            "3 项发现达到不通过线，2 份文档未能读懂",
            "3 findings reach the threshold and 2 documents were not understood",
        ),
    ],
)
def test_why_it_fails(seen: View, reached: int, unread: int, zh: str, en: str) -> None:
    verdict = replace(seen.verdict, exit=Exit.FINDINGS, reached=reached, unread=unread)
    said = wording.headline(replace(seen, verdict=verdict))
    assert said.zh == f"检查不通过：{zh}"
    assert said.en == f"The check fails: {en}"


def test_the_lead(seen: View) -> None:
    none, one, many = (wording.lead(with_open(seen, n)) for n in (0, 1, 2))
    count = sum(n for _, n in seen.origin.documents)
    assert none.zh == f"读懂文档 {count} 份；没有未结发现；没有豁免，未评估 3 项。"
    assert none.en == (
        f"{count} documents were understood: no finding is open; none is waived, "
        "and 3 outcomes are left unassessed."
    )
    assert "；未结发现 1 项，涉及 3 个领域、1 个部门；" in str(one.zh)
    assert ": 1 finding is open, in 3 areas and with 1 department; none is waived" in str(one.en)
    assert "；未结发现 2 项，涉及 3 个领域、2 个部门；" in str(many.zh)
    assert ": 2 findings are open, in 3 areas and with 2 departments; none" in str(many.en)


def test_the_lead_of_what_was_waived_unread_and_unassessed(seen: View) -> None:
    verdict = replace(seen.verdict, unread=1)
    said = wording.lead(replace(seen, verdict=verdict))
    assert "，另有 1 份未能读懂；" in str(said.zh)
    assert "；已豁免 1 项，" in str(said.zh)
    assert " and 1 was not: " in str(said.en)
    assert "; 1 is waived, and " in str(said.en)


def test_the_threshold(seen: View) -> None:
    said = {
        severity: wording.threshold(
            replace(seen, verdict=replace(seen.verdict, fail_on=severity, reached=reached))
        )
        for severity, reached in ((Severity.CRITICAL, 0), (Severity.HIGH, 1), (Severity.LOW, 2))
    }
    assert said[Severity.CRITICAL].zh == "不通过线：严重；达到的有 0 项。"
    assert said[Severity.CRITICAL].en == "Threshold: critical; no finding reaches it."
    assert said[Severity.HIGH].zh == "不通过线：高及以上；达到的有 1 项。"
    assert said[Severity.HIGH].en == "Threshold: high and above; 1 finding reaches it."
    assert said[Severity.LOW].en == "Threshold: low and above; 2 findings reach it."


def test_days_left(seen: View) -> None:
    said = [wording.days_left(one) for one in seen.milestones]
    assert [text.zh for text in said] == ["就在今天", "还有 1 天", "还有 8 天"]
    assert [text.en for text in said] == ["today", "in 1 day", "in 8 days"]


def test_days_and_instants() -> None:
    zone = ZoneInfo("Asia/Shanghai")
    assert units.day(date(2026, 11, 3)) == Text(zh="2026年11月3日", en="3 November 2026")
    end = datetime.combine(date(2026, 11, 23), time.max, zone)
    assert units.instant(end).zh == "2026年11月23日终了（Asia/Shanghai）"
    assert units.instant(end).en == "the end of 23 November 2026 (Asia/Shanghai)"
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert units.instant(noon).en == "23 November 2026, 12:00:00 (UTC)"


def test_where_authority_came_from(seen: View) -> None:
    assert "取自 hegui.yaml" in str(wording.authority(seen).zh)
    assert "hegui.yaml 固定" in str(wording.authority(seen).zh)
    given = replace(seen.origin, configured=False, pinned=False)
    said = wording.authority(replace(seen, origin=given))
    assert "由命令行给定；" in str(said.zh)
    assert "The instant was given, or is now." in str(said.en)


def test_every_phrase_is_there_in_both_languages(seen: View) -> None:
    (area,) = (one for one in seen.catalogues[0].areas if one.area.id == "01")
    arguments: dict[str, object] = {
        "area_names": 2, "rest": 3, "rules": 1, "unknown": 2, "objectives": area,
        "day": date(2026, 11, 23), "instant": seen.origin.as_of + timedelta(days=1),
        "days_left": seen.milestones[0],
    }  # fmt: skip
    phrases = dict.fromkeys(wording.PHRASES, wording) | dict.fromkeys(units.PHRASES, units)
    for name, module in phrases.items():
        if name in SPOKEN_ELSEWHERE:
            continue
        said = getattr(module, name)(arguments.get(name, seen))
        assert said.zh, name
        assert said.en, name
        assert not HAN.search(said.en), name
        assert not SENTENCE.search(said.zh), name


@pytest.mark.parametrize("word", ["通过", "不通过", "无从判定", "PASS", "NO VERDICT"])
def test_a_stamp_holds_its_word(word: str) -> None:
    assert 10 <= wording.stamp_size(word) <= 38
