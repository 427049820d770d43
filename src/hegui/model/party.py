"""Parties: the companies and authorities in the deal."""

from __future__ import annotations

from decimal import Decimal

from hegui.model.item import Item
from hegui.model.table import column, kind
from hegui.model.types import COUNTRY, Choice, Percent, String, Words
from hegui.source.bilingual import Text, both

ROLES = {
    "own": both("本组织（没有交易）", "this organisation, where there is no deal"),
    "target": both("标的公司", "target"),
    "seller": both("转让方", "seller"),
    "buyer": both("受让方", "buyer"),
    "affiliate": both("关联方", "affiliate"),
    "counterparty": both("其他交易方", "other party"),
    "regulator": both("监管机构", "regulator"),
}
INSIDE = ("own", "target", "seller", "buyer")
"""The roles whose departments may answer for something."""


@kind("party", "主体", "party", group="organisation", folders=("controls",))
class Party(Item):
    """A legal person in the deal; vendors are a kind of their own."""

    role: str = column(Choice(ROLES), "在交易中的角色", "role in the deal", required=True)
    shares: Decimal | None = column(Percent(), "持有标的公司股权比例", "share of the target held")
    country: str | None = column(COUNTRY, "注册地", "where it is registered")
    registration: str | None = column(
        String(
            r"^[0-9A-Z]{18}$", both("18 位统一社会信用代码", "a unified social credit code of 18")
        ),
        "统一社会信用代码",
        "unified social credit code",
    )
    description: Text | None = column(Words(), "说明", "description")

    @property
    def inside(self) -> bool:
        """Whether its departments may answer for something in this repository."""
        return self.role in INSIDE
