"""Evidence types: what facts a kind of record has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.compound import to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.reference import Ref
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
    """A kind of record: the facts of its shape, and those of its own, as JSON Schema properties."""

    description: Text | None = column(Words(), "说明", "description")
    shape: Ref | None = column(to("evidence-shape"), "形态", "the shape whose facts it has too")
    facts: Mapping[str, Any] | None = column(
        Facts(),
        "另应载明的事实（JSON Schema 的 properties）",
        "facts of its own, as JSON Schema properties",
    )
    cadence: Duration | None = column(Span(), "惯常频次", "usual cadence")
    artefact: bool | None = column(Boolean(), "须附原件摘要", "needs the digest of a document")
