"""Evidence types: what facts a kind of record has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.table import column, kind
from hegui.model.types import Boolean, Facts, Span, Words
from hegui.source.bilingual import Text


@kind(
    "evidence-type",
    "证据类型",
    "evidence type",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class EvidenceType(Item):
    """A kind of record, with the facts it must state as JSON Schema properties."""

    description: Text | None = column(Words(), "说明", "description")
    facts: Mapping[str, Any] | None = column(
        Facts(), "应载明的事实（JSON Schema 的 properties）", "facts, as JSON Schema properties"
    )
    cadence: Duration | None = column(Span(), "惯常频次", "usual cadence")
    artefact: bool | None = column(Boolean(), "须附原件摘要", "needs the digest of a document")
