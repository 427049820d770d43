"""Declared rules: what a document of kind ``rule`` says, made into a rule like any other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from hegui.expr import scope
from hegui.expr.library import Group, names
from hegui.findings.severity import Severity
from hegui.model.compound import ListOf
from hegui.model.item import Entity, Part
from hegui.model.kinds import KINDS, PARTS
from hegui.model.repository import Unassessable
from hegui.model.route import path_of, type_at
from hegui.model.rule import DeclaredRule
from hegui.model.types import Path
from hegui.rules.context import Context, see
from hegui.rules.library import refusals
from hegui.rules.rule import Fault, Rule, Stage
from hegui.rules.sight import Sight, neighbourhood, unread
from hegui.rules.undecided import Unanswered
from hegui.source.bilingual import Text, both
from hegui.source.place import Related

if TYPE_CHECKING:
    from hegui.expr.cel import Expression, Seen, Undecided

EACH = "each"
_MESSAGE = both("{subject}不符合“{rule}”", "{subject} does not meet “{rule}”")
_REMEDY = both("按规则的要求改正。", "Mend what the rule asks for.")
_WHY = both("见规则本身。", "See the rule itself.")
_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_TOKEN = re.compile(
    r"""(?P<text>r?"(?:\\.|[^"\\])*"|r?'(?:\\.|[^'\\])*')"""
    r"|(?P<has>has\(\s*options\.[a-z_][a-z0-9_]*\s*\))"
    r"|(?<![.\w])options\.(?P<option>[a-z_][a-z0-9_]*)"
)
_UNKNOWN = "—"


def rule_of(declared: DeclaredRule) -> Rule:
    """The rule that a sound declaration means; `hegui.rules.soundness` says whether it is sound."""
    written = Written(declared)
    return Rule(
        id=declared.id,
        title=declared.title if str(declared.title) else both(declared.id, declared.id),
        severity=Severity.of(declared.severity),
        message=declared.message or _MESSAGE,
        remedy=declared.remedy or _REMEDY,
        why=declared.why or _WHY,
        references=declared.references,
        stage=stage_of(declared),
        subjects=(declared.for_,),
        options=defaults(declared),
        where=written.applies if written.conditional else None,
        check=written.check,
        declared=declared,
    )


def stage_of(declared: DeclaredRule) -> Stage:
    """The stage of a declared rule; what asks nothing else is about structure."""
    return Stage(declared.stage or Stage.STRUCTURE)


def defaults(declared: DeclaredRule) -> Mapping[str, Any]:
    """The options of a declared rule with their defaults."""
    return {name: option["default"] for name, option in (declared.options or {}).items()}


def texts(declared: DeclaredRule) -> Mapping[Path, str]:
    """The expressions of a declared rule by where they stand."""
    found: dict[Path, str] = {("require",): declared.require}
    if declared.where is not None:
        found["where",] = declared.where
    for name, text in (declared.values or {}).items():
        if isinstance(text, str):
            found["values", name] = text
    return found


def read_lists(declared: DeclaredRule) -> frozenset[str]:
    """The lists of neighbours that a declared rule reads, as far as its text shows."""
    words = {word for text in texts(declared).values() for word in _NAME.findall(text)}
    return frozenset(words & scope.lists(declared.for_).keys())


def looks_around(declared: DeclaredRule) -> bool:
    """Whether a declared rule reads more than the fields of its subject."""
    words = {word for text in texts(declared).values() for word in _NAME.findall(text)}
    return bool(words & (scope.lists(declared.for_).keys() | names(Group.GRAPH, Group.PROOF)))


def looks_far(declared: DeclaredRule) -> bool:
    """Whether a declared rule asks for proof or paths, which any document may decide."""
    words = {word for text in texts(declared).values() for word in _NAME.findall(text)}
    return bool(words & names(Group.GRAPH, Group.PROOF))


def spelled(text: str, options: Mapping[str, Any]) -> str:
    """An expression with the values of its options written in: they do not change in a run."""

    def literal(found: re.Match[str]) -> str:
        if found["option"] is not None:
            return json.dumps(options[found["option"]], ensure_ascii=False)
        return "true" if found["has"] is not None else found[0]

    return _TOKEN.sub(literal, text)


def class_of(kind: str) -> type | None:
    """The class whose fields a subject has; ``None`` for the whole repository."""
    return KINDS[kind].cls if kind in KINDS else PARTS.get(kind)


def record_of(subject: Entity) -> Any:
    """What holds the fields of a subject."""
    return subject.record if isinstance(subject, Part) else subject


def raw(subject: Entity) -> Any:
    """A subject as YAML holds it."""
    data: Any = subject.document.data
    for step in subject.full_path(()):
        data = data[step]
    return data


def _why(error: Undecided) -> Text:
    """Why an expression gave no answer."""
    if error.absent is not None:
        return both(f"没有写“{error.absent}”", f"“{error.absent}” is not written")
    return both(str(error), str(error))


class _Work:
    """A declared rule in one run: what is looked up once, and not for each of its subjects."""

    def __init__(self, written: Written, context: Context) -> None:
        from hegui.expr.cel import Undecided, truth

        repository = context.repository
        self.undecided: type[Undecided] = Undecided
        self.doubtful = bool(repository.undecoded or repository.dangling)
        """Whether anything was not understood, so that each subject has to be looked at."""
        self.sight = written.make_sight(context)
        self._truth = truth
        self._refused = refusals(context)
        self._texts = {name: getattr(written.declared, name) for name in ("where", "require")}
        self._options = context.options
        self._programs: dict[str, Expression] = {}
        self.asked: tuple[Entity, list[tuple[int, Seen]]] | None = None
        """What was asked about last: of a subject first whether it applies, and then for faults."""

    def truth(self, name: str, seen: Seen) -> bool:
        """Whether an expression of the rule holds. Raises `Undecided`."""
        self._refused.clear()
        program = self._programs.get(name) or self.program(name, self._texts[name])
        return self._truth(program, seen)

    def program(self, name: str, text: str) -> Expression:
        """An expression of the rule, compiled once."""
        program = self._programs.get(name)
        if program is None:
            program = self.sight.language.compile(spelled(text, self._options))
            self._programs[name] = program
        return program


class Written:
    """The expressions of a declared rule at work."""

    def __init__(self, declared: DeclaredRule) -> None:
        self.declared = declared
        self._each = declared.each
        self.conditional = declared.where is not None or declared.each is not None
        self._lists = read_lists(declared)
        self._kinds = tuple(scope.lists(declared.for_)[name] for name in self._lists)
        self._far = looks_far(declared)
        self._near = declared.for_ == scope.WHOLE or looks_around(declared)

    def applies(self, subject: Entity, context: Context) -> bool:
        """Whether the rule is about a subject, or about an item of its list."""
        work = self._work(context)
        self._readable(subject, context, work)
        if self._each is None:
            return self._truth("where", work.sight.of(subject), subject, context, work)
        work.asked = subject, self._asked(subject, context, work)
        return bool(work.asked[1])

    def check(self, subject: Entity, context: Context) -> Sequence[Fault]:
        """A fault where the subject, or an item of its list, is not as required."""
        work = self._work(context)
        if not self.conditional:
            self._readable(subject, context, work)
        if self._each is None:
            seen = work.sight.of(subject)
            if self._truth("require", seen, subject, context, work):
                return ()
            return (self._fault(subject, None, seen, context),)
        before, asked = work.asked or (None, [])
        if before is not subject:
            asked = self._asked(subject, context, work)
        return [
            self._fault(subject, position, seen, context)
            for position, seen in asked
            if not self._truth("require", seen, subject, context, work)
        ]

    def _readable(self, subject: Entity, context: Context, work: _Work) -> None:
        if self._far and context.repository.undecoded:  # proof and paths may run through anything
            raise Unassessable(subject.id)
        if self._near and work.doubtful:
            unread(self._kinds, subject, context.repository)

    def _work(self, context: Context) -> _Work:
        return context.once((_Work, self.declared.id), lambda: _Work(self, context))

    def _asked(self, subject: Entity, context: Context, work: _Work) -> list[tuple[int, Seen]]:
        """What the expressions see of each item of the list for which ``where`` holds."""
        always = self.declared.where is None
        return [
            (position, seen)
            for position, seen in self._items(subject, work.sight)
            if always or self._truth("where", seen, subject, context, work)
        ]

    def _items(self, subject: Entity, sight: Sight) -> Iterator[tuple[int, Seen]]:
        for position, element in enumerate(_elements(sight.values(subject), self.declared)):
            yield position, sight.of_each(subject, element)

    def position(self, fault: Fault) -> int | None:
        """Which item of its list a fault of the rule is about."""
        if self.declared.each is None:
            return None
        path = each_path(self.declared)
        step = fault.at[len(path)] if len(fault.at) > len(path) else 0
        return step if isinstance(step, int) else 0  # one item, written without the list

    def seen(self, subject: Entity, position: int | None, context: Context) -> Seen:
        """What the expressions see of a subject, or of an item of its list."""
        return self.sight(context).language.seen(self.values(subject, position, context))

    def values(self, subject: Entity, position: int | None, context: Context) -> dict[str, Any]:
        """The same as plain values."""
        values = self.sight(context).values(subject)
        if position is None:
            return values
        return {**values, EACH: _elements(values, self.declared)[position]}

    def sight(self, context: Context) -> Sight:
        """What rules for this kind at this stage see, in this run."""
        return self._work(context).sight

    def make_sight(self, context: Context) -> Sight:
        """The same, shared with all rules for this kind at this stage."""
        kind, stage = self.declared.for_, stage_of(self.declared)

        def make() -> Sight:
            alike = (one.declared for one in context.rules.values() if one.declared is not None)
            lists: set[str] = set(self._lists)
            for other in alike:
                if other.for_ == kind and stage_of(other) is stage:
                    lists |= read_lists(other)
            return Sight(kind, stage, lists, context)

        return context.once(("sight", kind, stage), make)

    def program(self, name: str, text: str, context: Context) -> Expression:
        """An expression of the rule, compiled once in a run."""
        return self._work(context).program(name, text)

    def _truth(self, name: str, seen: Seen, subject: Entity, context: Context, work: _Work) -> bool:
        try:
            return work.truth(name, seen)
        except work.undecided as error:
            self._excused(subject, context)
            raise Unanswered(_why(error), (name,)) from None

    def _excused(self, subject: Entity, context: Context) -> None:
        """Raise `Unassessable` where that there is no answer is no fault of the rule."""
        _whole(subject, context)
        refused = refusals(context)
        ours = context.repository.items.get("rule", {}).get(self.declared.id) is not self.declared
        if refused and (ours or isinstance(refused[0], Unassessable)):
            raise Unassessable(subject.id)

    def _fault(self, subject: Entity, position: int | None, seen: Seen, context: Context) -> Fault:
        at = _at(subject, position, self.declared)
        return Fault(
            at=at,
            values={
                **self._values(subject, at, context),
                **self._worked_out(seen, subject, context),
            },
            related=tuple(self._related(subject, context)),
        )

    def _values(self, subject: Entity, at: Path, context: Context) -> dict[str, object]:
        """What a message may name: fields of the subject, what stands at the place, options."""
        own = _scalars(raw(subject)) if self.declared.for_ != scope.WHOLE else {}
        holder, data = raw(subject), raw(subject)
        for step in at:
            holder, data = data, _below(data, step)
        near = _scalars(holder) if isinstance(holder, dict) else {}
        near |= _scalars(data) if isinstance(data, dict) else {}
        return {
            **dict.fromkeys(placeholders(self.declared), _UNKNOWN),
            **own,
            **near,
            "subject": context.name(subject),
            "rule": self.declared.title if str(self.declared.title) else self.declared.id,
            "options": SimpleNamespace(**context.options),
        }

    def _worked_out(self, seen: Seen, subject: Entity, context: Context) -> dict[str, object]:
        from hegui.expr.cel import Undecided, value

        found: dict[str, object] = {}
        for name, text in (self.declared.values or {}).items():
            try:
                found[name] = _said(value(self.program(f"values.{name}", text, context), seen))
            except Undecided:  # the gap is there all the same, and is told without it
                _whole(subject, context)
                found[name] = _UNKNOWN
        return found

    def _related(self, subject: Entity, context: Context) -> Iterator[Related]:
        if not self.declared.see:
            return
        near = neighbourhood(context).of(subject)
        for name in self.declared.see:
            yield from map(see, near.get(scope.lists(self.declared.for_)[name], ()))


def _whole(subject: Entity, context: Context) -> None:
    """Raise `Unassessable` where what a subject names is not there: that is told at the name."""
    if (subject.holder.kind, subject.holder.id) in context.repository.dangling:
        raise Unassessable(subject.id)


def placeholders(declared: DeclaredRule) -> list[str]:
    """The names that the texts of a declared rule ask to be filled in, without their options."""
    found: list[str] = []
    for text in (declared.message, declared.remedy):
        wordings = (text.plain, text.zh, text.en) if text is not None else ()
        for wording in wordings:
            found += [name.partition(".")[0] for name in asked_for(wording or "")]
    return found


_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([a-z_][a-z0-9_-]*(?:\.[a-z_][a-z0-9_]*)?)\}")


def asked_for(wording: str) -> list[str]:
    """The names within braces."""
    return [one[1] for one in _PLACEHOLDER.finditer(wording) if one[1]]


def well_marked(wording: str) -> bool:
    """Whether all braces are those of placeholders: Python's own formats reach too far."""
    return not set("{}") & set(_PLACEHOLDER.sub("", wording))


def each_path(declared: DeclaredRule) -> Path:
    """Where in a subject the list stands whose items are judged one by one."""
    return tuple((declared.each or "").split("."))


def elements_type(declared: DeclaredRule) -> ListOf | None:
    """The type of the list whose items are judged one by one; ``None`` where there is none."""
    cls = class_of(declared.for_)
    found = type_at(cls, each_path(declared)) if cls is not None else None
    return found if isinstance(found, ListOf) else None


def _elements(values: Mapping[str, Any], declared: DeclaredRule) -> list[Any]:
    found: Any = values[scope.singular(declared.for_)]
    for step in each_path(declared):
        found = found.get(step, {})
    return found or []


def _at(subject: Entity, position: int | None, declared: DeclaredRule) -> Path:
    """Where a finding stands: at the field that the rule names, within the item it is about."""
    cls = class_of(declared.for_)
    if cls is None:
        return ()
    if position is None:
        return _pointed(cls, raw(subject), declared.at) if declared.at else ()
    here: Path = (*each_path(declared), position)
    data = raw(subject)
    for step in here[:-1]:
        data = data[step]
    if not isinstance(data, list):  # one item, written without the list
        return here[:-1]
    inner = elements_type(declared)
    element = getattr(inner.item, "cls", None) if inner is not None else None
    if declared.at is None or element is None:
        return here
    return (*here, *_pointed(element, data[position], declared.at))


def _pointed(cls: type, data: Any, at: str) -> Path:
    """The path of a field; one that is not written is named all the same, it is what is missing."""
    return path_of(cls, data, at) or ((at,) if "[" not in at and "." not in at else ())


def _below(data: Any, step: str | int) -> Any:
    return None if isinstance(data, dict) and step not in data else data[step]


def _said(value: Any) -> object:
    """A value for a message; what has wordings in both languages is said in that of the reader."""
    if isinstance(value, dict) and value and value.keys() <= {"zh", "en"}:
        return Text.of(value)
    return value


def _scalars(data: Mapping[str, Any]) -> dict[str, object]:
    """What of a mapping can stand in a sentence."""
    found: dict[str, object] = {}
    for name, one in data.items():
        if isinstance(one, dict) and one.keys() <= {"zh", "en"}:
            found[name] = Text.of(one)
        elif isinstance(one, str | int | float | list):
            found[name] = one
    return found
