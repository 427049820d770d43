"""The figures: areas, owners, milestones, the digest."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from hegui import api
from hegui.engine.result import Exit
from hegui.findings.severity import Severity
from hegui.reports.figures import View
from hegui.reports.view import digest, view
from hegui.source.file import File
from tests.repo import SETTINGS, judged
from tests.reports.cases import CATALOGUE, CONTROLS, FILES, HIGH, ROOT, VENDOR, small


def areas(seen: View, subject: str) -> set[str]:
    return {area for t in seen.tasks if str(t.finding.subject) == subject for area in t.areas}


def owner(seen: View, subject: str) -> str | None:
    (found,) = {t.owner for t in seen.tasks if str(t.finding.subject) == subject}
    return found.id if found else None


def test_totals_are_those_of_the_result(tmp_path: Path) -> None:
    result = small(tmp_path)
    seen = view(result, HIGH)
    assert len(seen.tasks) == len(result.open) == sum(result.severities.values())
    assert seen.severities == result.severities
    assert sum(debt.count for debt in seen.debts) == len(result.open)
    assert len(seen.waived) == len(result.findings) - len(result.open) == 1
    assert seen.origin.statuses == result.statuses
    assert sum(n for _, n in seen.origin.documents) == sum(result.documents.values())


def test_the_gravest_comes_first_and_order_is_by_place(tmp_path: Path) -> None:
    seen = view(small(tmp_path), HIGH)
    order = [(-task.finding.severity, task.finding.place) for task in seen.tasks]
    assert order == sorted(order)


def test_a_finding_counts_in_each_area_of_its_objectives(tmp_path: Path) -> None:
    seen = view(small(tmp_path), HIGH)
    assert areas(seen, "control/signing") == {"cat#01"}
    assert areas(seen, "control/reconciliation") == {"cat#01", "cat#02"}
    (catalogue,) = seen.catalogues
    assert sum(area.count for area in catalogue.areas) > len(seen.tasks)


def test_areas_are_found_over_links(tmp_path: Path) -> None:
    seen = view(small(tmp_path), HIGH)
    assert areas(seen, "vendor/v") == {"cat#03"}, "something must be proved for every vendor"
    assert areas(seen, "dataset/files") == {"cat#01", "cat#02"}, "a control protects it"


AGREEMENT = """\
kind: agreement
id: a
title: {zh: 合同, en: Contract}
with: vendor/v
type: entrusted-processing
from: 2025-01-01
expires: 2026-06-30
"""
RISK = """\
kind: risk
id: r
title: {zh: 风险, en: Risk}
treatment: reduce
mitigations:
  - {objective: "cat#02.1", side: frequency, layer: prevent, reduction: 50%}
"""
CHECK = """\
kind: check
id: k
title: {zh: 检查}
control: signing
method: manual
"""
EVIDENCE = """\
kind: evidence
id: e
title: {zh: 记录}
proves: [{requirement: "cat#02.1:counts"}]
performed_at: 2026-11-01
result: pass
"""
ACTION = """\
kind: action
id: t
title: {zh: 整改, en: Mend}
owner: old
due: 2026-11-01
source: vendor/v
"""


@pytest.mark.parametrize(
    ("path", "text", "subject", "expected", "owed_by"),
    [
        ("vendors/v/agreement.yaml", AGREEMENT, "agreement/a", {"cat#03"}, "it"),
        ("risks/r.yaml", RISK, "risk/r", {"cat#02"}, None),
        ("checks/k.yaml", CHECK, "check/k", {"cat#01"}, "it"),
        ("checks/evidence/e.yaml", EVIDENCE, "evidence/e", {"cat#02"}, None),
        ("risks/actions/t.yaml", ACTION, "action/t", {"cat#03"}, "buyer-it"),
    ],
)
def test_each_kind_finds_its_areas_and_owner(
    tmp_path: Path, path: str, text: str, subject: str, expected: set[str], owed_by: str | None
) -> None:
    seen = view(judged(tmp_path, {**FILES, path: text}), HIGH)
    assert areas(seen, subject) == expected
    assert owner(seen, subject) == owed_by


def test_departments_and_people_stand_in_no_area(tmp_path: Path) -> None:
    seen = view(judged(tmp_path, {**FILES, "controls/d.yaml": ALONE}), HIGH)
    assert areas(seen, "department/alone") == set()
    assert owner(seen, "department/alone") == "alone"
    assert seen.untied == sum(not task.areas for task in seen.tasks) >= 1


ALONE = """\
kind: department
id: alone
title: {zh: 无人部, en: Alone}
party: target
"""


def test_who_owes_follows_the_periods_and_the_successor(tmp_path: Path) -> None:
    before = view(small(tmp_path / "a"), HIGH)
    assert owner(before, "control/reconciliation") == "it"
    assert owner(before, "dataset/files") == "buyer-it", "the old department has closed"
    root = tmp_path / "b"
    small(root)
    after = view(api.check(root, date(2026, 12, 2)), HIGH)
    assert owner(after, "control/reconciliation") == "buyer-it"


def test_successors_in_a_circle_end_somewhere(tmp_path: Path) -> None:
    first = FILES["controls/organization.yaml"].replace("successor: buyer-it", "successor: o2")
    second = (
        "---\nkind: department\nid: o2\ntitle: {zh: 二, en: Two}\nparty: target\n"
        "head: p-001\ndeputy: p-002\nuntil: 2026-07-01\nsuccessor: old\n"
    )
    seen = view(small(tmp_path, organization=first + second), HIGH)
    assert owner(seen, "dataset/files") in ("old", "o2")


def test_nobody_owes_an_objective_without_control(tmp_path: Path) -> None:
    seen = view(small(tmp_path, controls=CONTROLS.replace("[cat#03.1]", "[cat#01.1]")), HIGH)
    assert areas(seen, "objective/cat#03.1") == {"cat#03"}
    assert owner(seen, "objective/cat#03.1") is None
    assert seen.debts[-1].owner is None
    assert seen.foremost[-1] is seen.debts[-1]


def test_states_of_an_area(tmp_path: Path) -> None:
    seen = view(small(tmp_path), HIGH)
    (catalogue,) = seen.catalogues
    assert [area.state for area in catalogue.areas] == ["open", "open", "open", "uncovered"]
    calm = view(judged(tmp_path / "calm", {"controls/obligations/c.yaml": CATALOGUE}), HIGH)
    assert {area.state for area in calm.catalogues[0].areas} == {"open", "uncovered"}


def test_an_area_that_was_not_assessed_is_not_calm(tmp_path: Path) -> None:
    broken = CONTROLS.replace("status: implemented", "status: implementd")
    seen = view(small(tmp_path, controls=broken, vendor="", files=""), HIGH)
    states = [area.state for area in seen.catalogues[0].areas]
    assert states == ["unknown", "unknown", "unknown", "uncovered"]
    assert seen.verdict.exit is Exit.FINDINGS
    assert seen.verdict.unread == 3
    assert len(seen.unread) == 3
    assert sum(one.rules for one in seen.unassessed) > 0


def test_exclusions_are_counted(tmp_path: Path) -> None:
    exclusion = (
        "kind: exclusion\nid: x\ntitle: {zh: 排除, en: Out}\nobjectives: cat#03.1\n"
        "reason: {zh: 无, en: None}\n"
    )
    seen = view(judged(tmp_path / "alone", {**FILES, "controls/x.yaml": exclusion}), HIGH)
    assert [area.excluded for area in seen.catalogues[0].areas] == [0, 0, 0, 0], "nobody approved"
    exclusion += "approved_by: p-002\ngranted: 2026-11-01\n"
    seen = view(judged(tmp_path, {**FILES, "controls/x.yaml": exclusion}), HIGH)
    assert [area.excluded for area in seen.catalogues[0].areas] == [0, 0, 1, 0]


def test_what_was_wrong_in_a_document_belongs_to_the_item_in_it(tmp_path: Path) -> None:
    controls = CONTROLS.replace("datasets: [files]", "datasets: [files, nothing]")
    seen = view(small(tmp_path, controls=controls), HIGH)
    (task,) = (t for t in seen.tasks if t.finding.rule == "document/unknown-reference")
    assert set(task.areas) == {"cat#01", "cat#02"}
    assert task.owner is not None
    assert task.owner.id == "it"


def test_milestones_ahead_nearest_first(tmp_path: Path) -> None:
    seen = view(small(tmp_path), HIGH)
    told = [(one.title.get("en"), one.days) for one in seen.milestones]
    assert told == [("Start", 0), ("Cut-over", 1), ("Closing", 8)]
    assert [one.decides and one.decides.id for one in seen.milestones] == [None, None, "it"]


def test_the_end_of_time_is_a_date_too(tmp_path: Path) -> None:
    waiver = FILES["risks/waivers/w.yaml"].replace("2026-12-31", "2999-12-31T23:59:59+08:00")
    limits = SETTINGS + "waivers: [{severity: medium, at_most: 999 years}]\n"
    seen = view(small(tmp_path, w=waiver, hegui=limits), HIGH)
    assert [one.until.year for one in seen.waived] == [2999]


def test_the_verdict_is_that_of_the_result(tmp_path: Path) -> None:
    result = small(tmp_path)
    for fail_on in Severity:
        verdict = view(result, fail_on).verdict
        assert verdict.exit is result.exit(fail_on)
        assert verdict.reached == sum(f.severity >= fail_on for f in result.open)
    assert view(result, Severity.CRITICAL).verdict.word == "pass"
    assert view(result, Severity.LOW).verdict.word == "fail"


def test_nothing_to_judge(tmp_path: Path) -> None:
    (tmp_path / "hegui.yaml").write_text(FILES["hegui.yaml"], encoding="utf-8")
    seen = view(api.check(tmp_path), HIGH)
    assert seen.verdict.word == "none"
    assert seen.catalogues == ()
    assert seen.origin.documents == ()


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on PATH")
def test_the_digest_is_what_sha256sum_says(tmp_path: Path) -> None:
    texts = {"b.yaml": "乙\n", "a.yaml": "甲\n"}
    files = [File(path, text) for path, text in texts.items()]
    for path, text in texts.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    said = subprocess.run(
        ["sha256sum", *sorted(texts)], cwd=tmp_path, capture_output=True, check=True
    )
    assert digest(files) == digest(reversed(files)) == sha256(said.stdout).hexdigest()


def test_the_digest_changes_with_a_path_and_with_a_text() -> None:
    digests = {digest([File(path, text)]) for path in ("a", "b") for text in ("", "x")}
    assert len(digests) == 4


def test_vendors_without_objectives_stand_in_no_area(tmp_path: Path) -> None:
    seen = view(judged(tmp_path, {"vendors/v/vendor.yaml": VENDOR}), HIGH)
    assert areas(seen, "vendor/v") == set()


def test_the_worked_case() -> None:
    result = api.check(ROOT)
    seen = view(result, HIGH)
    assert len(seen.tasks) == len(result.open)
    (catalogue,) = seen.catalogues
    assert len(catalogue.areas) == 21
    known = {area.id for area in catalogue.areas}
    assert all(known.issuperset(task.areas) for task in seen.tasks)
    assert seen.milestones[0].days >= 0
