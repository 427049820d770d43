"""What the functions of the library do in a run: with its clock, its proof and its graph.

A function that cannot answer raises; the expression that called it is then undecided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from hegui.derive.records import appetite_of, operating
from hegui.derive.residual import Gap, Residual, residual
from hegui.expr.library import LIBRARY, PLAIN, Group, names
from hegui.graph.edges import dependencies, flows, guards_of
from hegui.graph.paths import Paths
from hegui.model.control import Control
from hegui.model.duration import Duration
from hegui.model.item import Entity, Part
from hegui.model.moment import NoSuchMilestone, When, parse_moment
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
from hegui.model.risk import Risk
from hegui.rules.context import Context
from hegui.rules.rule import Stage

Implementations = Mapping[str, Callable[..., Any]]
Named = str | Mapping[str, Any]
"""An item as an expression has it: its name as ``kind/id``, or the item itself."""

_BEGINS = ("from", "granted", "effective")
_ENDS = ("until", "expires")


def callable_at(stage: Stage) -> frozenset[str]:
    """The functions that a rule of a stage may call: proof is not there before it is derived."""
    groups = [Group.PLAIN, Group.DATES, Group.GRAPH]
    if stage is not Stage.STRUCTURE:
        groups.append(Group.PROOF)
    return names(*groups)


def implementations(context: Context, stage: Stage) -> Implementations:
    """What those functions do in this run, by name."""
    every = {
        **PLAIN,
        **_dates(_Dates(context)),
        **_graph(_Graph(context)),
        **_proof(_Proof(context)),
    }
    refused = refusals(context)
    return {name: _noting(every[name], refused) for name in LIBRARY if name in callable_at(stage)}


def refusals(context: Context) -> list[Exception]:
    """Why functions gave no answer, the first reason first; who evaluates empties it before.

    The library for CEL hands on the words of an error and not the error.
    """
    return context.once("refusals", list[Exception])


def _noting(function: Callable[..., Any], refused: list[Exception]) -> Callable[..., Any]:
    def answer(*values: Any) -> Any:
        try:
            return function(*values)
        except (ValueError, Unassessable) as error:
            refused.append(error)
            raise ValueError(str(error)) from None

    return answer


def name_of(item: Named) -> Ref:
    """The name of an item. Raises `ValueError` where it has not the shape of one."""
    if not isinstance(item, str):
        return Ref(item["kind"], item["id"])
    found = Ref.parse(item)
    if found is None:
        raise ValueError(f"not a name as kind/id: {item}")
    return found


class _Dates:
    """Dates by the organisation's clock; spans of working days by the published calendars."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._clock = context.clock
        self._workdays = context.grounds.workdays

    def past(self, when: str) -> bool:
        return self._clock.end(_when(when)) < self._clock.as_of

    def started(self, when: str) -> bool:
        return self._clock.begin(_when(when)) <= self._clock.as_of

    def in_force(self, record: Mapping[str, Any]) -> bool:
        begins, ends = (
            next((_when(record[name]) for name in some if name in record), None)
            for some in (_BEGINS, _ENDS)
        )
        return self._clock.within(begins, ends)

    def within(self, when: str, span: str) -> bool:
        end = self._clock.end(_when(when))
        return self._clock.as_of <= end <= self._after(span)

    def older_than(self, when: str, span: str) -> bool:
        begun = self._clock.begin(_when(when))
        end: datetime = _span(span).after(begun, self._workdays.worked)
        return end < self._clock.as_of

    def earlier(self, one: str, other: str) -> bool:
        return self._clock.begin(_when(one)) < self._clock.begin(_when(other))

    def day(self, when: str) -> str:
        return self._context.day(_when(when))

    def last_day(self, when: str) -> str:
        return self._context.last_day(_when(when))

    def days(self, one: str, other: str) -> int:
        between = self._clock.begin(_when(other)) - self._clock.begin(_when(one))
        return int(between / timedelta(days=1))

    def working_days(self, one: str, other: str) -> int:
        zone = self._clock.zone
        first, last = (
            self._clock.begin(_when(day)).astimezone(zone).date() for day in (one, other)
        )
        every = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return sum(map(self._workdays.worked, every))

    def longer(self, one: str, other: str) -> bool:
        return self._after(one) > self._after(other)

    def _after(self, span: str) -> datetime:
        return _span(span).after(self._clock.as_of, self._workdays.worked)


def _dates(dates: _Dates) -> Implementations:
    return {name: _answering(getattr(dates, name)) for name in names(Group.DATES)}


def _answering(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with a milestone that there is not told as what cannot be answered."""

    def answer(*values: Any) -> Any:
        try:
            return function(*values)
        except NoSuchMilestone as missing:
            raise ValueError(f"no such milestone: {missing.args[0].id}") from None

    return answer


def _when(text: str) -> When:
    moment = parse_moment(text) if text[:1].isdigit() else Ref.parse(text, "milestone")
    if moment is None:
        raise ValueError(f"not a date, instant or milestone: {text}")
    return moment


def _span(text: str) -> Duration:
    span = Duration.parse(text)
    if span is None:
        raise ValueError(f"not a span as 90 days: {text}")
    return span


class _Graph:
    """Questions about who depends on whom and where data flows."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _paths(self, edges: Callable[..., Any]) -> Paths:
        repository = self._context.repository
        return self._context.once(("paths", edges.__name__), lambda: Paths(edges(repository)))

    def accountable(self, item: Named) -> str:
        from hegui.derive.owners import Owners

        owners = self._context.once(
            "owners", lambda: Owners(self._context.repository, self._context.clock)
        )
        department = owners.of(self._found(item))
        return department.id if department is not None else ""

    def protecting(self, dataset: Named) -> list[str]:
        guards = self._context.once("guards", lambda: guards_of(self._context.repository))
        return sorted(guards.get(self._there(dataset), ()))

    def achieving(self, objective: Named) -> list[str]:
        repository, grounds = self._context.repository, self._context.grounds
        found = _find(_part_of(objective), self._context)
        repository.complete("control")
        controls = repository.naming(found, Control, "achieves")
        return sorted(
            str(one.identity)
            for one in controls
            if one.status == "implemented" and operating(one, grounds)
        )

    def reaches(self, one: Named, other: Named) -> bool:
        return self._there(other) in self._paths(flows).from_(self._there(one))

    def paths_avoiding(self, one: Named, other: Named, avoided: list[str]) -> bool:
        passed = [self._there(name) for name in avoided]
        return self._paths(flows).avoiding(self._there(one), self._there(other), passed)

    def depends_on(self, one: Named, other: Named) -> bool:
        return self._there(other) in self._paths(dependencies).from_(self._there(one))

    def _there(self, item: Named) -> str:
        return str(self._found(item).identity)

    def _found(self, item: Named) -> Entity:
        return _find(item, self._context)


def _graph(graph: _Graph) -> Implementations:
    return {name: getattr(graph, name) for name in names(Group.GRAPH)}


class _Proof:
    """What is proved of an objective or requirement, and what is left of a risk."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def proof(self, item: Named) -> str:
        found = _find(_part_of(item), self._context)
        derived = self._context.derived
        if found.kind == "requirement":
            return str(derived.requirements[found.id].state)
        if found.kind == "objective":
            assert isinstance(found, Part)
            return str(derived.state(found))
        raise ValueError(f"neither an objective nor a requirement: {found.identity}")

    def inherent(self, item: Named) -> str:
        return self._residual(item, "inherent")

    def residual(self, item: Named) -> str:
        return self._residual(item, "proved")

    def claimed_residual(self, item: Named) -> str:
        return self._residual(item, "claimed")

    def higher(self, one: str, other: str) -> bool:
        appetite = appetite_of(self._context.grounds)
        levels = [level.id for level in appetite.levels] if appetite is not None else []
        for level in (one, other):
            if level not in levels:
                raise ValueError(f"not a level of the appetite file: {level}")
        return levels.index(one) > levels.index(other)

    def measured(self, item: Named) -> bool:
        return not isinstance(self._left(item), Gap)

    def _residual(self, item: Named, which: str) -> str:
        left = self._left(item)
        if isinstance(left, Gap):
            raise ValueError(f"its level cannot be worked out ({left}): {name_of(item)}")
        return str(getattr(left, which).level.id)

    def _left(self, item: Named) -> Residual | Gap:
        found = _find(item, self._context)
        if not isinstance(found, Risk):
            raise ValueError(f"not a risk: {found.identity}")
        return residual(found, self._context.derived)


def _proof(proof: _Proof) -> Implementations:
    return {name: getattr(proof, name) for name in names(Group.PROOF)}


def _part_of(item: Named) -> Named:
    """An objective or requirement, which a field of one kind names without its kind."""
    if not isinstance(item, str) or "/" in item:
        return item
    return f"{'requirement' if ':' in item else 'objective'}/{item}"


def _find(item: Named, context: Context) -> Entity:
    found = context.repository.find(name_of(item))
    if found is None:
        raise ValueError(f"there is no {item if isinstance(item, str) else name_of(item)}")
    return found
