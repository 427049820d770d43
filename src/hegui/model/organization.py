"""The organisation that keeps the repository."""

from __future__ import annotations

from hegui.model.compound import strings, to
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.regulation import BOUND
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Words
from hegui.source.bilingual import Text


@kind("organization", "组织", "organisation", group="organisation", folders=("controls",))
class Organization(Item):
    """The organisation, or the project of several parties, that this repository governs."""

    party: Ref | None = column(
        to("party"), "代表本组织的主体", "the party that is this organisation"
    )
    bound_as: tuple[str, ...] = many(
        strings(Choice(BOUND)),
        "以何种身份受法律约束；不写则按除机关、法院、个人外的各种身份",
        "in which capacities the law binds it; all but authority, court and individual by default",
    )
    description: Text | None = column(Words(), "说明", "description")
