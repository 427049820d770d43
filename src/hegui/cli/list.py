"""``hegui list``: all items of a kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.common import (
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    repository_option,
    width,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hegui.model.repository import Repository
    from hegui.model.table import PartOf

_NO_KIND = both("没有类别“{kind}”。{hint}", "There is no kind “{kind}”. {hint}")
_NONE = both("没有{kind}。", "There is no {kind}.")


@command(
    "list",
    both(
        "列出某一类别的所有条目；不写类别则列出有哪些类别",
        "List all items of a kind; without a kind, the kinds there are",
    ),
    arguments=[
        (
            "KIND",
            both(
                "类别，如 control、vendor、objective、rule",
                "a kind as control, vendor, objective, rule",
            ),
        )
    ],
    example="hegui list control\nhegui list vendor --format json\nhegui list rule",
)
@click.argument("kind", required=False)
@repository_option
@format_option("text", "json")
@lang_option
def run(kind: str | None, path: str, format_: str) -> int:
    rows = _rules(path) if kind == "rule" else _rows(kind, path)
    if format_ == "json":
        emit(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    if not rows:
        from hegui.model.naming import kind_title

        emit(Speech.say(_NONE).format(kind=Speech.say(kind_title(kind or ""))))
        return 0
    from hegui.cli.table import table

    emit(table([_told(row) for row in rows], width()))
    return 0


def _rules(path: str) -> list[dict[str, Any]]:
    from hegui.cli.rules import rules_at

    return [
        {
            "id": one.rule.id,
            "kind": "rule",
            "severity": one.rule.severity.word,
            "stage": str(one.rule.stage),
            "subjects": list(one.rule.kinds),
            "title": {"zh": one.rule.title.get("zh"), "en": one.rule.title.get("en")},
            "source": one.source,
        }
        for one in rules_at(path)
    ]


def _rows(kind: str | None, path: str) -> list[dict[str, Any]]:
    from hegui.cli.items import as_data
    from hegui.model.kinds import KINDS
    from hegui.model.naming import TITLES

    repository = open_repository(locate(path).root).repository
    if kind is None:
        return _kinds(repository)
    if kind not in TITLES:
        from hegui.loading.suggest import did_you_mean

        hint = Speech.say(did_you_mean(kind, [*TITLES, "rule"]))
        raise click.UsageError(Speech.say(_NO_KIND).format(kind=kind, hint=hint))
    held = repository.items if kind in KINDS else repository.parts
    return [as_data(entity) for entity in held.get(kind, {}).values()]


def _kinds(repository: Repository) -> list[dict[str, Any]]:
    from hegui.model.kinds import KINDS
    from hegui.model.naming import TITLES

    names = [name for kind in KINDS.values() for name in (kind.name, *_part_names(kind.parts))]
    counts = {
        kind: len(repository.items.get(kind) or repository.parts.get(kind) or ()) for kind in names
    }
    return [
        {"id": kind, "count": count, "title": {"zh": TITLES[kind].zh, "en": TITLES[kind].en}}
        for kind, count in counts.items()
    ]


def _part_names(parts: tuple[PartOf, ...]) -> Iterator[str]:
    for part in parts:
        yield part.kind
        yield from _part_names(part.parts)


def _origin(source: str) -> str:
    from hegui.cli.rules import ORIGINS

    return Speech.say(ORIGINS[source]) if source in ORIGINS else source


def _told(row: dict[str, Any]) -> list[str]:
    from hegui.source.bilingual import Text

    title = Text.of(row.get("title") or row.get("summary", "")).get(Speech.language)
    from hegui.derive.law import MARKS

    if mark := MARKS.get(row.get("confidence", "")):
        title = f"{Speech.say(mark)} {title}"
    if "count" in row:
        return [row["id"], str(row["count"]), title]
    if "severity" in row and row["kind"] == "rule":
        return [row["id"], row["severity"], _origin(row["source"]), title]
    return [row["id"], title]
