"""The organisation that keeps the repository."""

from __future__ import annotations

from hegui.model.compound import to
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.table import column, kind
from hegui.model.types import Words
from hegui.source.bilingual import Text


@kind("organization", "组织", "organisation", group="organisation", folders=("controls",))
class Organization(Item):
    """The organisation, or the project of several parties, that this repository governs."""

    party: Ref | None = column(
        to("party"), "代表本组织的主体", "the party that is this organisation"
    )
    description: Text | None = column(Words(), "说明", "description")
