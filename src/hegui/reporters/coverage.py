"""Coverage for a machine and for a terminal: obligations, groups, the statement of applicability."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hegui import __version__
from hegui.derive.answers import Answer
from hegui.derive.applicability import INCLUSIONS, Entry, statement
from hegui.derive.coverage import COVERED, LEFT_OUT, Chain, Coverage, Covered, Row, coverage
from hegui.derive.groups import BY, Group
from hegui.derive.proof import Found, unread
from hegui.derive.score import STATES, State, score
from hegui.engine.result import Result, shipped
from hegui.model.fact import VALUES
from hegui.model.item import Entity
from hegui.reporters.figures import percent, score_data
from hegui.reporters.flow import GAP, flow
from hegui.reporters.harmless import one_line
from hegui.reporters.ink import BOLD, DIM, RED, Ink
from hegui.reporters.json import dump
from hegui.reporters.layout import width, wrap
from hegui.reporters.words import COLON, counted
from hegui.source.bilingual import Text, both

Json = dict[str, Any]

WAYS = ("obligation", "objective", *BY)
"""What the rows may be: obligations, the statement of applicability, or groups."""

_NOWHERE = {
    "department": both("没有部门负责", "nobody answers for it"),
    "milestone": both("始终须具备", "due at all times"),
    "phase": both("不随阶段", "in no phase"),
    "area": both("未归领域", "in no area"),
    "regulation": both("不依法条", "rests on no clause"),
}
_SCORE, _COUNTED = both("得分", "Score"), both("计入条款", "Obligations")
_LEFT = both("未计入条款", "Left out")
_OPEN = (Covered.NOT, Covered.UNKNOWN, Covered.PARTLY, Covered.EXCLUDED)
_UNREAD_ZH = "{} 份文档未能读懂；可能正是不通过的记录，故一律不算已证实"
_UNREAD = " not understood; as one may be a record that failed, nothing counts as proved"
_NONE = both(
    "没有计入的条款：没有启用带法规的规则包。",
    "No obligation is counted: no pack with law is in use.",
)
_ABOUT = (
    both("纳入", "in"), both("自述", "claimed"), both("状态", "state"), both("已证实", "proved"),
    both("措施", "controls"),
)  # fmt: skip
_HEADS = (
    both("得分", "score"), both("已证实", "proved"), both("未达到", "failed"),
    both("未知", "unknown"), both("未到期", "not due"), both("排除", "excluded"),
)  # fmt: skip
_LAST = {
    True: both("就绪", "ready"),
    False: both("已覆盖", "covered"),
}
"""The last column: how far one has got by a milestone, else the obligations covered."""


class Teller:
    """Tells the coverage of a result in one language."""

    def __init__(self, result: Result, language: str) -> None:
        self.result, self.language = result, language
        self.coverage: Coverage = coverage(result.derived)

    def say(self, text: Text) -> str:
        """A text in the language of the report, on one line."""
        return one_line(text.get(self.language))

    def json(self, by: str) -> str:
        """The contract for machines: the score, the counts, the rows of one way."""
        data = {
            "hegui": __version__,
            "as_of": self.result.as_of.isoformat(timespec="seconds"),
            "by": by,
            "score": score_data(self.result.derived.headline),
            "catalogues": list(self._catalogues()),
            "obligations": _counts(self.coverage.counts),
            "left_out": {
                reason.value.replace("-", "_"): count
                for reason, count in self.coverage.left_out.items()
            },
            "not_understood": self._unread(),
            "rows": list(self._rows(by)),
        }
        return dump(data)

    def _catalogues(self) -> Iterator[Json]:
        from hegui.model.catalogue import Catalogue

        derived = self.result.derived
        for catalogue in self.result.repository.all(Catalogue):
            yield {
                "id": catalogue.id,
                "title": self.say(catalogue.title),
                "own": not shipped(catalogue.document.file.path),
                "headline": catalogue in derived.headline_catalogues,
                "score": score_data(score(derived.of_catalogues([catalogue]))),
            }

    def _rows(self, by: str) -> Iterator[Json]:
        if by == "obligation":
            yield from map(self._row, self.coverage.rows)
        elif by == "objective":
            yield from map(self._entry, statement(self.result.derived))
        else:
            yield from (self._group(one, by) for one in BY[by](self.result.derived, self.coverage))

    def _row(self, row: Row) -> Json:
        return {
            "id": row.obligation.id,
            "title": self.say(row.obligation.record.summary),
            "regulation": row.obligation.holder.id,
            "nature": row.obligation.record.nature,
            "status": row.covered.value.replace("-", "_"),
            "facts": [self._fact(one) for one in row.scope.deciding],
            "objectives": [self._chain(one) for one in row.chains],
            "location": _location(row.obligation),
        }

    def _chain(self, one: Chain) -> Json:
        return {
            "id": one.objective.id,
            "exclusion": one.exclusion.id if one.exclusion else None,
            "controls": [control.id for control in one.controls],
            "checks": [check.id for check in one.checks],
            "evidence": [record.id for record in one.records],
            "proved": one.proved,
            "asked": len(one.asked),
            "state": self.result.derived.state(one.objective).value.replace("-", "_"),
        }

    def _entry(self, entry: Entry) -> Json:
        exclusion = entry.exclusion
        approver = exclusion.approved_by if exclusion else None
        return {
            "id": entry.objective.id,
            "title": self.say(entry.objective.title),
            "area": f"{entry.objective.holder.id}#{entry.objective.record.area}",
            "inclusion": entry.inclusion.value.replace("-", "_"),
            "mandatory": entry.mandatory,
            "reason": self._reason(entry),
            "facts": [self._fact(one) for one in entry.deciding],
            "exclusion": exclusion.id if exclusion else None,
            "approved_by": approver.id if approver else None,
            "controls": [{"id": one.id, "status": one.status} for one in entry.chain.controls],
            "claimed": entry.claimed,
            "state": entry.state.value.replace("-", "_"),
            "proved": entry.chain.proved,
            "asked": len(entry.chain.asked),
            "evidence": [record.id for record in entry.chain.records],
            "score": score_data(entry.score),
            "location": _location(entry.objective),
        }

    def _reason(self, entry: Entry) -> str | None:
        """Why an objective is in or out."""
        if entry.exclusion is not None:
            return self.say(entry.exclusion.reason)
        if entry.deciding:
            return self.say(both("；", "; ")).join(self._because(one) for one in entry.deciding)
        if entry.mandatory:
            return self.say(both("满足强制性法律义务", "serves mandatory law"))
        return self.say(both("所启用目录的目标", "an objective of a catalogue in use"))

    def _because(self, answer: Answer) -> str:
        told = f"{self.say(answer.fact.title)}{self.say(COLON)}{self.say(VALUES[answer.value])}"
        if answer.stated is not None and answer.source == "stated":
            why = self.say(answer.stated.reason)
            told += f"（{why}）" if self.language == "zh" else f" ({why})"
        return told

    def _fact(self, answer: Answer) -> Json:
        return {"id": answer.fact.id, "value": answer.value.value, "source": answer.source.value}

    def _group(self, group: Group, by: str) -> Json:
        entity = group.entity
        ready = group.ready
        return {
            "id": entity.id if entity else None,
            "title": self.say(entity.title if entity else _NOWHERE[by]),
            "score": score_data(group.score),
            "ready": {found.value: count for found, count in ready.items()},
            "obligations": _counts(group.obligations),
            "location": _location(entity) if entity else None,
        }

    def text(self, by: str, cells: int, ink: Ink, *, every: bool = False) -> str:
        """For a terminal: the score and the counts, then the rows, none wider than ``cells``."""
        lines = [*self._head(cells, ink), ""]
        if by == "obligation":
            lines += self._obligations(cells, ink, every)
        elif by == "objective":
            lines += self._statement(cells, ink)
        else:
            lines += self._groups(by, cells, ink)
        return "\n".join(lines).rstrip() + "\n"

    def _head(self, cells: int, ink: Ink) -> Iterator[str]:
        derived = self.result.derived
        told = percent(derived.headline.value)
        counts = [(STATES[state], count) for state, count in derived.headline.counts.items()]
        yield from self._line(_SCORE, told, counts, cells, ink)
        from hegui.model.catalogue import Catalogue

        for catalogue in self.result.repository.all(Catalogue):
            if catalogue not in derived.headline_catalogues:
                own = score(derived.of_catalogues([catalogue]))
                counts = [(STATES[state], count) for state, count in own.counts.items()]
                yield from self._line(catalogue.title, percent(own.value), counts, cells, ink)
        covered = [(COVERED[one], count) for one, count in self.coverage.counts.items()]
        yield from self._line(_COUNTED, str(len(self.coverage.rows)), covered, cells, ink)
        left = [(LEFT_OUT[one], count) for one, count in self.coverage.left_out.items()]
        yield from self._line(_LEFT, str(sum(n for _, n in left)), left, cells, ink)
        if count := self._unread():
            warning = self.say(counted(count, _UNREAD_ZH, "document", _UNREAD))
            yield from (ink(line, BOLD, RED) for line in wrap(warning, cells))

    def _unread(self) -> int:
        """How many documents were not understood, where one of them may be a record."""
        grounds = self.result.derived.grounds
        places = {one.place for one in grounds.repository.undecoded}
        return len(places) if unread(grounds) else 0

    def _line(
        self, label: Text, first: str, counts: Iterable[tuple[Text, int]], cells: int, ink: Ink
    ) -> Iterator[str]:
        head = f"{self.say(label)}{GAP}"
        shown = [(title, count, "") for title, count in counts]
        for line in flow(shown, self.language, ink, cells - width(head), first):
            yield ink(head, DIM) + line
            head = " " * width(head)

    def _obligations(self, cells: int, ink: Ink, every: bool) -> Iterator[str]:
        """The obligations that are not simply covered, or all, by regulation."""
        if not self.coverage.rows:
            yield self.say(_NONE)
        wanted = tuple(Covered) if every else _OPEN
        regulation = None
        for row in self.coverage.rows:
            if row.covered not in wanted:
                continue
            if row.obligation.holder is not regulation:
                regulation = row.obligation.holder
                yield ink(_cut(f"{regulation.id}  {self.say(regulation.title)}", cells), BOLD)
            told = f"  {self.say(COVERED[row.covered])}  {row.obligation.id.partition('#')[2]}  "
            yield _cut(told + self.say(row.obligation.record.summary), cells)
            for note in self._links(row):
                yield ink(_cut(f"      {note}", cells), DIM)

    def _links(self, row: Row) -> Iterator[str]:
        if row.covered is Covered.NOT_APPLICABLE:
            yield from (self._because(one) for one in row.scope.deciding)
        elif not row.chains:
            yield self.say(both("没有目标满足它", "no objective satisfies it"))
        for one in row.chains:
            counted = both(
                f"{one.objective.id}：措施 {len(one.controls)}、检查 {len(one.checks)}、"
                f"证据 {len(one.records)}，已证实 {one.proved}/{len(one.asked)}",
                f"{one.objective.id}: {len(one.controls)} controls, {len(one.checks)} checks, "
                f"{len(one.records)} records, {one.proved}/{len(one.asked)} proved",
            )
            yield self.say(counted)

    def _groups(self, by: str, cells: int, ink: Ink) -> Iterator[str]:
        timed = by in ("milestone", "phase")
        rows = [[*map(self.say, (*_HEADS, _LAST[timed])), ""]]
        for group in BY[by](self.result.derived, self.coverage):
            own, name = group.score, self.say(group.entity.title if group.entity else _NOWHERE[by])
            if group.entity is not None:
                name = f"{_short(group.entity) if timed else group.entity.id}  {name}"
            rows.append(
                [
                    percent(own.value),
                    *(
                        str(own.counts[state])
                        for state in (
                            State.PROVED, State.FAILED, State.UNKNOWN, State.NOT_DUE,
                            State.EXCLUDED,
                        )
                    ),
                    _ready(group) if timed else _covered(group),
                    name,
                ]
            )  # fmt: skip
        yield from _table(rows, cells, ink)

    def _statement(self, cells: int, ink: Ink) -> Iterator[str]:
        rows = [[*map(self.say, _ABOUT), ""]]
        yes, no = self.say(both("已实施", "yes")), self.say(both("–", "–"))
        for entry in statement(self.result.derived):
            told = f"{entry.objective.id}  {self.say(entry.objective.title)}"
            if entry.exclusion is not None and entry.exclusion.approved_by is not None:
                told += f" · {entry.exclusion.id} {entry.exclusion.approved_by.id}"
            rows.append(
                [
                    self.say(INCLUSIONS[entry.inclusion]),
                    yes if entry.claimed else no,
                    self.say(STATES[entry.state]),
                    f"{entry.chain.proved}/{len(entry.chain.asked)}",
                    str(len(entry.chain.controls)),
                    told,
                ]
            )
        yield from _table(rows, cells, ink)


def _table(rows: Sequence[Sequence[str]], cells: int, ink: Ink) -> Iterator[str]:
    """Columns to the right, and names to the left in what is left of the line."""
    sizes = [max(width(row[n]) for row in rows) for n in range(len(rows[0]) - 1)]
    for position, row in enumerate(rows):
        padded = [" " * (size - width(cell)) + cell for cell, size in zip(row, sizes, strict=False)]
        line = _cut("  ".join([*padded, row[-1]]), cells).rstrip()
        yield ink(line, DIM) if not position else line


def _ready(group: Group) -> str:
    return f"{group.ready[Found.PROVED]}/{sum(group.ready.values())}"


def _covered(group: Group) -> str:
    counted = group.obligations
    binding = sum(counted.values()) - counted[Covered.NOT_APPLICABLE]
    return f"{counted[Covered.COVERED]}/{binding}"


def _short(entity: Entity) -> str:
    return entity.id.partition("#")[2] or entity.id


def _cut(text: str, cells: int) -> str:
    if width(text) <= cells:
        return text
    while width(text) > cells - 1:
        text = text[:-1]
    return f"{text}…"


def _counts(counts: Mapping[Covered, int]) -> Json:
    return {one.value.replace("-", "_"): count for one, count in counts.items()}


def _location(entity: Entity) -> Json:
    place = entity.place()
    return {"path": place.path, "line": place.line, "column": place.column}
