"""Wording that the commands about the law share."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from hegui.cli.language import Speech
from hegui.model.fact import VALUES
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.derive.answers import Answer
    from hegui.model.item import Entity
    from hegui.model.repository import Repository

_APPLIES, _IN_FORCE = both("适用与否", "Applies"), both("效力", "In force")
_VERIFIED, _COUNSEL = both("核实程度", "Verified"), both("须律师判断", "For counsel")
_ALL_UNVERIFIED = both(
    "所依条款均未读过原文；放行时只能附条件，不能据以否决",
    "none of its clauses was read in the primary text: at a gate it sets conditions and never says no",
)
AND = both("；", "; ")
_ANSWER = both("判断", "Answer")
_NOT_LAW = both("否，不在施行", "no: it is not in force")
_ALWAYS = both("是（无前提）", "yes, always")
_FROM, _UNTIL, _NOT_YET = (
    both("自 {day} 起施行", "since {day}"),
    both("施行至 {day}", "until {day}"),
    both("将于 {day} 起施行", "not before {day}"),
)


def unverified(entity: Entity) -> Text | None:
    """The mark that a clause bears until somebody has read it in the primary text."""
    from hegui.derive.law import NO_MARK, mark

    found = mark(entity)
    return None if found is NO_MARK else found


def moment(instant: datetime) -> str:
    """An instant to the minute, with its zone."""
    return instant.isoformat(" ", "minutes")


def reason(answer: Answer) -> str:
    """What decides a fact: its title, its value, where that comes from and why."""
    from hegui.derive.answers import SOURCES

    say = Speech.say
    told = (
        f"{say(answer.fact.title)}（{answer.fact.id}）"
        if Speech.language == "zh"
        else (f"{say(answer.fact.title)} ({answer.fact.id})")
    )
    told += f": {say(VALUES[answer.value])}, {say(SOURCES[answer.source])}"
    if answer.stated is not None and answer.source == "stated":
        told += f" – {say(answer.stated.reason)}"
    return told.replace(": ", "：", 1).replace(", ", "，", 1) if Speech.language == "zh" else told


def caption(entity: Entity) -> str:
    """An entity in one line: its name, its title, and what a reader must know of it at once."""
    from hegui.model.control import STATUSES, Control
    from hegui.model.evidence import RESULTS, Evidence

    say = Speech.say
    told = f"{entity.identity}  {say(entity.title)}"
    mark = None
    match entity:
        case Control():
            told += f"  {say(STATUSES[entity.status])}"
        case Evidence():
            told += f"  {say(RESULTS[entity.result])}  {str(entity.performed_at)[:10]}"
        case _ if entity.kind in ("obligation", "regulation"):
            summary = getattr(getattr(entity, "record", None), "summary", None)
            if summary is not None:
                told = f"{entity.identity}  {say(summary)}"
            mark = unverified(entity)
    return told + (f" {say(mark)}" if mark else "")


def standing_notes(entity: Entity, repository: Repository, today: date) -> list[str]:
    """What is computed of a fact, a regulation or a clause, a line each."""
    from hegui.derive.answers import answers
    from hegui.derive.law import confidence, facts_of, in_force, standing
    from hegui.model.fact import Fact
    from hegui.model.regulation import CONFIDENCES

    if isinstance(entity, Fact):
        return [_note(_ANSWER, reason(answers(repository)[entity.id]))]
    if entity.kind in ("objective", "requirement"):
        return _ground(entity, repository)
    if entity.kind not in ("regulation", "obligation"):
        return []
    facts = facts_of(entity)
    found = standing(facts, answers(repository)) if facts else None
    applies = Speech.say(VALUES[found.value] if found else _ALWAYS)
    if not in_force(entity, today):
        applies = Speech.say(_NOT_LAW)
    causes = Speech.say(AND).join(reason(answer) for answer in found.deciding) if found else ""
    lines = [_note(_APPLIES, f"{applies}  {causes}".rstrip())]
    if force := _force(entity, today):
        lines.append(_note(_IN_FORCE, force))
    lines.append(_note(_VERIFIED, Speech.say(CONFIDENCES[confidence(entity)])))
    counsel = getattr(getattr(entity, "record", None), "needs_counsel", None)
    if counsel is not None:
        lines.append(_note(_COUNSEL, Speech.say(counsel)))
    return lines


def _ground(entity: Entity, repository: Repository) -> list[str]:
    """What is to be known of an objective, or of the objective of a requirement."""
    from hegui.derive.answers import answers
    from hegui.derive.law import standing, unverified

    objective = repository.parts["objective"][entity.id.partition(":")[0]]
    facts = objective.record.applies_when
    if entity is not objective:
        facts = (*facts, *entity.record.applies_when)  # type: ignore[union-attr]
    lines = []
    if facts:
        found = standing(facts, answers(repository))
        causes = Speech.say(AND).join(reason(answer) for answer in found.deciding)
        lines.append(_note(_APPLIES, f"{Speech.say(VALUES[found.value])}  {causes}"))
    if unverified(objective, repository):
        lines.append(_note(_VERIFIED, Speech.say(_ALL_UNVERIFIED)))
    return lines


def _force(entity: Entity, today: date) -> str:
    from hegui.derive.law import begins, ends

    start, end = begins(entity), ends(entity)
    told = []
    if start is not None:
        told.append(Speech.say(_FROM if start <= today else _NOT_YET).format(day=start))
    if end is not None:
        told.append(Speech.say(_UNTIL).format(day=end))
    return ", ".join(told) if Speech.language == "en" else "，".join(told)


def _note(title: Text, text: str) -> str:
    return f"{Speech.say(title)}{'：' if Speech.language == 'zh' else ': '}{text}"


def marked(entity: Entity) -> str:
    """The name of an entity, with the mark of a clause that was not verified."""
    mark = unverified(entity)
    return f"{entity.identity} {Speech.say(mark)}" if mark else str(entity.identity)
