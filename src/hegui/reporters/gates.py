"""Gates as reporters tell them: the answer, what is missing, who owes it and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from hegui.derive.gate import DECISIONS, LACKS, Accepted, Decision, Gate, Lack, Point
from hegui.engine.result import Result
from hegui.model.action import Action
from hegui.model.department import Department
from hegui.model.item import Part
from hegui.model.moment import Clock
from hegui.model.waiver import Waiver
from hegui.reporters.harmless import one_line
from hegui.reporters.ink import BOLD, DIM, GREEN, RED, Ink
from hegui.reporters.layout import wrap
from hegui.source.bilingual import Text, both
from hegui.source.place import Place

Json = dict[str, Any]

_COLORS = {Decision.GO: GREEN, Decision.CONDITIONS: "33", Decision.NO: RED}
_ACCEPTED = {
    Accepted.WAIVER: both("已豁免", "waived"),
    Accepted.EXCLUSION: both("已批准排除", "excluded with approval"),
    Accepted.UNVERIFIED: both(
        "所依条款均未读过原文", "rests only on law that nobody read in the original"
    ),
}
_NOBODY = both("没有部门负责", "nobody answers for it")
_MISSING, _CONDITIONS = both("缺口", "Missing"), both("条件", "Conditions")
_NO_ACTION = both("尚无整改事项", "no action yet")
_UNREAD = both("有文档未能读懂", "a document was not understood")


class Teller:
    """Puts the points of a gate into words and into JSON."""

    def __init__(self, gate: Gate, result: Result, language: str) -> None:
        self.gate, self.result, self.language = gate, result, language
        self.clock: Clock = result.derived.grounds.clock

    def say(self, text: Text) -> str:
        """A text in the language of the report."""
        return one_line(text.get(self.language))

    def name(self, point: Point) -> str:
        """What is lacking: its id and its title."""
        if point.finding is not None:
            return f"{point.finding.rule}  {self.say(point.finding.message)}"
        if point.entity is None:
            return self.say(_UNREAD if point.condition < 0 else LACKS[Lack.NOT_THERE])
        return f"{point.entity.id}  {self.say(point.entity.title)}"

    def place(self, point: Point) -> Place:
        """Where a reader should look: at the record that decides, else at what asks."""
        for proof in point.proofs:
            if proof.deciding is not None:
                return proof.deciding.place
        return point.place

    def subjects(self, point: Point) -> list[str]:
        """The subjects for which it lacks."""
        return [str(proof.subject.identity) for proof in point.proofs if proof.subject is not None]

    def owner(self, owner: Department | None) -> str:
        """The department that owes something."""
        if owner is None:
            return self.say(_NOBODY)
        zh, en = owner.title.get("zh"), owner.title.get("en")
        return self.say(both(f"{zh}（{owner.id}）", f"{en} ({owner.id})"))

    def due(self, action: Action) -> date:
        """The last day of an action."""
        return self._day(self.clock.end(action.due))

    def late(self, action: Action) -> bool:
        """Whether an action is due only after a gate that is still ahead."""
        return self.clock.end(action.due) >= self.gate.on > self.clock.as_of

    def day(self) -> date:
        """The day of the milestone."""
        return self._day(self.gate.on)

    def left(self) -> int:
        """How many days are left to it; negative where it is past."""
        return (self.day() - self._day(self.clock.as_of)).days

    def until(self, point: Point) -> date | None:
        """Until when what accepts a point holds."""
        by = point.accepted_by
        ends = getattr(by, "expires", None)
        return self._day(self.clock.end(ends)) if ends is not None else None

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self.clock.zone).date()

    def accepted(self, point: Point) -> str:
        """By what a point is only a condition."""
        assert point.accepted is not None
        told = self.say(_ACCEPTED[point.accepted])
        if point.accepted is not Accepted.UNVERIFIED and point.accepted_by is not None:
            until = self.until(point)
            ends = both(f"，至 {until}", f" until {until}") if until else both("", "")
            told += f" {point.accepted_by.identity}{self.say(ends)}"
        if isinstance(point.accepted_by, Waiver) and point.accepted_by.compensating is not None:
            by = point.accepted_by.compensating
            told += self.say(both(f"，以 {by} 补偿", f", compensated by {by}"))
        return told


def headline(gate: Gate) -> Text:
    """The answer in one line."""
    missing, conditions = len(gate.missing), len(gate.conditions)
    zh, en = DECISIONS[gate.decision].get("zh"), DECISIONS[gate.decision].get("en")
    if missing:
        zh, en = f"{zh}：缺 {missing} 项", f"{en}: {missing} missing"
    if conditions:
        zh += f"{'，另有' if missing else '：'}附条件 {conditions} 项"
        en += f"{',' if missing else ':'} {conditions} {'more ' if missing else ''}on conditions"
    held = both(
        f"{zh}；应满足 {gate.asked} 项要求，已满足 {gate.held} 项",
        f"{en}; {gate.held} of {gate.asked} requirements hold",
    )
    return held


def title(gate: Gate, teller: Teller) -> Text:
    """The milestone, its day, and how far off it is."""
    part, day, left = gate.milestone, teller.day(), teller.left()
    when = (
        both(f"{left} 天后", f"in {left} days")
        if left > 0
        else both("今天", "today")
        if left == 0
        else both(f"已过 {-left} 天", f"{-left} days ago")
    )
    name = part.id.partition("#")[2] or part.id
    return both(
        f"{part.title.get('zh')}（{name}），{day}，{when.get('zh')}",
        f"{part.title.get('en')} ({name}), {day}, {when.get('en')}",
    )


def lines(gate: Gate, result: Result, language: str, ink: Ink, cells: int) -> Iterator[str]:
    """The answer for a terminal, none of its lines wider than ``cells``."""
    teller = Teller(gate, result, language)
    for line in wrap(teller.say(title(gate, teller)), cells):
        yield ink(line, BOLD)
    for line in wrap(teller.say(headline(gate)), cells):
        yield ink(line, BOLD, _COLORS[gate.decision])
    for label, points in ((_MISSING, gate.missing), (_CONDITIONS, gate.conditions)):
        if points:
            yield from ("", ink(teller.say(label), BOLD))
            yield from _points(points, teller, ink, cells)


def _points(points: Iterable[Point], teller: Teller, ink: Ink, cells: int) -> Iterator[str]:
    """The points by who owes them, those whom nobody owes last."""
    owed: dict[str, list[Point]] = {}
    for point in points:
        owed.setdefault(point.owner.id if point.owner else "", []).append(point)
    for name in sorted(owed, key=lambda one: (not one, one)):
        some = owed[name]
        yield f"  {teller.owner(some[0].owner)} {ink(str(len(some)), DIM)}"
        for point in some:
            told = f"{teller.say(LACKS[point.lack])}  {teller.name(point)}"
            yield from _hang(told, "    ", cells)
            for note in (*_written(point, teller), *notes(point, teller)):
                yield from (ink(line, DIM) for line in _hang(note, "      ", cells))


def _written(point: Point, teller: Teller) -> Iterator[str]:
    """Where in the repository a point stands."""
    place = teller.place(point)
    if not place.path.startswith("pack:"):
        yield str(place)


def notes(point: Point, teller: Teller) -> Iterator[str]:
    """What is to be known of a point beside its name and place, a line each."""
    if subjects := teller.subjects(point):
        shown = subjects[:6]
        more = f" …{len(subjects)}" if len(subjects) > len(shown) else ""
        label = both("对象", "for").get(teller.language)
        yield f"{label} {' '.join(shown)}{more}"
    if point.accepted is not None:
        yield teller.accepted(point)
    if point.accepted is None and not point.actions:
        yield teller.say(_NO_ACTION)
    for action in point.actions:
        yield _action(action, teller)


def _action(action: Action, teller: Teller) -> str:
    due = teller.due(action)
    told = both(f"整改 {action.id}：限 {due}", f"action {action.id}: due {due}")
    if teller.late(action):
        told = both(f"{told.get('zh')}（晚于放行日）", f"{told.get('en')} (after the gate)")
    return teller.say(told)


def _hang(text: str, indent: str, cells: int) -> Iterator[str]:
    for position, line in enumerate(wrap(text, cells - len(indent) - 2)):
        yield f"{indent}{'  ' if position else ''}{line}"


def gate_data(gate: Gate, result: Result, language: str) -> Json:
    """The answer as JSON."""
    teller = Teller(gate, result, language)
    decides = getattr(gate.milestone.record, "decides", None)
    return {
        "milestone": gate.milestone.id,
        "title": teller.say(gate.milestone.title),
        "on": teller.day().isoformat(),
        "days_left": teller.left(),
        "decides": decides.id if decides else None,
        "decision": gate.decision.value,
        "asked": gate.asked,
        "held": gate.held,
        "missing": [_point(point, teller) for point in gate.missing],
        "conditions": [_point(point, teller) for point in gate.conditions],
    }


def _point(point: Point, teller: Teller) -> Json:
    place, entity = teller.place(point), point.entity
    data: Json = {
        "lack": point.lack.value,
        "condition": point.condition if point.condition >= 0 else None,
        "kind": entity.kind if entity else None,
        "id": entity.id if entity else None,
        "title": teller.say(entity.title) if entity else teller.name(point),
        "objective": _objective(entity),
        "subjects": teller.subjects(point),
        "owner": point.owner.id if point.owner else None,
        "by": teller.day().isoformat(),
        "actions": [
            {
                "id": action.id,
                "owner": action.owner.id,
                "due": teller.due(action).isoformat(),
                "late": teller.late(action),
            }
            for action in point.actions
        ],
        "location": {"path": place.path, "line": place.line, "column": place.column},
    }
    if point.finding is not None:
        data["finding"] = {
            "rule": point.finding.rule,
            "severity": point.finding.severity.word,
            "fingerprint": point.finding.fingerprint,
        }
    if point.accepted is not None:
        until = teller.until(point)
        data["accepted"] = {
            "by": point.accepted.value,
            "id": str(point.accepted_by.identity) if point.accepted_by else None,
            "until": until.isoformat() if until else None,
        }
    return data


def _objective(entity: object) -> str | None:
    if isinstance(entity, Part) and entity.kind in ("objective", "requirement"):
        return entity.id.partition(":")[0]
    return None
