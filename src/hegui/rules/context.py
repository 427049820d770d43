"""What a rule sees beside its subject: the repository, the clock, the files."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from hegui.derive.grounds import Grounds
from hegui.findings.finding import Outcome
from hegui.model.department import Department
from hegui.model.item import Entity, Item
from hegui.model.moment import Clock, When
from hegui.model.naming import kind_title
from hegui.model.repository import Repository
from hegui.source.bilingual import Text, both
from hegui.source.place import Related
from hegui.source.tree import Digests

if TYPE_CHECKING:
    from hegui.derive.answers import Answer
    from hegui.derive.derived import Derived
    from hegui.derive.workdays import Workdays
    from hegui.rules.rule import Rule

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """The repository at one instant. Rules read it and change nothing."""

    grounds: Grounds
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """Every rule of this run, by id."""
    options: Mapping[str, object] = field(default_factory=dict)
    later: Derived | None = None
    found: tuple[Outcome, ...] = ()
    """All outcomes, with what is waived marked; for rules of the stage after the waivers."""

    @property
    def repository(self) -> Repository:
        """Everything that was understood."""
        return self.grounds.repository

    @property
    def base(self) -> Repository | None:
        """What the change is held against; ``None`` where no base is named."""
        return self.grounds.base

    @property
    def clock(self) -> Clock:
        """The organisation's clock at the instant of judgement."""
        return self.grounds.clock

    @property
    def tree(self) -> Digests:
        """The files of the repository."""
        return self.grounds.tree

    @property
    def answers(self) -> Mapping[str, Answer]:
        """Every named fact and what it is, worked out once for all rules."""
        return self.grounds.answers

    @property
    def workdays(self) -> Workdays:
        """The working days that the packs and the repository publish."""
        return self.grounds.workdays

    @property
    def derived(self) -> Derived:
        """What is proved, and what follows; rules of the stages after structure may ask."""
        assert self.later is not None, "only a rule of a later stage may ask what is proved"
        return self.later

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once in a run however many rules ask for it under ``name``."""
        return self.grounds.once(name, make)

    def number(self, option: str) -> int:
        """The value of an option that is a whole number."""
        value = self.options[option]
        assert isinstance(value, int)
        return value

    def name(self, entity: Entity) -> Text:
        """How a message names an item: its title where it has one, and its id."""
        if isinstance(entity, Item) and entity.kind == "person":
            return both(entity.id, entity.id)  # people are named by id only
        zh, en = entity.title.get("zh"), entity.title.get("en")
        if not zh or zh == entity.id:
            return both(entity.id, entity.id)
        return both(f"{zh}（{entity.id}）", f"{en} ({entity.id})")

    def day(self, when: When) -> str:
        """The first day of ``when`` as messages write it, in the organisation's time zone."""
        return self._day(self.clock.begin(when))

    def last_day(self, when: When) -> str:
        """The last day of ``when``: before a milestone, the day of the instant before it."""
        return self._day(self.clock.end(when))

    def _day(self, instant: datetime) -> str:
        return instant.astimezone(self.clock.zone).date().isoformat()

    def exists(self, department: Department) -> bool:
        """Whether a department exists at the instant of judgement."""
        return self.clock.within(department.from_, department.until)


def see(entity: Entity, *path: str | int) -> Related:
    """A related place: a field of another item, labelled with its kind and id."""
    title = kind_title(entity.kind)
    label = both(f"{title.get('zh')} {entity.id}", f"{title.get('en')} {entity.id}")
    return Related(entity.place(*path), label)
