"""Systems: where datasets live."""

from __future__ import annotations

from hegui.model.compound import to
from hegui.model.item import Item
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind
from hegui.model.transfer import IN_DEAL
from hegui.model.types import COUNTRY, Choice, Integer, String, When, Words
from hegui.source.bilingual import Text


@kind("system", "系统", "system", group="information", folders=("controls/information",))
class System(Item):
    """A system or an archive."""

    description: Text | None = column(Words(), "说明", "description")
    owner: Ref | None = column(to("department"), "责任部门", "the department that owns it")
    party: Ref | None = column(to("party"), "运营主体", "the party that runs it")
    vendor: Ref | None = column(to("vendor"), "托管方", "the vendor that hosts it")
    level: int | None = column(
        Integer(0, 5), "网络安全等级保护级别", "multi-level protection grade (GB/T 22240-2020)"
    )
    location: str | None = column(COUNTRY, "所在地区", "where it stands")
    persons: int | None = column(Integer(), "涉及人数", "persons whose data it holds")
    volume: str | None = column(String(), "体量", "volume")
    until: WhenValue | None = column(When(), "停用", "in use until")
    in_deal: str | None = column(Choice(IN_DEAL), "转让去向", "what becomes of it in the deal")
    plan: Text | None = column(Words(), "转让安排", "how it is handled in the deal")
