"""Written rules: the expressions of a declaration at work, and the rule that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from hegui.expr import scope
from hegui.findings.severity import Severity
from hegui.model.item import Entity
from hegui.model.repository import Unassessable
from hegui.model.rule import DeclaredRule
from hegui.rules.context import Context, see
from hegui.rules.declaration import (
    EACH,
    OPTIONS,
    defaults,
    each_path,
    looks_far,
    read_lists,
    stage_of,
    words_of,
)
from hegui.rules.library import refusals
from hegui.rules.pointing import UNKNOWN, named_values, place_of, said
from hegui.rules.rule import Fault, Rule
from hegui.rules.sight import Sight, neighbourhood, unread
from hegui.rules.undecided import Unanswered
from hegui.source.bilingual import Text, both
from hegui.source.place import Related

if TYPE_CHECKING:
    from hegui.expr.cel import Expression, Seen, Undecided

_MESSAGE = both("{subject}不符合“{rule}”", "{subject} does not meet “{rule}”")
_REMEDY = both("按规则的要求改正。", "Mend what the rule asks for.")
_WHY = both("见规则本身。", "See the rule itself.")


def rule_of(declared: DeclaredRule) -> Rule:
    """The rule that a sound declaration means; `hegui.rules.soundness` says whether it is sound."""
    written = Written(declared)
    return Rule(
        id=declared.id,
        title=_title(declared),
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


def _title(declared: DeclaredRule) -> Text:
    return declared.title if str(declared.title) else both(declared.id, declared.id)


class Written:
    """The expressions of a declared rule. What they see, they see through the context of a run."""

    def __init__(self, declared: DeclaredRule) -> None:
        self.declared = declared
        self.conditional = declared.where is not None or declared.each is not None
        self.lists = read_lists(declared)
        self.tuned = OPTIONS in words_of(declared)
        self._kinds = tuple(scope.lists(declared.for_)[name] for name in self.lists)
        self._far = looks_far(declared)
        self._near = declared.for_ == scope.WHOLE or bool(self.lists) or self._far

    def applies(self, subject: Entity, context: Context) -> bool:
        """Whether the rule is about a subject, or about an item of its list."""
        work = self._work(context)
        self._readable(subject, context, work)
        if self.declared.each is None:
            return self._truth("where", work.seen(subject), subject, context, work)
        work.asked = subject, self._asked(subject, context, work)
        return bool(work.asked[1])

    def check(self, subject: Entity, context: Context) -> Sequence[Fault]:
        """A fault where the subject, or an item of its list, is not as required."""
        work = self._work(context)
        if not self.conditional:
            self._readable(subject, context, work)
        if self.declared.each is None:
            seen = work.seen(subject)
            if self._truth("require", seen, subject, context, work):
                return ()
            return (self._fault(subject, None, seen, context, work),)
        before, asked = work.asked or (None, [])
        if before is not subject:
            asked = self._asked(subject, context, work)
        return [
            self._fault(subject, position, seen, context, work)
            for position, seen in asked
            if not self._truth("require", seen, subject, context, work)
        ]

    def position(self, fault: Fault) -> int | None:
        """Which item of its list a fault of the rule is about."""
        if self.declared.each is None:
            return None
        path = each_path(self.declared)
        step = fault.at[len(path)] if len(fault.at) > len(path) else 0
        return step if isinstance(step, int) else 0  # one item, written without the list

    def values(self, subject: Entity, position: int | None, context: Context) -> dict[str, Any]:
        """What the expressions see of a subject, or of an item of its list, as plain values."""
        values = {**self.sight(context).values(subject), OPTIONS: dict(context.options)}
        if position is not None:
            values[EACH] = _elements(values, self.declared)[position]
        return values

    def sight(self, context: Context) -> Sight:
        """What rules for this kind at this stage see, in this run."""
        kind, stage = self.declared.for_, stage_of(self.declared)

        def make() -> Sight:
            lists = set(self.lists)
            for rule in context.rules.values():
                other = rule.declared
                if other is not None and (other.for_, rule.stage) == (kind, stage):
                    lists |= read_lists(other)
            return Sight(kind, stage, lists, context)

        return context.once(("sight", kind, stage), make)

    def _work(self, context: Context) -> _Work:
        return context.once((_Work, self.declared.id), lambda: _Work(self, context))

    def _readable(self, subject: Entity, context: Context, work: _Work) -> None:
        """Raise `Unassessable` where what was not understood may decide about a subject."""
        if self._far and context.repository.undecoded:  # proof and paths may run through anything
            raise Unassessable(subject.id)
        if self._near and work.doubtful:
            unread(self._kinds, subject, context.repository)

    def _asked(self, subject: Entity, context: Context, work: _Work) -> list[tuple[int, Seen]]:
        """What the expressions see of each item of the list for which ``where`` holds."""
        always = self.declared.where is None
        return [
            (position, seen)
            for position, seen in work.items(subject)
            if always or self._truth("where", seen, subject, context, work)
        ]

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

    def _fault(
        self, subject: Entity, position: int | None, seen: Seen, context: Context, work: _Work
    ) -> Fault:
        at = place_of(subject, position, self.declared)
        values = {
            **named_values(subject, at, self.declared),
            "subject": context.name(subject),
            "rule": _title(self.declared),
            OPTIONS: SimpleNamespace(**context.options),
            **self._worked_out(seen, subject, context, work),
        }
        return Fault(at=at, values=values, related=tuple(self._related(subject, context)))

    def _worked_out(
        self, seen: Seen, subject: Entity, context: Context, work: _Work
    ) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, text in (self.declared.values or {}).items():
            try:
                found[name] = said(work.value(f"values.{name}", text, seen))
            except work.undecided:  # the gap is there all the same, and is told without it
                _whole(subject, context)
                found[name] = UNKNOWN
        return found

    def _related(self, subject: Entity, context: Context) -> Iterator[Related]:
        if not self.declared.see:
            return
        near = neighbourhood(context).of(subject)
        for name in self.declared.see:
            yield from map(see, near.get(scope.lists(self.declared.for_)[name], ()))


class _Work:
    """A written rule in one run: what is looked up once, and not for each of its subjects."""

    def __init__(self, written: Written, context: Context) -> None:
        from hegui.expr.cel import Undecided, truth, value

        repository = context.repository
        self.undecided: type[Undecided] = Undecided
        self.doubtful = bool(repository.undecoded or repository.dangling)
        """Whether anything was not understood, so that each subject has to be looked at."""
        self.asked: tuple[Entity, list[tuple[int, Seen]]] | None = None
        """What was asked about last: of a subject first whether it applies, and then for faults."""
        self._declared = written.declared
        self._sight = written.sight(context)
        self._own = {OPTIONS: dict(context.options)} if written.tuned else {}
        self._last: tuple[Entity, Seen] | None = None
        self._truth, self._value = truth, value
        self._refused = refusals(context)
        self._programs: dict[str, Expression] = {}

    def seen(self, subject: Entity) -> Seen:
        """What the expressions see of a subject: shared with all rules, but for options of its own."""
        if not self._own:
            return self._sight.of(subject)
        before, seen = self._last or (None, None)
        if before is not subject:
            seen = self._sight.with_(subject, self._own)
            self._last = subject, seen
        return seen

    def items(self, subject: Entity) -> Iterator[tuple[int, Seen]]:
        """What they see of each item of the list whose items are judged one by one."""
        for position, one in enumerate(_elements(self._sight.values(subject), self._declared)):
            yield position, self._sight.with_(subject, {**self._own, EACH: one})

    def truth(self, name: str, seen: Seen) -> bool:
        """Whether ``where`` or ``require`` holds. Raises `Undecided`."""
        self._refused.clear()
        program = self._programs.get(name) or self._program(name, getattr(self._declared, name))
        return self._truth(program, seen)

    def value(self, name: str, text: str, seen: Seen) -> Any:
        """What another expression gives. Raises `Undecided`."""
        return self._value(self._programs.get(name) or self._program(name, text), seen)

    def _program(self, name: str, text: str) -> Expression:
        self._programs[name] = self._sight.language.compile(text)
        return self._programs[name]


def _elements(values: Mapping[str, Any], declared: DeclaredRule) -> list[Any]:
    found: Any = values[scope.singular(declared.for_)]
    for step in each_path(declared):
        found = found.get(step, {})
    return found or []


def _why(error: Undecided) -> Text:
    """Why an expression gave no answer."""
    if error.absent is not None:
        return both(f"没有写“{error.absent}”", f"“{error.absent}” is not written")
    return both(str(error), str(error))


def _whole(subject: Entity, context: Context) -> None:
    """Raise `Unassessable` where what a subject names is not there: that is told at the name."""
    if (subject.holder.kind, subject.holder.id) in context.repository.dangling:
        raise Unassessable(subject.id)
