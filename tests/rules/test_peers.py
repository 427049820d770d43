"""What a peer hard-codes is a rule here: the table in ``docs/peers.md`` says which, and keeps its word."""

from __future__ import annotations

import re
from pathlib import Path

from hegui.model.kinds import KINDS
from hegui.model.table import columns_of
from hegui.rules.registry import all_rules

TABLE = Path(__file__).parents[2] / "docs/peers.md"
CHECKS = 3 + 8 + 6 + 2 + 5
"""The checks of risk assessments, scenarios, measures, acceptances, and of what is assessed and shown."""


def rows() -> list[list[str]]:
    """The rows of all tables, without their heads."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [
        [one.strip() for one in line.strip("|").split("|")] for line in lines if line[:1] == "|"
    ]
    return [row for row in cells if not row[0].startswith(("同类", "---"))]


def test_every_check_has_a_row() -> None:
    assert len(rows()) == CHECKS
    assert len({row[0] for row in rows()}) == CHECKS


def test_a_row_names_a_rule_or_says_why_there_is_none() -> None:
    for check, rule, _, note in rows():
        assert re.search(r"\]\(rules/", rule) or len(note) > 40, check


def test_the_rules_are_there_and_are_written_as_the_table_says() -> None:
    link = re.compile(r"\[([a-z-]+/[a-z-]+)\]\(rules/([a-z-]+/[a-z-]+)\.md\)(（Python）)?")
    named = link.findall(TABLE.read_text(encoding="utf-8"))
    assert len(named) > 20
    for title, path, in_python in named:
        assert title == path
        assert bool(in_python) is (all_rules()[title].declared is None), title


def test_the_fields_are_there() -> None:
    for row in rows():
        for kind, field in re.findall(r"`([a-z-]+)\.([a-z_]+)", row[2]):
            assert field in {one.name for one in columns_of(KINDS[kind].cls)}, (kind, field)
