"""Routes and the way back from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pytest

from hegui import api
from hegui.model.agreement import Agreement
from hegui.model.evidence import Evidence
from hegui.model.item import Item
from hegui.model.route import path_of, route
from hegui.model.types import Path

_NAME = re.compile(r"[a-z_][a-z0-9_-]*")
ROOT = FilePath(__file__).parents[2]
AGREEMENT = {
    "kind": "agreement",
    "with": "vendor/cloud",
    "clauses": [{"id": "notice", "hours": 24}, {"id": "audit"}],
}


@cache
def items() -> tuple[Item, ...]:
    return tuple(api.load(ROOT).repository.every())


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """The path of everything in a document."""
    if path:
        yield path
    if isinstance(data, dict | list):
        for step, one in data.items() if isinstance(data, dict) else enumerate(data):
            yield from paths(one, (*path, step))


@pytest.mark.parametrize("kind", sorted({one.kind for one in items()}))
def test_every_route_of_the_case_leads_back(kind: str) -> None:
    count = 0
    for item in (one for one in items() if one.kind == kind):
        data = item.document.data
        for path in paths(data):
            if not all(_NAME.fullmatch(step) for step in path if isinstance(step, str)):
                continue  # in facts a name may hold what separates names
            assert path_of(type(item), data, route(type(item), data, path)) == path
            count += 1
    assert count


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("with", ("with",)),
        ("kind", ("kind",)),
        ("clauses[notice].hours", ("clauses", 0, "hours")),
        ("clauses[audit].hours", ("clauses", 1)),
        ("clauses[none].hours", ("clauses",)),
        ("clauses[#1]", ("clauses",)),
        ("expires", ()),
        ("document.file", ()),
        ("with[vendor/cloud]", ("with",)),
    ],
)
def test_a_path_ends_before_what_is_not_there(text: str, path: Path) -> None:
    assert path_of(Agreement, AGREEMENT, text) == path


def test_in_facts_any_name_may_stand() -> None:
    data = {"facts": {"rows": [{"n": 1}, {"n": 2}]}}

    assert path_of(Evidence, data, "facts.rows[#2].n") == ("facts", "rows", 1, "n")
    assert path_of(Evidence, data, "facts.columns") == ("facts",)


@pytest.mark.parametrize(
    "text",
    ["", "clause", "clauses.hours", "clauses[notice].hour", "with.x", "clauses[", ".with", "a b",
     "clauses[notice].kind", "expires[1]"],
)  # fmt: skip
def test_what_is_no_route_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        path_of(Agreement, AGREEMENT, text)
