"""Write the pages of all rules, the schemas of all kinds and the reference of rules into ``docs/``.

All are made from the program, so nothing of it is edited by hand: the page of the
language is written by hand above its mark, and made here below it. With ``--check`` nothing
is written: what is not up to date, or no longer belongs there, is named and the exit code is 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from hegui.model.kinds import KINDS
from hegui.model.schema import baseline_schema, document_schema, kind_schema, settings_schema
from hegui.model.types import Schema
from hegui.rules.language import reference
from hegui.rules.page import page
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("rules", "schemas")
"""What in ``docs/`` is written here, and only here."""

_MADE = "<!-- 由 tools/docs.py 写成，请勿手改 / made by tools/docs.py: do not edit -->\n\n"
_BELOW = "<!-- 以下由 tools/docs.py 写成，请勿手改 / made by tools/docs.py below: do not edit -->\n"
LANGUAGE = {"rule-language.zh.md": "zh", "rule-language.md": "en"}
"""The pages of the language of rules."""
_RESULT = ROOT / "src/hegui/reporters/result.schema.json"
_INDEX = """\
# 规则 / Rules

共 {count} 条。`hegui explain 规则编号` 在终端里显示同样的说明。
There are {count}. `hegui explain RULE` shows the same page in a terminal.
"""


def documentation() -> dict[str, str]:
    """Every file by its path below ``docs/``."""
    rules = all_rules()
    made = {f"rules/{name}.md": _page(rule) for name, rule in rules.items()}
    made["rules/README.md"] = _index(rules)
    schemas = {f"schemas/{name}.schema.json": _json(schema) for name, schema in _schemas()}
    if _RESULT.exists():
        schemas["schemas/result.schema.json"] = _RESULT.read_text(encoding="utf-8")
    pages = {path: _by_hand(path) + reference(language) for path, language in LANGUAGE.items()}
    return made | schemas | pages


def _by_hand(path: str) -> str:
    """What stands above the mark of a page, with the mark."""
    text = (ROOT / "docs" / path).read_text(encoding="utf-8")
    return f"{text.partition(_BELOW)[0]}{_BELOW}\n"


def _page(rule: Rule) -> str:
    return f"{_MADE}{page(rule, 'zh')}\n---\n\n{page(rule, 'en')}"


def _index(rules: Mapping[str, Rule]) -> str:
    blocks = [_MADE + _INDEX.format(count=len(rules))]
    for category, group in groupby(rules.values(), key=lambda rule: rule.category):
        rows = "".join(map(_row, group))
        blocks.append(
            f"## {category}\n\n"
            "| 规则 / Rule | 严重程度 / Severity | 查什么 | What it finds |\n"
            "| --- | --- | --- | --- |\n"
            f"{rows}"
        )
    return "\n".join(blocks)


def _row(rule: Rule) -> str:
    severity = f"{rule.severity.title.get('zh')} {rule.severity.word}"
    titles = f"{rule.title.get('zh')} | {rule.title.get('en')}"
    return f"| [{rule.id}]({rule.id}.md) | {severity} | {titles} |\n"


def _schemas() -> Iterator[tuple[str, Schema]]:
    yield "document", document_schema()
    yield "settings", settings_schema()
    yield "baseline", baseline_schema()
    for kind in sorted(KINDS):
        yield kind, kind_schema(kind)


def _json(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def outdated(folder: Path, made: Mapping[str, str]) -> list[str]:
    """The paths below ``folder`` that are missing, differ, or have no place there any more."""
    kept = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in FOLDERS
        for path in (folder / name).rglob("*")
        if path.is_file()
    }
    kept |= {path: (folder / path).read_bytes() for path in LANGUAGE if (folder / path).is_file()}
    wanted = {path: text.encode() for path, text in made.items()}
    return sorted(path for path in kept.keys() | wanted if kept.get(path) != wanted.get(path))


def write(folder: Path, made: Mapping[str, str]) -> None:
    """Bring ``folder`` up to date."""
    for path in outdated(folder, made):
        file = folder / path
        if path in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made[path].encode())
        else:
            file.unlink()


def main(arguments: list[str], folder: Path = ROOT / "docs") -> int:
    """Write, or with ``--check`` only look; the exit code."""
    if arguments not in ([], ["--check"]):
        print("usage: python tools/docs.py [--check]", file=sys.stderr)
        return 2
    made = documentation()
    if not arguments:
        write(folder, made)
        return 0
    old = outdated(folder, made)
    for path in old:
        print(f"docs/{path}", file=sys.stderr)
    if old:
        print("请运行 make docs。/ Run make docs.", file=sys.stderr)
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
