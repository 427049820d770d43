"""What the management page knows: its figures as plain values, without markup or wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hegui.derive.applicability import Entry
from hegui.derive.gate import Gate
from hegui.derive.residual import Gap, Residual
from hegui.derive.score import Score
from hegui.engine.result import Exit
from hegui.findings.finding import Finding, Status, Subject
from hegui.findings.severity import Severity
from hegui.model.catalogue import Area
from hegui.model.department import Department
from hegui.model.risk import Risk
from hegui.model.waiver import Waiver
from hegui.source.bilingual import Text
from hegui.source.place import Place
from hegui.source.tree import Commit

FOREMOST = 8
"""How many departments the first screen names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the check passes, and what stands against it."""

    exit: Exit
    fail_on: Severity
    reached: int
    """Findings at or above ``fail_on`` that neither a waiver accepts nor the baseline knows."""
    unread: int
    """Documents that were not understood."""
    known: int = 0
    """Open findings that the baseline knows."""
    outdated: int = 0
    """Entries that have to leave the baseline."""

    @property
    def word(self) -> str:
        """``pass``, ``fail``, or ``none`` where there was nothing to judge."""
        return {Exit.CLEAN: "pass", Exit.NOTHING: "none"}.get(self.exit, "fail")


@dataclass(frozen=True, slots=True)
class Task:
    """An open finding, the areas it touches, and the department that owes it."""

    finding: Finding
    areas: tuple[str, ...]
    owner: Department | None
    known: bool = False
    """Whether the baseline knows it."""
    remains: Text | None = None
    """Who mends it by when, and the law for which nobody can waive it."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What one department owes; ``None`` where no department is named."""

    owner: Department | None
    severities: Mapping[Severity, int]

    @property
    def count(self) -> int:
        """How many open findings there are."""
        return sum(self.severities.values())

    @property
    def worst(self) -> Severity:
        """The gravest of them."""
        return max(self.severities)


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """One area: its objectives, the open findings that touch it, what was not assessed."""

    id: str
    area: Area
    objectives: int
    excluded: int
    severities: Mapping[Severity, int]
    unknown: int
    score: Score

    @property
    def count(self) -> int:
        """How many open findings touch it."""
        return sum(self.severities.values())

    @property
    def state(self) -> str:
        """``open``, ``unknown``, ``uncovered`` (no objective yet) or ``calm``."""
        if self.count:
            return "open"
        if self.unknown:
            return "unknown"
        return "calm" if self.objectives else "uncovered"


@dataclass(frozen=True, slots=True)
class CatalogueFigures:
    """The areas of one enabled catalogue, in its order."""

    title: Text
    areas: tuple[AreaFigures, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver accepts, and until which day."""

    finding: Finding
    waiver: Waiver
    until: date


@dataclass(frozen=True, slots=True)
class Silent:
    """Something that rules could not judge, and how many of them."""

    subject: Subject
    kind: Text
    rules: int


@dataclass(frozen=True, slots=True)
class Unassessed:
    """What could not be judged for one reason."""

    reason: Text
    subjects: tuple[Silent, ...]

    @property
    def rules(self) -> int:
        """How many judgements were not made."""
        return sum(one.rules for one in self.subjects)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A milestone to come, in how many days, which department decides, and what its gate says.

    ``gate`` is ``None`` where the milestone asks for nothing.
    """

    title: Text
    on: date
    days: int
    decides: Department | None
    gate: Gate | None


@dataclass(frozen=True, slots=True)
class Claims:
    """The controls that are said to be implemented, and how many of them nothing shows."""

    implemented: int
    unproved: int


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """A risk with its residual; ``above`` says that it is above the limit of its category."""

    risk: Risk
    residual: Residual | Gap
    above: bool
    currency: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What the page rests on: instant, version, inputs, and where authority came from."""

    as_of: datetime
    pinned: bool
    """Whether the settings pin this very instant."""
    configured: bool
    """Whether the settings name this very threshold."""
    base: Commit | None
    """The base whose powers and limits count; ``None`` where that is the working tree."""
    version: str
    digest: str
    files: int
    documents: tuple[tuple[Text, int], ...]
    statuses: Mapping[Status, int]


@dataclass(frozen=True, slots=True)
class View:
    """All that the management page says."""

    organization: Text
    verdict: Verdict
    severities: Mapping[Severity, int]
    tasks: tuple[Task, ...]
    debts: tuple[Debt, ...]
    catalogues: tuple[CatalogueFigures, ...]
    untied: int
    waived: tuple[Waived, ...]
    unread: tuple[Place, ...]
    unassessed: tuple[Unassessed, ...]
    milestones: tuple[Ahead, ...]
    score: Score
    claims: Claims
    risks: tuple[RiskFigures, ...]
    statement: tuple[Entry, ...]
    origin: Origin

    @property
    def gates(self) -> tuple[Ahead, ...]:
        """The milestones to come that have a gate, the nearest first."""
        return tuple(one for one in self.milestones if one.gate is not None)

    @property
    def stamp(self) -> str:
        """What the seal says: the answer of the nearest gate, else the verdict of the check."""
        if self.verdict.word == "none" or not self.gates or self.gates[0].gate is None:
            return self.verdict.word
        return self.gates[0].gate.decision.value

    @property
    def touched(self) -> int:
        """How many areas an open finding touches."""
        return sum(bool(area.count) for one in self.catalogues for area in one.areas)

    @property
    def foremost(self) -> tuple[Debt, ...]:
        """Who owes most, and what nobody owes."""
        return (*self._owing[:FOREMOST], *(debt for debt in self.debts if debt.owner is None))

    @property
    def behind(self) -> tuple[Debt, ...]:
        """The departments that ``foremost`` leaves out."""
        return self._owing[FOREMOST:]

    @property
    def _owing(self) -> tuple[Debt, ...]:
        return tuple(debt for debt in self.debts if debt.owner is not None)

    @property
    def departments(self) -> int:
        """How many departments owe something."""
        return len(self._owing)
