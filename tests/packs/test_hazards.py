"""What can go wrong with customer data in a deal is found; mended, nothing of it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hegui import api
from hegui.engine.result import Result
from hegui.findings.finding import Status
from hegui.source.file import File
from hegui.source.parse import parse
from tests.packs.shipped import HERE
from tests.repo import BASE, write

SETTINGS = f"{BASE['hegui.yaml']}packs: [{{id: microloan-transfer}}]\n"
DEAL = """\
kind: party
id: buyer
title: {zh: 受让方, en: Buyer}
role: buyer
---
kind: party
id: bureau
title: {zh: 反洗钱监测机构, en: AML authority}
role: regulator
---
kind: transfer
id: sale
title: {zh: 股权转让, en: Sale}
milestones:
  - {id: data-room-open, title: {zh: 数据室开放, en: The data room opens}, on: 2026-06-15}
  - {id: closing, title: {zh: 交割, en: Closing}, on: 2026-12-28}
"""
READING = ("document/", "reference/", "text/", "settings/")
"""Rules on reading: a hazard must be a hazard, and no slip of the pen."""
ONE_FILE = "document/unexpected-folder"
"""All documents of a hazard stand in one file, and only some kinds have that folder."""


def hazards() -> list[Any]:
    path = HERE / "hazards.yaml"
    parsed = parse(File(path.name, path.read_text(encoding="utf-8")))
    assert not parsed.problems
    each: list[dict[str, Any]] = [dict(one.data) for one in parsed.documents]
    return [pytest.param(one, id=one["name"]["en"]) for one in each]


def judged(root: Path, documents: str) -> Result:
    files = {"hegui.yaml": SETTINGS, "controls/deal.yaml": DEAL, "controls/hazard.yaml": documents}
    result = api.check(write(root, {**BASE, **files}))
    slips = [one for one in result.findings if one.rule.startswith(READING)]
    assert [f"{one.rule} {one.place}" for one in slips if one.rule != ONE_FILE] == []
    return result


def mended(documents: str, edits: dict[str, str]) -> str:
    for wrong, right in edits.items():
        assert documents.count(wrong) == 1, wrong
        documents = documents.replace(wrong, str(right))
    return documents


def tells(result: Result, expected: str) -> bool:
    """Whether there is a finding by this rule on this subject that speaks of these words."""
    rule, subject, *words = expected.split(" ")
    return any(
        one.rule == rule
        and str(one.subject) == subject
        and all(word in one.message.get(language) for word in words for language in ("zh", "en"))
        for one in result.findings
    )


@pytest.mark.parametrize("hazard", hazards())
def test_a_hazard_is_found_and_gone_once_it_is_mended(
    hazard: dict[str, Any], tmp_path: Path
) -> None:
    result = judged(tmp_path / "bad", hazard["documents"])
    assert [one for one in hazard["expect"] if not tells(result, one)] == []

    good = judged(tmp_path / "good", mended(hazard["documents"], hazard["mended"]))
    assert [one for one in hazard["expect"] if tells(good, one)] == []
    for rule, subject, *_ in (one.split(" ") for one in hazard["expect"]):
        unread = [
            str(one.subject)
            for one in good.outcomes
            if one.rule == rule and one.status is Status.NOT_ASSESSED
        ]
        assert subject not in unread, f"{rule} looked away"
