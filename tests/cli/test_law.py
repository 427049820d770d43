"""The commands about the law and the packs, on the worked case and on small repositories."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_commands import ROOT, hegui
from tests.repo import BASE, write


def told(*arguments: str) -> Any:
    """The JSON that a command prints."""
    done = hegui(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_facts_say_what_decides_them() -> None:
    facts = {one["id"]: one for one in told("law", "facts")}
    assert (facts["persons-1m"]["value"], facts["persons-1m"]["source"]) == ("yes", "computed")
    assert (facts["leg-merger"]["value"], facts["leg-merger"]["source"]) == ("no", "computed")
    scope = facts["central-bank-scope"]
    assert (scope["value"], scope["source"]) == ("uncertain", "stated")
    assert scope["reason"]["zh"]
    assert all(one["source"] != "open" for one in facts.values())


def test_changes_tell_the_new_law_the_old_and_the_coming() -> None:
    changes = {
        (one["id"], one["change"]): one for one in told("law", "changes", "--since", "2025-12-01")
    }
    assert changes["csl-2016", "ends"]["day"] == "2025-12-31"
    assert changes["csl-2025", "begins"]["day"] == "2026-01-01"
    assert changes["gb-46864-2025", "coming"]["day"] == "2027-01-01"
    assert changes["csl-2025", "begins"]["clauses"] == 10
    assert ("pipl", "begins") not in changes


def test_changes_name_the_controls_last_reviewed_before(tmp_path: Path) -> None:
    case = _copy(tmp_path)
    controls = case / "controls/own.yaml"
    controls.write_text(
        "kind: control\nid: old\ntitle: 旧\nstatement: 旧\nstatus: implemented\n"
        "achieves: cip#09.4\nreview: {last: 2025-12-31, every: 365 days}\n",
        encoding="utf-8",
    )
    done = hegui("law", "changes", "--since", "2025-12-31", "--format", "json", cwd=case)
    (law,) = (one for one in json.loads(done.stdout) if one["id"] == "csl-2025")
    reviewed = {one["id"]: one for one in law["controls"]}
    assert reviewed["old"] == {"id": "old", "reviewed": "2025-12-31", "before": True}
    text = hegui("law", "changes", "--since", "2025-12-31", "--lang", "en", cwd=case).stdout
    assert "old (2025-12-31)" in text


def test_the_day_itself_is_left_out() -> None:
    assert "csl-2025" not in hegui("law", "changes", "--since", "2026-01-01").stdout
    assert "csl-2025" in hegui("law", "changes", "--since", "2025-12-31").stdout


def test_as_of_decides_what_is_coming() -> None:
    early = told("law", "changes", "--since", "2025-10-01", "--as-of", "2025-12-15")
    assert {one["change"] for one in early if one["id"] == "csl-2025"} == {"coming"}


def test_what_is_still_to_come_is_always_told() -> None:
    done = hegui("law", "changes", "--since", "2026-11-22", "--as-of", "2026-11-23", "--lang", "en")
    assert "2027-01-01" in done.stdout


def test_no_change_and_no_law_are_told_apart(tmp_path: Path) -> None:
    empty = write(tmp_path / "empty", BASE)
    act = "kind: regulation\nid: act\ntitle: 法\nforce: mandatory\neffective: 2020-01-01\n"
    old = write(tmp_path / "old", {**BASE, "controls/obligations/act.yaml": act})
    arguments = ("law", "changes", "--since", "2025-01-01", "--lang", "en")
    assert "holds any law" in hegui(*arguments, cwd=empty).stdout
    assert "has not changed since 2025-01-01" in hegui(*arguments, cwd=old).stdout


def test_deadlines_of_the_incident() -> None:
    """INC-01: 31,500 persons, 12,400 records of credit or property, discovered at 21:40."""
    duties = {one["id"]: one for one in told("law", "deadlines", "inc-01")}
    assert duties["cac-4h"]["state"] == "not-owed"
    brief = duties["pbc-brief"]
    assert brief["owed"] == "uncertain"
    assert brief["facts"] == ["central-bank-scope"]
    assert brief["due"] == "2026-11-14T22:40:00+08:00"
    assert duties["pbc-full"]["due"] == "2026-11-15T21:40:00+08:00"


def test_deadlines_speak_both_languages_within_80_columns() -> None:
    for lang, word in (("zh", "依据"), ("en", "under")):
        text = hegui("law", "deadlines", "incident/inc-01", "--lang", lang).stdout
        assert word in text
        assert "pbc-incident-report-measures-2025#art-15" in text
        assert max(map(_cells, text.splitlines())) <= 80


def _cells(line: str) -> int:
    from hegui.reporters.layout import width

    return width(line)


def test_a_wrong_incident_gets_a_suggestion() -> None:
    done = hegui("law", "deadlines", "inc-1", "--lang", "en")
    assert done.returncode == 2
    assert "Did you mean “inc-01”?" in done.stderr


@pytest.mark.parametrize("noun", ["law", "pack"])
def test_a_noun_shows_its_commands_and_suggests(noun: str) -> None:
    assert hegui(noun).stdout == hegui(noun, "--help").stdout
    done = hegui(noun, "verfy" if noun == "pack" else "changs", "--lang", "en")
    assert done.returncode == 2
    assert "Did you mean" in done.stderr


@pytest.mark.parametrize(
    "command",
    [("law", "facts"), ("law", "changes"), ("law", "deadlines"), ("pack", "verify")],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_of_the_commands_of_nouns(command: tuple[str, ...], lang: str) -> None:
    text = hegui(*command, "--help", "--lang", lang).stdout
    assert f"hegui {' '.join(command)}" in text.split("示例" if lang == "zh" else "Examples")[1]
    assert max(len(line) for line in text.splitlines()) <= 80


def test_packs_are_sound_and_say_what_they_hold() -> None:
    packs = {one["id"]: one for one in told("pack", "verify")}
    counts = packs["microloan-transfer"]["counts"]
    assert (counts["regulations"], counts["obligations"], counts["objectives"]) == (71, 510, 95)
    assert all(one["sound"] for one in packs.values())


def test_a_changed_file_and_a_bad_test_are_found(tmp_path: Path, monkeypatch: Any) -> None:
    from hegui.engine.verify import verify
    from hegui.loading.packs import folder

    home = tmp_path / "microloan-transfer"
    shutil.copytree(folder("microloan-transfer"), home)
    catalogue = home / "catalogue.yaml"
    text = catalogue.read_text(encoding="utf-8")
    assert "facts.source_rows == facts.target_rows" in text
    catalogue.write_text(
        text.replace("facts.source_rows ==", "facts.sorce_rows =="), encoding="utf-8"
    )
    found = verify(home)
    assert found.changed == ("catalogue.yaml",)
    (finding,) = {
        one.place: one for one in found.findings if one.rule == "expression/invalid"
    }.values()
    assert finding.subject.id == "cip#04.3:counts"
    line = finding.place.line
    assert (
        catalogue.read_text(encoding="utf-8")
        .splitlines()[line - 1][finding.place.column - 1 :]
        .startswith("sorce_rows")
    )


def test_an_unknown_pack_gets_a_suggestion() -> None:
    done = hegui("pack", "verify", "microloan", "--lang", "en")
    assert done.returncode == 2
    assert "microloan-transfer" in done.stderr


def test_a_stated_fact_that_nobody_declares_is_found(tmp_path: Path) -> None:
    case = _copy(tmp_path)
    settings = case / "hegui.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("id: eu-scope", "id: eu-scop"), encoding="utf-8")
    found = json.loads(hegui("check", "--format", "json", cwd=case).stdout)["findings"]
    (finding,) = (one for one in found if one["rule"] == "document/unknown-reference")
    assert finding["location"]["path"] == "hegui.yaml"
    assert "eu-scope" in str(finding)


def test_show_follows_the_chain_both_ways() -> None:
    law = told("show", "pipl#art-8")
    (objective,) = (one for one in law["borne_out_by"] if one["id"] == "cip#04.3")
    (control,) = (one for one in objective["below"] if one["id"] == "migration-reconciliation")
    assert "rehearsal-2-counts" in {one["id"] for one in control["below"]}
    record = told("show", "rehearsal-2-counts")
    assert {one["id"] for one in record["rests_on"]} == {
        "cip#04.3:counts",
        "cip#04.3:money",
        "cip#04.3:sample",
    }
    for requirement in record["rests_on"]:
        (objective,) = requirement["below"]
        assert objective["id"] == "cip#04.3"
        assert "pipl#art-8" in {one["id"] for one in objective["below"]}


def test_show_marks_what_nobody_read() -> None:
    text = hegui("show", "cip#05.2", "--lang", "en").stdout
    assert "[secondary source, not verified]" in text
    clause = hegui("show", "accounting-archives-2015#destruction", "--lang", "en").stdout
    assert "Verified: read in a secondary page" in clause
    listed = hegui("list", "obligation", "--lang", "zh").stdout
    assert "〔据二手资料" in listed


def _copy(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    case.mkdir()
    for name in ("controls", "vendors", "risks", "checks"):
        shutil.copytree(ROOT / name, case / name)
    shutil.copy(ROOT / "hegui.yaml", case)
    return case
