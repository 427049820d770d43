"""Documents are read by what their fields say, and every error is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.findings.finding import Finding
from hegui.model.agreement import Agreement
from hegui.model.catalogue import Catalogue
from hegui.model.control import Control
from tests.repo import judged, told


def only(tmp_path: Path, text: str) -> list[Finding]:
    """The findings of reading ``text`` as one file."""
    result = judged(tmp_path, {"controls/x.yaml": text})
    found = [f for f in result.findings if f.rule.startswith("document/")]
    assert all(f.place.path == "controls/x.yaml" for f in found)
    return [f for f in found if f.rule != "document/unexpected-folder"]


def test_plain_values_mean_what_their_field_says(tmp_path: Path) -> None:
    """YAML 1.1 would read false, 1350, 10 and a date; a text stays what was written."""
    for n, written in enumerate(["NO", "22:30", "012", "1e3", "2026-01-02", "1_000", "0x1F", "on"]):
        text = f"kind: party\nid: p{n}\ntitle: {written}\nrole: buyer\n"
        result = judged(tmp_path / str(n), {"controls/x.yaml": text})
        title = result.repository.items["party"][f"p{n}"].title
        assert title.plain == written


def test_ids_and_area_numbers_keep_their_zeros(tmp_path: Path) -> None:
    text = """\
        kind: catalogue
        id: own
        title: 目录
        areas: [{id: 04, title: 领域}]
        objectives: [{ref: 04.30, area: 04, title: 目标}]
        """
    result = judged(tmp_path, {"controls/obligations/own.yaml": text})
    (catalogue,) = (c for c in result.repository.all(Catalogue) if c.id == "own")
    assert catalogue.areas[0].id == "04"
    assert catalogue.objectives[0].ref == "04.30"
    assert "own#04.30" in result.repository.parts["objective"]


def test_numbers_are_numbers_where_a_number_is_declared(tmp_path: Path) -> None:
    text = """\
        kind: agreement
        id: a
        title: 协议
        with: party/target
        clauses: [{id: notice, hours: 1e3}, {id: other, hours: 012}]
        """
    result = judged(tmp_path, {"vendors/a.yaml": text})
    (agreement,) = result.repository.all(Agreement)
    assert [clause.hours for clause in agreement.clauses] == [1000, 12]


@pytest.mark.parametrize(
    ("line", "rule", "column", "zh"),
    [
        ("rank: 3", "document/unknown-field", 1, "没有字段“rank”"),
        ("rol: buyer", "document/unknown-field", 1, "是否想写“role”"),
        ("shares: 0.5", "document/bad-value", 9, "0% 到 100% 的百分比"),
        ("shares: 120%", "document/bad-value", 9, "120%"),
        ("country: 中国", "document/bad-value", 10, "地区代码"),
        ("description:", "document/empty-value", 1, "后面没有值"),
        ("description: ~", "document/empty-value", 14, "后面没有值"),
        ("description: []", "document/wrong-type", 1, "实际是列表"),
        ("description: {zh: 甲, de: A}", "document/unknown-field", 22, "没有字段“de”"),
        ("description: {}", "document/empty-value", 1, "后面没有值"),
        ("formerly: [a, a]", "document/duplicate-item", 15, "“a”出现了两次"),
    ],
)
def test_each_error_at_its_key_or_value(
    tmp_path: Path, line: str, rule: str, column: int, zh: str
) -> None:
    text = f"kind: party\nid: x\ntitle: 甲\nrole: buyer\n{line}\n"
    (finding,) = only(tmp_path, text)
    assert (finding.rule, finding.place.line, finding.place.column) == (rule, 5, column)
    assert zh in finding.message.get("zh")


def test_words_of_a_closed_list(tmp_path: Path) -> None:
    (finding,) = only(tmp_path, "kind: party\nid: x\ntitle: 甲\nrole: purchaser\n")
    assert finding.rule == "document/not-allowed"
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (4, 7, 16)
    assert "target" in finding.remedy.get("zh")


def test_a_missing_field_is_told_at_the_document(tmp_path: Path) -> None:
    (finding,) = only(tmp_path, "kind: party\nid: x\ntitle: 甲\n")
    assert finding.rule == "document/missing-field"
    assert (finding.place.line, finding.place.column) == (2, 5)
    assert "“role”" in finding.message.get("zh")


def test_all_errors_of_all_documents_in_one_run(tmp_path: Path) -> None:
    text = """\
        kind: party
        id: X
        rol: buyer
        ---
        kind: partty
        id: y
        ---
        kind: party
        id: [z]
        title: {zh: 8,940 笔}
        role: buyer
        """
    found = only(tmp_path, text)
    assert [(f.rule, f.place.line, f.place.column) for f in found] == [
        ("document/bad-value", 2, 5),
        ("document/missing-field", 2, 5),
        ("document/missing-field", 2, 5),
        ("document/unknown-field", 3, 1),
        ("document/unknown-kind", 5, 7),
        ("document/wrong-type", 9, 1),
        ("document/unknown-field", 10, 15),
    ]
    assert "逗号" in found[-1].message.get("zh")  # the comma trap of flow mappings is named


def test_a_quoted_number_is_not_a_number(tmp_path: Path) -> None:
    text = 'kind: role\nid: r\ntitle: 甲\nrank: "3"\n'
    (finding,) = only(tmp_path, text)
    assert finding.rule == "document/wrong-type"
    assert "不要加引号" in finding.message.get("zh")
    assert "without quotes" in finding.message.get("en")


def test_impossible_dates_are_told_though_their_shape_is_right(tmp_path: Path) -> None:
    text = "kind: person\nid: p-009\ndepartment: it\njoined: 2026-02-30\n"
    (finding,) = only(tmp_path, text)
    assert (finding.rule, finding.place.line, finding.place.column) == ("document/bad-value", 4, 9)


def test_a_person_is_named_by_a_pseudonym(tmp_path: Path) -> None:
    (finding,) = only(tmp_path, "kind: person\nid: zhoulan\ndepartment: it\n")
    assert finding.rule == "document/bad-value"
    assert "化名" in finding.message.get("zh")


def test_one_broken_document_does_not_hide_the_next(tmp_path: Path) -> None:
    text = "kind: party\nid: [\n---\nkind: party\nid: good\ntitle: 乙\nrole: buyer\n"
    result = judged(tmp_path, {"controls/x.yaml": text})
    assert "good" in result.repository.items["party"]
    assert [f.rule for f in result.findings if f.rule.startswith("document/")] == [
        "document/syntax"
    ]


def test_a_list_may_be_written_as_one_value(tmp_path: Path) -> None:
    text = """\
        kind: control
        id: c
        title: 措施
        status: planned
        statement: 做
        achieves: own#1
        raci: [{accountable: it, responsible: it}]
        from: 2027-01-01
        """
    catalogue = """\
        kind: catalogue
        id: own
        title: 目录
        areas: [{id: 1, title: 领域}]
        objectives: [{ref: 1, area: 1, title: 目标}]
        """
    result = judged(tmp_path, {"controls/x.yaml": text, "controls/obligations/own.yaml": catalogue})
    (control,) = result.repository.all(Control)
    assert [str(ref) for ref in control.achieves] == ["objective/own#1"]
    assert told(result.findings) == [
        (rule, path, line, column)
        for rule, path, line, column in told(result.findings)
        if rule in ("text/missing-language", "requirement/untested")
    ]
