"""What a rule is: what it says, of which subjects, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from hegui.derive.waivable import NEVER_WAIVABLE as NEVER_WAIVABLE
from hegui.derive.waivable import NOBODY_KNOWS
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.model.item import Entity, Item
from hegui.model.rule import DeclaredRule
from hegui.model.types import Path
from hegui.rules.context import Context
from hegui.source.bilingual import Text
from hegui.source.place import Place, Related


class Stage(StrEnum):
    """When a rule runs; it reads only what earlier stages made."""

    DOCUMENT = "document"
    STRUCTURE = "structure"
    PROOF = "proof"
    DERIVED = "derived"
    WAIVER = "waiver"


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found wrong with its subject.

    ``at`` is the path within the subject, ``within`` an offset in the text that stands there;
    ``place`` is where it stands when that is not in its subject; ``values`` fill the message;
    ``discriminator`` (data, never wording) tells two faults at one field apart.
    """

    at: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    discriminator: str = ""
    related: tuple[Related, ...] = ()
    within: int | None = None
    place: Place | None = None


S = TypeVar("S", bound=Entity)
Check = Callable[[Any, Context], Iterable[Fault]]


class Apart(NamedTuple):
    """The outcome of a rule on a subject that it neither passes nor fails, and why."""

    status: Status
    reason: Text | None = None


Where = Callable[[Any, Context], bool | Apart]
"""Whether a rule applies to a subject; or what becomes of the subject instead."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its texts in both languages, its severity, and how it is checked.

    ``subjects`` are classes of items or names of kinds of parts. Where ``where`` is false
    the rule is not applicable. Where ``packs`` is false it does not look at what a pack ships:
    that is held to account when the pack is verified. Rules about reading have no ``check``:
    reading reports them.
    """

    id: str
    title: Text
    severity: Severity
    message: Text
    remedy: Text
    why: Text
    references: tuple[str, ...] = ()
    stage: Stage = Stage.STRUCTURE
    subjects: tuple[type[Item] | str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    where: Where | None = None
    packs: bool = True
    check: Check | None = None
    declared: DeclaredRule | None = None
    """The document that declares it, where it is written in CEL."""

    @property
    def category(self) -> str:
        """The first half of the id: the folder that holds the rule."""
        return self.id.partition("/")[0]

    @property
    def waivable(self) -> bool:
        """Whether a waiver may accept its findings."""
        return self.category not in NEVER_WAIVABLE and self.id not in NOBODY_KNOWS

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its subjects."""
        return tuple(s if isinstance(s, str) else s.kind for s in self.subjects)


def rule(
    id: str,
    *subjects: type[Item] | str,
    severity: Severity,
    title: Text,
    message: Text,
    remedy: Text,
    why: Text,
    references: tuple[str, ...] = (),
    options: Mapping[str, object] | None = None,
    where: Where | None = None,
    packs: bool = True,
    stage: Stage = Stage.STRUCTURE,
) -> Callable[[Callable[[S, Context], Iterable[Fault]]], Rule]:
    """Make a rule of the function below, which yields what is wrong with one subject."""

    def make(check: Callable[[S, Context], Iterable[Fault]]) -> Rule:
        return Rule(
            id=id,
            title=title,
            severity=severity,
            message=message,
            remedy=remedy,
            why=why,
            references=references,
            subjects=subjects,
            options=options or {},
            where=where,
            packs=packs,
            stage=stage,
            check=check,
        )

    return make


def reading_rule(
    id: str, *, severity: Severity, title: Text, message: Text, remedy: Text, why: Text
) -> Rule:
    """Make a rule that reading or the engine itself reports; such findings can never be waived."""
    return Rule(
        id=id,
        title=title,
        severity=severity,
        message=message,
        remedy=remedy,
        why=why,
        stage=Stage.DOCUMENT,
    )
