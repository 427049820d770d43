"""References: unknown, ambiguous, of the wrong kind, to oneself, to what could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.findings.finding import Finding, Status
from hegui.model.reference import Ref
from tests.repo import judged

CONTROL = """\
kind: control
id: {id}
title: {{zh: 甲, en: A}}
status: planned
statement: {{zh: 做, en: Do}}
raci: [{{accountable: {accountable}}}]
"""
TRANSFER = """\
kind: transfer
id: {id}
title: {{zh: 甲, en: A}}
milestones: [{{id: closing, on: 2026-12-01}}]
"""


def found(tmp_path: Path, files: dict[str, str | bytes]) -> list[Finding]:
    return [f for f in judged(tmp_path, files).findings if f.rule.startswith("document/")]


def test_unknown_with_the_nearest_name(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, {"controls/c.yaml": CONTROL.format(id="c", accountable="itt")})
    assert finding.rule == "document/unknown-reference"
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (6, 22, 25)
    assert finding.message.get("zh") == "找不到部门“itt”。是否想写“it”？"
    assert finding.message.get("en") == "There is no department “itt”. Did you mean “it”?"


def test_a_former_name_tells_the_new_one(tmp_path: Path) -> None:
    new = "kind: department\nid: tech\ntitle: {zh: 科, en: T}\nparty: target\nformerly: old-tech\n"
    files: dict[str, str | bytes] = {
        "controls/c.yaml": CONTROL.format(id="c", accountable="old-tech"),
        "controls/d.yaml": new,
    }
    (finding,) = found(tmp_path, files)
    assert "已改名为 tech" in finding.message.get("zh")


def test_wrong_kind(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "controls/c.yaml": CONTROL.format(id="c", accountable="party/target")
    }
    (finding,) = found(tmp_path, files)
    assert finding.rule == "document/wrong-kind"
    assert "部门" in finding.message.get("zh")


def test_a_kind_must_be_written_where_the_field_does_not_fix_it(tmp_path: Path) -> None:
    text = "kind: agreement\nid: a\ntitle: {zh: 甲, en: A}\nwith: target\n"
    (finding,) = found(tmp_path, {"vendors/a.yaml": text})
    assert finding.rule == "document/bad-value"
    assert "vendor/…" in finding.remedy.get("zh")


def test_itself(tmp_path: Path) -> None:
    text = "kind: department\nid: d\ntitle: {zh: 甲, en: A}\nparty: target\nsuccessor: d\n"
    (finding,) = found(tmp_path, {"controls/d.yaml": text})
    assert (finding.rule, finding.place.line) == ("document/self-reference", 5)


def test_duplicates_name_both_places(tmp_path: Path) -> None:
    text = CONTROL.format(id="c", accountable="it")
    (finding,) = found(tmp_path, {"controls/a.yaml": text, "controls/b.yaml": text})
    assert finding.rule == "document/duplicate-id"
    assert str(finding.place) == "controls/b.yaml:2:5"
    assert [str(related.place) for related in finding.related] == ["controls/a.yaml:2:5"]


def test_a_milestone_by_its_short_name_is_one_thing(tmp_path: Path) -> None:
    person = "---\nkind: department\nid: d\ntitle: {zh: 甲, en: A}\nparty: target\nuntil: closing\n"
    one: dict[str, str | bytes] = {"controls/t.yaml": TRANSFER.format(id="one") + person}
    assert found(tmp_path / "1", one) == []
    two = {**one, "controls/u.yaml": TRANSFER.format(id="two")}
    (finding,) = found(tmp_path / "2", two)
    assert finding.rule == "document/ambiguous-reference"
    assert "one#closing" in finding.message.get("zh")
    full = {**two, "controls/t.yaml": one["controls/t.yaml"].replace("l: cl", "l: one#cl")}  # type: ignore[arg-type]
    assert found(tmp_path / "3", full) == []


@pytest.mark.parametrize(
    "broken",
    [
        "kind: department\nid: tech\ntitle: {zh: 甲, en: A}\nparty: target\nheadcount: many\n",
        "kind: department\nid: tech\ntitle: [\n",
        b"kind: department\nid: tech\ntitle: \xff\n",
    ],
)
def test_what_could_not_be_read_is_not_reported_as_missing(
    tmp_path: Path, broken: str | bytes
) -> None:
    """One error, one finding: what depends on it is not assessed, and the gate stays closed."""
    control = CONTROL.format(id="c", accountable="tech")
    result = judged(tmp_path, {"controls/c.yaml": control, "controls/d.yaml": broken})
    (finding,) = (f for f in result.findings if f.rule != "control/no-objective")
    assert finding.place.path == "controls/d.yaml"
    status = {(o.rule, str(o.subject)): o.status for o in result.outcomes}
    assert status["responsibility/accountable-inactive", "control/c"] is Status.NOT_ASSESSED


def test_links_know_both_ends_and_the_field(tmp_path: Path) -> None:
    result = judged(tmp_path, {"controls/c.yaml": CONTROL.format(id="c", accountable="it")})
    repository = result.repository
    department = repository.find(Ref("department", "it"))
    assert department is not None
    fields = {(str(link.source.identity), link.field) for link in repository.incoming(department)}
    assert fields == {
        ("control/c", "raci.accountable"),
        ("person/p-001", "department"),
        ("person/p-002", "department"),
    }
