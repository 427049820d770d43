"""``hegui law deadlines``: who must be told of an incident by when."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.common import (
    as_of_option,
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    repository_option,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.derive.reporting import Duty
    from hegui.model.incident import Incident
    from hegui.model.repository import Repository

_NO_INCIDENT = both("没有事件“{name}”。{hint}", "There is no incident “{name}”. {hint}")
_NO_CLOCKS = both(
    "启用的规则包没有事件时钟，无从判断。",
    "No pack in use has incident clocks: nothing can be told.",
)
STATES = {
    "not-owed": both("不须报告", "not owed"),
    "excused": both("决定不报", "excused"),
    "told": both("已按时报告", "told in time"),
    "told-late": both("已报告，迟到", "told late"),
    "overdue": both("逾期未报", "overdue"),
    "running": both("计时中", "running"),
    "waiting": both("尚未起算", "not started"),
}
_TOLD = both("已报告", "told")
_TO, _TERM, _CLAUSE = both("向", "to"), both("期限", "term"), both("依据", "under")
_AFTER = both("{start}后 {term}", "{term} after {start}")
_NO_TERM = both("{start}后{speed}（法无具体时限）", "{speed} after {start} (the law sets no term)")
_DUE, _TOLD_AT = both("至 {at}", "by {at}"), both("已于 {at} 报告", "told at {at}")
_PROVISIONAL = both(
    "（暂定：该年工作日历未公布）", " (provisional: that year's calendar is not out)"
)
_UNSURE = both(
    "适用与否不确定，按适用准备：{cause}",
    "whether it applies is uncertain, so prepare as if it does: {cause}",
)
_NOT_MET = both("触发条件不成立", "what would set it off is not so")
_NOT_LAW = both("事件发生时该条款不在施行", "the clause was not in force when it happened")
_MISSING = both("事件未载明“{name}”", "the incident does not state “{name}”")
_WHY_NOT, _CONDITION = both("因为", "because"), both("条件", "if")
_EXCUSED = both("理由", "reason")
_HOUSE = both("（内部规则，非法定）", " (house rule, not law)")


@command(
    "deadlines",
    both(
        "从事件的事实得出须在何时前向谁报告、依据哪一条、是否已迟",
        "From the facts of an incident: who must be told by when, under which clause, what is late",
    ),
    arguments=[("INCIDENT", both("事件编号，如 inc-01", "an incident as inc-01"))],
    example="hegui law deadlines inc-01\nhegui law deadlines inc-01 --as-of 2026-11-15 --format json",
)
@click.argument("name", metavar="INCIDENT")
@as_of_option
@repository_option
@format_option("text", "json")
@lang_option
def run(name: str, as_of: object, path: str, format_: str) -> int:
    from hegui.api import instant
    from hegui.derive.answers import answers
    from hegui.derive.reporting import duties
    from hegui.engine.judge import clock_of

    repository = open_repository(locate(path).root).repository
    incident = _find(repository, name)
    clock = clock_of(repository, instant(repository.settings, as_of))  # type: ignore[arg-type]
    found = duties(incident, repository, answers(repository), clock)
    if format_ == "json":
        emit(json.dumps([_data(duty, repository) for duty in found], ensure_ascii=False, indent=2))
        return 0
    if not found:
        emit(Speech.say(_NO_CLOCKS))
        return 0
    emit(f"{incident.identity}  {Speech.say(incident.title)}\n")
    for duty in found:
        emit(_told(duty, repository))
    return 0


def _find(repository: Repository, name: str) -> Incident:
    from hegui.loading.suggest import did_you_mean
    from hegui.model.incident import Incident

    known = {incident.id: incident for incident in repository.all(Incident)}
    found = known.get(name.removeprefix("incident/"))
    if found is None:
        hint = Speech.say(did_you_mean(name, known))
        raise click.UsageError(Speech.say(_NO_INCIDENT).format(name=name, hint=hint))
    return found


def _told(duty: Duty, repository: Repository) -> str:
    from hegui.cli.common import width
    from hegui.reporters.layout import pad, wrap

    say = Speech.say
    state = _TOLD if duty.state == "told" and duty.due is None else STATES[duty.state]
    head = f"{say(state)}  {duty.clock.id}"
    rows = [
        (_TO, say(duty.clock.to_)),
        (_TERM, _term(duty)),
        (_CLAUSE, _clause(duty, repository)),
        *_reasons(duty),
    ]
    lines = [head]
    size = 8
    for title, text in rows:
        wrapped = wrap(text, width() - size - 2)
        lines.append(f"  {pad(say(title), size)}{wrapped[0]}")
        lines += [f"  {'':{size}}{line}" for line in wrapped[1:]]
    return "\n".join(lines) + "\n"


def _term(duty: Duty) -> str:
    from hegui.cli.telling import AND, moment
    from hegui.model.incident_clock import STARTS
    from hegui.model.regulation import SPEEDS

    say, clock = Speech.say, duty.clock
    start = say(STARTS[clock.starts])
    if clock.within is not None:
        told = say(_AFTER).format(start=start, term=say(clock.within.words()))
    else:
        told = say(_NO_TERM).format(start=start, speed=say(SPEEDS[clock.speed or "promptly"]))
    if clock.basis == "house":
        told += say(_HOUSE)
    if duty.due is not None:
        told += f" → {say(_DUE).format(at=moment(duty.due))}"
        told += say(_PROVISIONAL) if duty.provisional else ""
    if duty.told_at is not None:
        told += f"{say(AND)}{say(_TOLD_AT).format(at=moment(duty.told_at))}"
    return told


def _clause(duty: Duty, repository: Repository) -> str:
    from hegui.cli.telling import unverified

    entity = repository.find(duty.clock.obligation)
    mark = unverified(entity) if entity else None
    return duty.clock.obligation.id + (f" {Speech.say(mark)}" if mark else "")


def _reasons(duty: Duty) -> list[tuple[Text, str]]:
    """Why it is owed, not owed or uncertain."""
    say = Speech.say
    rows: list[tuple[Text, str]] = []
    if duty.clock.condition is not None:
        rows.append((_CONDITION, say(duty.clock.condition)))
    if (why := _why(duty)) is not None:
        rows.append((_WHY_NOT, why))
    if duty.report is not None and duty.report.excused is not None:
        rows.append((_EXCUSED, say(duty.report.excused)))
    return rows


def _why(duty: Duty) -> str | None:
    """What decides that it is not owed, or that nobody can say; ``None`` where it is owed."""
    from hegui.cli.telling import AND, reason
    from hegui.model.incident import Incident
    from hegui.model.table import columns_of

    say = Speech.say
    match duty.why:
        case "condition":
            return say(_NOT_MET)
        case "not-in-force":
            return say(_NOT_LAW)
        case "figure":
            names = {column.name: column.help for column in columns_of(Incident)}
            figure = say(names[duty.missing]) if duty.missing in names else duty.missing
            return say(_UNSURE).format(cause=say(_MISSING).format(name=figure))
        case "scope":
            causes = say(AND).join(reason(answer) for answer in duty.deciding)
            return say(_UNSURE).format(cause=causes) if duty.owed == "uncertain" else causes
    return None


def _data(duty: Duty, repository: Repository) -> dict[str, Any]:
    from hegui.derive.law import confidence

    clock, report = duty.clock, duty.report
    clause = repository.find(clock.obligation)
    return {
        "id": clock.id,
        "to": {"zh": clock.to_.get("zh"), "en": clock.to_.get("en")},
        "obligation": clock.obligation.id,
        "confidence": confidence(clause) if clause else None,
        "owed": duty.owed,
        "state": duty.state,
        "starts": clock.starts,
        "start": duty.start.isoformat() if duty.start else None,
        "within": str(clock.within) if clock.within else None,
        "due": duty.due.isoformat() if duty.due else None,
        "told": duty.told_at.isoformat() if duty.told_at else None,
        "excused": bool(report and report.excused),
        "facts": [answer.fact.id for answer in duty.deciding],
        "missing": duty.missing or None,
        "why": duty.why,
        "provisional": duty.provisional,
    }
