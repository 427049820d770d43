"""The pages of the rules, and what ``tools/docs.py`` makes of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from hegui.rules.page import page
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule
from tests.rules.test_cases import each_rule
from tools import docs


def test_docs_are_up_to_date() -> None:
    assert docs.outdated(docs.ROOT / "docs", docs.documentation()) == [], "run make docs"


@each_rule
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_says_all_that_there_is_to_say(rule: Rule, language: str) -> None:
    text = page(rule, language)
    flat = re.sub(r"\s+", " ", text)

    assert text.startswith(f"# {rule.title.get(language)}\n\n`{rule.id}`\n")
    assert rule.why.get(language) in flat
    assert all(reference in text for reference in rule.references)
    assert all(f"`{option}`" in text for option in rule.options)
    assert text.count("\n## ") >= 3  # how to mend it, a bad example, a good one
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]\n|None", text)


@each_rule
def test_an_english_page_fits_a_terminal(rule: Rule) -> None:
    prose = re.sub(r"```yaml\n.*?```", "", page(rule, "en"), flags=re.DOTALL)

    assert [
        line for line in prose.splitlines() if len(line) > 80 and not line.startswith("#")
    ] == []


def test_a_page_holds_the_example_and_what_is_found() -> None:
    text = page(all_rules()["agreement/expired"], "zh")

    assert "expires: 2026-11-22\n```" in text
    assert (
        "- `controls/case.yaml:6:10` 托管合同（hosting-2025）已于 2026-11-22 到期，没有续签" in text
    )
    assert "判定时点 2026-11-23" in text
    assert text.endswith("没有发现。\n")


def test_a_page_shows_no_character_that_cannot_be_seen() -> None:
    text = page(all_rules()["document/control-character"], "en")

    assert "\u202e" not in text
    assert "云\\u202e服务商" in text


def test_check_names_what_is_missing_changed_or_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert docs.main([], tmp_path) == 0
    assert docs.main(["--check"], tmp_path) == 0

    (tmp_path / "rules/agreement/expired.md").unlink()
    (tmp_path / "rules/README.md").write_text("?")
    (tmp_path / "schemas/ghost.schema.json").write_bytes(b"\xff")
    (tmp_path / "design.md").write_text("written by hand, and none of our business")

    assert docs.main(["--check"], tmp_path) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[:-1] == [
        "docs/rules/README.md",
        "docs/rules/agreement/expired.md",
        "docs/schemas/ghost.schema.json",
    ]

    assert docs.main([], tmp_path) == 0
    assert docs.main(["--check"], tmp_path) == 0
    assert (tmp_path / "design.md").exists()
    assert docs.main(["--chek"], tmp_path) == 2


def test_schemas_are_schemas() -> None:
    from jsonschema import Draft202012Validator

    made = docs.documentation()
    schemas = [json.loads(text) for path, text in made.items() if path.startswith("schemas/")]
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
