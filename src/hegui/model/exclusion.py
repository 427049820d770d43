"""Exclusions: objectives left out, with a reason."""

from __future__ import annotations

from hegui.model.compound import references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many
from hegui.model.types import Moment, Words
from hegui.source.bilingual import Text


@kind("exclusion", "排除", "exclusion", group="doing", folders=("controls",))
class Exclusion(Item):
    """Objectives that this organisation does not pursue; they stay visible in every score."""

    objectives: tuple[Ref, ...] = many(references("objective"), "排除的目标", "objectives excluded")
    reason: Text = column(Words(), "理由", "reason", required=True)
    approved_by: Ref | None = column(to("person"), "批准人", "who approved it", personal=True)
    granted: MomentValue | None = column(Moment(), "批准日期", "when it was approved")
    expires: MomentValue | None = column(Moment(), "到期", "until when it holds")
