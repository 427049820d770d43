"""Counter-examples that were found on the way: what was mended stays so, what is open is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.derive.laws.figures import judged
from tests.derive.laws.world import RAW, Doc, World, path_of, world

HERE = Path(__file__).parent
BASE = (HERE / "regressions-base.yaml").read_text("utf-8")
CASES: list[dict[str, Any]] = yaml.load(
    (HERE / "regressions.yaml").read_text("utf-8"), yaml.BaseLoader
)


def read(text: str) -> list[Doc]:
    """The documents of a text as they stand, with the kind and id by which they are filed."""
    found = []
    for one in text.split("---\n"):
        try:
            known = yaml.load(one, yaml.BaseLoader)
        except yaml.YAMLError:
            known = {}
        names = {name: known[name] for name in ("kind", "id") if name in known}
        found.append({**names, RAW: one})
    return found


def built(case: dict[str, Any]) -> tuple[World, World]:
    """The repository of a case, and what the edit makes of it."""
    given = read(case["repository"])
    own = {(one.get("kind"), one.get("id")) for one in given}
    base = [one for one in read(BASE) if (one["kind"], one["id"]) not in own]
    settings = {"organization": "acme", "time_zone": "Asia/Shanghai", "as_of": "2026-11-23"}
    before = world({**settings, **case.get("settings", {})}, [*base, *given])
    gone = case.get("remove", [])
    after = before.without(
        *(one for one in before.documents() if f"{one.get('kind')}/{one.get('id')}" in gone)
    )
    for one in read(case["add"]) if "add" in case else []:
        after = after.having(case.get("in", path_of(one)), one, first="in" in case)
    return before, after


@pytest.mark.parametrize("case", [
    pytest.param(case, marks=pytest.mark.xfail(reason=case["open"], strict=True) if "open" in case else ())
    for case in CASES
], ids=[f"law {case['law']}: {case['name']}" for case in CASES])  # fmt: skip
def test_a_counter_example_is_one_no_more(case: dict[str, Any]) -> None:
    before, after = (judged(one, fully=True) for one in built(case))

    if case["law"] == "6":
        assert after.told() == before.told()
    assert list(after.better(before, strictly=True)) == []
