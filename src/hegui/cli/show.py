"""``hegui show``: one item, all that it points to and all that points to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
from hegui.cli.finding import find
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.derive.trace import Step
    from hegui.engine.result import Result
    from hegui.model.item import Entity
    from hegui.model.repository import Link, Repository

_EACH = both(
    "须逐一证明的对象及起决定作用的记录", "To be shown for each, and the record that decides"
)
_NO_RECORD = both("没有记录", "no record")
_LAW = both("依据（直到法条）", "What it rests on, up to the law")
_PROOF = both("落实（直到证据）", "What bears it out, down to the evidence")
_OUT = both("指向", "Points to")
_INTO = both("被指向", "Is pointed to by")
_NOTHING = both("（无）", "(nothing)")


@command(
    "show",
    both(
        "显示一个条目的原文、它指向谁、谁指向它",
        "Show one item as written, what it points to and what points to it",
    ),
    arguments=[
        (
            "ID",
            both(
                "编号，如 jieyuan、vendor/jieyuan、cip#04.3、pipl#art-21",
                "an id as jieyuan, vendor/jieyuan, cip#04.3, pipl#art-21",
            ),
        )
    ],
    example="hegui show vendor/jieyuan\nhegui show pipl#art-21 --format json",
)
@click.argument("name", metavar="ID")
@repository_option
@format_option("text", "json")
@lang_option
def run(name: str, path: str, format_: str) -> int:
    loaded = open_repository(locate(path).root)
    repository = loaded.repository
    entity = find(repository, name)
    from hegui.cli.items import as_data, as_written, link_data, links

    out, into = links(repository, entity)
    if format_ == "json":
        from hegui.derive.trace import law_of, proof_of

        data = as_data(entity) | {
            "points_to": [link_data(link, link.target) for link in out],
            "pointed_to_by": [link_data(link, link.source) for link in into],
            "rests_on": _nested(law_of(entity, repository)),
            "borne_out_by": _nested(proof_of(entity, repository)),
        }
        emit(json.dumps(data, ensure_ascii=False, indent=2))
        return 0
    emit(f"{entity.identity}  {entity.place()}\n")
    emit(as_written(entity))
    if notes := _notes(entity, repository):
        emit("\n" + "\n".join(notes))
    emit(_section(_OUT, [(link, link.target) for link in out]))
    emit(_section(_INTO, [(link, link.source) for link in into]))
    from hegui.derive.trace import law_of, proof_of

    if entity.kind == "requirement":
        from hegui.api import instant, judge

        if shown := _subjects(entity, judge(loaded, instant(repository.settings))):
            emit(shown)
    for title, steps in (
        (_LAW, law_of(entity, repository)),
        (_PROOF, proof_of(entity, repository)),
    ):
        if steps:
            emit(_tree(title, steps))
    return 0


def _tree(title: Text, steps: tuple[Step, ...]) -> str:
    """A chain of the trace, each step below what it follows from."""
    from hegui.cli.telling import caption
    from hegui.derive.trace import flat

    lines = [f"{'  ' * depth}  {caption(entity)}" for depth, entity in flat(steps)]
    return "\n".join(["", Speech.say(title), *lines])


def _notes(entity: Entity, repository: Repository) -> list[str]:
    """What is computed of an entity of the law: whether it applies, is in force, was verified."""
    from hegui.api import instant
    from hegui.cli.telling import standing_notes

    return standing_notes(entity, repository, instant(repository.settings).date())


def _subjects(entity: Entity, result: Result) -> str:
    """For which subjects a requirement must be shown, and what decides it for each."""
    from hegui.cli.table import table
    from hegui.cli.telling import caption
    from hegui.derive.score import STATES, State

    rows = [
        (
            str(one.subject.identity) + ("?" if one.uncertain else ""),
            Speech.say(STATES[State(one.found)]),
            caption(one.deciding.source) if one.deciding else Speech.say(_NO_RECORD),
        )
        for one in result.derived.requirements[entity.id].proofs
        if one.subject is not None
    ]
    lines = table(rows, width() - 2).splitlines()
    return "\n".join(["", Speech.say(_EACH), *(f"  {line}" for line in lines)]) if rows else ""


def _nested(steps: tuple[Step, ...]) -> list[dict[str, object]]:
    from hegui.cli.items import verified

    return [
        {
            "kind": step.entity.kind,
            "id": step.entity.id,
            **verified(step.entity),
            "below": _nested(step.below),
        }
        for step in steps
    ]


def _section(title: Text, ends: list[tuple[Link, Entity]]) -> str:
    from hegui.cli.table import table
    from hegui.cli.telling import marked

    rows = [(marked(end), link.field, str(link.place)) for link, end in ends]
    body = table(rows, 1000) if rows else Speech.say(_NOTHING)
    return f"\n{Speech.say(title)}\n" + "\n".join(f"  {line}" for line in body.splitlines())
