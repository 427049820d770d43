"""``hegui law changes``: what the law did since a day, and which controls have not noticed."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hegui.cli.common import (
    as_of_option,
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    option_moment,
    repository_option,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.derive.changes import Amendment

CHANGES = {
    "begins": both("施行", "takes effect"),
    "ends": both("最后一日", "last day"),
    "coming": both("将施行", "to come"),
}
_NONE = both("自 {since} 起法律没有变化。", "The law has not changed since {since}.")
_NO_LAW = both(
    "启用的规则包没有法规，仓库里也没有，无从判断。",
    "Neither a pack in use nor the repository holds any law: nothing can be told.",
)
_CLAUSES = both("{count} 条", "{count} clause(s)")
_NO_CONTROLS = both("没有控制措施以它为依据", "no control rests on it")
_STALE = both("此后未复审：{names}", "not reviewed since: {names}")
_ALL_REVIEWED = both(
    "所涉 {count} 项控制措施均已复审", "every control it touches was reviewed since ({count})"
)
_TO_PREPARE = both("须准备的控制措施：{names}", "controls to prepare: {names}")
_NEVER = both("从未", "never")


@command(
    "changes",
    both(
        "列出某日以来施行、失效与将施行的规定，以及此前复审、此后未复审的控制措施",
        "List what took effect, ended or is to come since a day, and the controls last reviewed "
        "before it",
    ),
    example="hegui law changes --since 2025-11-01\nhegui law changes --since 2026-01-01 --format json",
)
@option(
    "--since",
    type=option_moment,
    required=True,
    metavar="DATE",
    words=both("从哪一日算起（不含当日）", "from which day on, that day left out"),
)
@as_of_option
@repository_option
@format_option("text", "json")
@lang_option
def run(since: date | datetime, as_of: object, path: str, format_: str) -> int:
    from hegui.api import instant
    from hegui.derive.changes import changes

    repository = open_repository(locate(path).root).repository
    today = instant(repository.settings, as_of).date()  # type: ignore[arg-type]
    first = since.date() if isinstance(since, datetime) else since
    found = changes(repository, first, today)
    if format_ == "json":
        emit(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
    elif not repository.items.get("regulation"):
        emit(Speech.say(_NO_LAW))
    elif not found:
        emit(Speech.say(_NONE).format(since=first.isoformat()))
    else:
        emit("\n".join(_told(one) for one in found))
    return 0


def _told(one: Amendment) -> str:
    from hegui.cli.common import width
    from hegui.cli.telling import unverified
    from hegui.reporters.layout import wrap

    say = Speech.say
    mark = unverified(one.entity)
    head = f"{one.day.isoformat()}  {say(CHANGES[one.change])}  {one.entity.id}  "
    head += f"{_title(one)}  {say(_CLAUSES).format(count=one.clauses)}"
    head += f" {say(mark)}" if mark else ""
    lines = wrap(head, width() - 2)
    below = [*lines[1:], *wrap(_controls(one), width() - 2)]
    return "\n".join([lines[0], *(f"  {line}" for line in below)])


def _title(one: Amendment) -> str:
    """The title of a regulation; what a clause says, for it has none."""
    summary = getattr(getattr(one.entity, "record", None), "summary", None)
    return Speech.say(summary or one.entity.title)


def _controls(one: Amendment) -> str:
    say = Speech.say
    if not one.controls:
        return say(_NO_CONTROLS)
    if one.change == "coming":
        names = ", ".join(touched.control.id for touched in one.controls)
        return say(_TO_PREPARE).format(names=names)
    stale = [touched for touched in one.controls if touched.before]
    if not stale:
        return say(_ALL_REVIEWED).format(count=len(one.controls))
    names = ", ".join(
        f"{touched.control.id} ({touched.reviewed or say(_NEVER)})" for touched in stale
    )
    return say(_STALE).format(names=names)


def _data(one: Amendment) -> dict[str, Any]:
    from hegui.derive.law import confidence

    return {
        "change": one.change,
        "day": one.day.isoformat(),
        "kind": one.entity.kind,
        "id": one.entity.id,
        "title": {"zh": one.entity.title.get("zh"), "en": one.entity.title.get("en")},
        "clauses": one.clauses,
        "confidence": confidence(one.entity),
        "controls": [
            {
                "id": touched.control.id,
                "reviewed": touched.reviewed.isoformat() if touched.reviewed else None,
                "before": touched.before,
            }
            for touched in one.controls
        ],
    }
