"""Grounds: all that a derivation may rest on, and what was worked out of it once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from hegui.derive.workdays import Workdays
from hegui.model.calendar import Calendar
from hegui.model.moment import Clock
from hegui.model.repository import Repository
from hegui.source.tree import Digests

if TYPE_CHECKING:
    from hegui.derive.answers import Answer

T = TypeVar("T")


@dataclass(frozen=True)
class Grounds:
    """The repository at one instant, with its files. Whoever derives reads it and changes nothing."""

    repository: Repository
    clock: Clock
    tree: Digests
    base: Repository | None = None
    """The repository that the change is held against, where one is named."""
    _memo: dict[Hashable, Any] = field(default_factory=dict)

    @property
    def authority(self) -> Repository:
        """Whose ranks, powers and limits count: the base's; its own where no base is named."""
        return self.base or self.repository

    def once(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once in a run however often it is asked for under ``name``."""
        if name not in self._memo:
            self._memo[name] = make()
        return self._memo[name]  # type: ignore[no-any-return]

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Every named fact and what it is."""
        from hegui.derive.answers import answers  # CEL is imported only where facts decide

        return answers(self.repository)

    @cached_property
    def workdays(self) -> Workdays:
        """The working days that the packs and the repository publish."""
        return Workdays(self.repository.all(Calendar))
