"""Showings: what one record, or one automated check, says of one requirement."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import NamedTuple

from hegui.model.check import Check
from hegui.model.control import Control
from hegui.model.evidence import Evidence
from hegui.model.reference import Ref
from hegui.source.bilingual import both
from hegui.source.place import Place

_TICK = timedelta(microseconds=1)


class Level(IntEnum):
    """How far a pass can be trusted; computed, never typed in."""

    ASSERTED = 1
    DOCUMENTED = 2
    WITNESSED = 3
    RECOMPUTED = 4

    @property
    def word(self) -> str:
        """The name by which the appetite file calls it."""
        return self.name.lower()


LEVELS = {
    Level.ASSERTED: both("仅有记录", "asserted"),
    Level.DOCUMENTED: both("有原件", "documented"),
    Level.WITNESSED: both("有见证", "witnessed"),
    Level.RECOMPUTED: both("经复算", "recomputed"),
}


class Void(StrEnum):
    """Why a pass counts for nothing."""

    NO_CONTROL = "no-control"
    NOT_ACTIVE = "not-active"
    OTHER_CONTROL = "other-control"
    WRONG_SUBJECT = "wrong-subject"
    WRONG_TYPE = "wrong-type"
    NO_FACTS = "no-facts"
    COUNTED_TWICE = "counted-twice"
    ARTEFACT = "artefact"


VOIDS = {
    Void.NO_CONTROL: both("没有写明或找不到控制措施", "it names no control that is there"),
    Void.NOT_ACTIVE: both("控制措施不在运行", "its control is not in operation"),
    Void.OTHER_CONTROL: both("控制措施不达成该目标", "its control does not achieve the objective"),
    Void.WRONG_SUBJECT: both("对象不对", "it is about another subject"),
    Void.WRONG_TYPE: both("证据类型不对", "it is evidence of another type"),
    Void.NO_FACTS: both("所载事实不足以检验", "its facts cannot be tested"),
    Void.COUNTED_TWICE: both(
        "同时用于两项须各有其证的要求", "it is used for two requirements that need proof apart"
    ),
    Void.ARTEFACT: both(
        "原件不在或与摘要不符", "its document is missing, or is not the one recorded"
    ),
}


class Showing(NamedTuple):
    """One statement that a requirement is met, or is not, at an instant.

    ``subject`` is what it is about, ``None`` where it names nothing. A pass with ``void`` counts
    for nothing. ``until`` is the last instant of its validity, ``gone`` that of the grace after
    it; ``None`` where it does not run out. ``position`` is that in ``proves``, ``None`` for an
    automated check.
    """

    source: Evidence | Check
    position: int | None
    subject: Ref | None
    at: datetime
    passed: bool
    level: Level = Level.ASSERTED
    until: datetime | None = None
    gone: datetime | None = None
    void: Void | None = None
    control: Control | None = None

    @property
    def names_control(self) -> bool:
        """Whether it names a control, found or not."""
        return isinstance(self.source, Check) or (
            self.position is not None and self.source.proves[self.position].control is not None
        )

    @property
    def place(self) -> Place:
        """Where it is written."""
        if self.position is None:
            return self.source.place("rule")
        return self.source.place("proves", self.position, "requirement")

    def freshness(self, instant: datetime) -> Fraction:
        """One while it is valid, fading evenly to nothing at the end of its grace."""
        if self.until is None or self.gone is None or instant <= self.until:
            return Fraction(1)
        if instant >= self.gone:
            return Fraction(0)
        return Fraction((self.gone - instant) // _TICK, (self.gone - self.until) // _TICK)

    def valid(self, instant: datetime) -> bool:
        """Whether it still holds, in its grace too."""
        return self.freshness(instant) > 0
