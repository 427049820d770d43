"""Declared facts: what the records of a type of evidence state, with those of its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.expr.shape import Fields, of_facts
from hegui.model.evidence_shape import EvidenceShape
from hegui.model.evidence_type import EvidenceType
from hegui.model.repository import Repository


def declared(type_: EvidenceType, repository: Repository) -> Mapping[str, Any]:
    """The facts of a type by name, each a JSON Schema; those of its shape come first.

    Raises `Unassessable` when the shape is not there.
    """
    own = type_.facts or {}
    if type_.shape is None:
        return own
    return {**repository.get(type_.shape, EvidenceShape).facts, **own}


def seen(type_: EvidenceType, repository: Repository) -> Fields:
    """What a test sees of the facts of a type.

    Raises `Unassessable` as `declared` does, and `BadFacts` when a fact is declared wrongly.
    """
    return of_facts(declared(type_, repository))
