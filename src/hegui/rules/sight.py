"""Sight: what the expressions of rules see of a subject, made once for all rules about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import proxy

from hegui.expr import scope
from hegui.expr.plain import of_entity, of_record
from hegui.model.item import Entity, Part
from hegui.model.repository import Repository, Unassessable
from hegui.model.types import Path
from hegui.rules.context import Context
from hegui.rules.library import implementations
from hegui.rules.rule import Stage

if TYPE_CHECKING:
    from hegui.expr.cel import Language


class Sight:
    """What rules for one kind see at one stage. ``lists`` names those that some rule reads."""

    def __init__(self, kind: str, stage: Stage, lists: Iterable[str], context: Context) -> None:
        self._kind = kind
        self._stage = stage
        self._lists = {name: one for name, one in scope.lists(kind).items() if name in set(lists)}
        self._context = context
        self._name = scope.singular(kind)
        self._as_of = context.clock.as_of.isoformat()
        self._seen: dict[str, Any] = {}

    @cached_property
    def language(self) -> Language:
        """The language in which all those rules are evaluated."""
        from hegui.expr.cel import Language

        names = [self._name, *self._lists, "as_of", "settings", "each", "options"]
        return Language(dict.fromkeys(names), implementations(_weakly(self._context), self._stage))

    def of(self, subject: Entity) -> Any:
        """The values of all variables for a subject, as the language takes them."""
        seen = self._seen.get(subject.id)
        if seen is None:
            seen = self._seen[subject.id] = self.language.seen(self.values(subject))
        return seen

    def with_(self, subject: Entity, own: Mapping[str, Any]) -> Any:
        """The same with values that one rule alone has, or for one item of a list."""
        return self.language.seen({**self.values(subject), **own})

    def values(self, subject: Entity) -> dict[str, Any]:
        """The values of all variables for a subject."""
        repository = self._context.repository
        if self._kind == scope.WHOLE:
            own = {"settings": of_record(repository.settings)}
            around = {name: self._every(one) for name, one in self._lists.items()}
        else:
            own = {self._name: self._plain(subject)}
            around = self._around(subject)
        return {**around, **own, "as_of": self._as_of}

    def _every(self, kind: str) -> list[Any]:
        repository = self._context.repository
        some: Mapping[str, Entity] = repository.items.get(kind) or repository.parts.get(kind) or {}
        return [self._plain(one) for one in some.values()]

    def _around(self, subject: Entity) -> dict[str, list[Any]]:
        if not self._lists:
            return {}
        near = neighbourhood(self._context).of(subject)
        return {
            name: [self._plain(one) for one in near.get(kind, ())]
            for name, kind in self._lists.items()
        }

    def _plain(self, entity: Entity) -> dict[str, Any]:
        """The plain values of an item, made once however many others it stands beside."""
        return self._context.once(("plain", entity.kind, entity.id), lambda: of_entity(entity))


def _weakly(context: Context) -> Context:
    """A context that keeps nothing alive.

    The CEL library holds the functions that we give it where Python's collector cannot look: did
    they hold the grounds, which hold the language, no run would ever be forgotten.
    """
    later = context.later
    return replace(
        context, grounds=proxy(context.grounds), later=proxy(later) if later is not None else None
    )


class Neighbourhood:
    """Who stands next to whom: by reference either way, and by holding."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._at: dict[_Place, Entity] = {}
        self._inside: dict[_Place, list[Entity]] = defaultdict(list)
        for parts in repository.parts.values():
            for part in parts.values():
                holder = part.holder.kind, part.holder.id
                self._at[*holder, part.path] = part
                self._inside[*holder, part.path[:-2]].append(part)

    def of(self, subject: Entity) -> Mapping[str, list[Entity]]:
        """All that stand next to a subject, by kind and then by id."""
        near = {(one.kind, one.id): one for one in self._near(subject)}
        found: dict[str, list[Entity]] = defaultdict(list)
        for _, one in sorted(near.items(), key=lambda entry: entry[0]):
            found[one.kind].append(one)
        return found

    def _near(self, subject: Entity) -> Iterator[Entity]:
        yield from (link.target for link in self._repository.outgoing(subject))
        yield from (link.source for link in self._repository.incoming(subject))
        holder = subject.holder
        path = subject.path if isinstance(subject, Part) else ()
        yield from self._inside.get((holder.kind, holder.id, path), ())
        if path:
            yield self._at.get((holder.kind, holder.id, path[:-2]), holder)


_Place = tuple[str, str, Path]
"""Where a part stands: the kind and id of the item, and the path in its document."""


def neighbourhood(context: Context) -> Neighbourhood:
    """Who stands next to whom in this run."""
    return context.once("neighbourhood", lambda: Neighbourhood(context.repository))


def unread(kinds: Iterable[str], subject: Entity, repository: Repository) -> None:
    """Raise `Unassessable` where a list of these kinds around a subject may lack something."""
    kinds = tuple(kinds)
    repository.complete(*kinds)
    if (subject.holder.kind, subject.holder.id) in repository.dangling:
        raise Unassessable(subject.id)
