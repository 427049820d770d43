"""Shapes of evidence: the facts that many types of record share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.item import Item
from hegui.model.table import column, kind
from hegui.model.types import Facts, Words
from hegui.source.bilingual import Text


@kind(
    "evidence-shape",
    "证据形态",
    "evidence shape",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class EvidenceShape(Item):
    """What records of one form state whatever they are about: a training, a scan, a filing."""

    description: Text | None = column(Words(), "说明", "description")
    facts: Mapping[str, Any] = column(
        Facts(),
        "应载明的事实（JSON Schema 的 properties）",
        "facts, as JSON Schema properties",
        required=True,
    )
