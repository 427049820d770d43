"""Expressions in documents: what the rules about them share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hegui.derive.declared import seen
from hegui.expr import scope
from hegui.expr.shape import Shape, of_kind
from hegui.model.evidence_type import EvidenceType
from hegui.model.fact import Fact
from hegui.model.incident_clock import IncidentClock
from hegui.model.item import Entity, Part
from hegui.model.repository import Repository
from hegui.model.types import Path


class Written(NamedTuple):
    """An expression: where it stands in its subject, its text, and what it sees."""

    at: Path
    text: str
    sees: Mapping[str, Shape]


def expressions(subject: Entity, repository: Repository) -> Iterator[Written]:
    """All expressions of a requirement, a fact or an incident clock.

    Raises `Unassessable` or `BadFacts` where what they see is not known.
    """
    match subject:
        case Part(kind="requirement", record=record):
            if record.test is not None:
                type_ = repository.get(record.evidence, EvidenceType)
                yield Written(("test",), record.test, {"facts": seen(type_, repository)})
            if record.where is not None and record.for_each is not None:
                yield Written(("where",), record.where, scope.subject(record.for_each))
        case Fact():
            for name, text in (("yes_if", subject.yes_if), ("no_if", subject.no_if)):
                if text is not None:
                    yield Written((name,), text, scope.repository())
        case IncidentClock(if_=str(text)):
            yield Written(("if",), text, {"incident": of_kind("incident")})
