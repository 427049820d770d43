"""People, by pseudonym."""

from __future__ import annotations

from datetime import date

from hegui.model.compound import references, to
from hegui.model.item import UNTITLED, Item
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many
from hegui.model.types import Day, String, Words
from hegui.source.bilingual import Text, both


@kind("person", "人员", "person", group="organisation", folders=("controls",))
class Person(Item):
    """One person; messages know the id only, the name is for an internal audience."""

    id: str = column(
        String(r"^p-[0-9]{3,6}$", both("化名编号，如 p-017", "a pseudonym as p-017")),
        "化名编号，不得用姓名",
        "a pseudonym, never the name",
        required=True,
    )
    title: Text = column(Words(), "职务", "post", default=UNTITLED)
    name: Text | None = column(Words(), "姓名", "name", personal=True)
    contact: Text | None = column(Words(), "联系方式", "contact", personal=True)
    department: Ref = column(to("department"), "所在部门", "department", required=True)
    roles: tuple[Ref, ...] = many(references("role"), "担任的角色", "roles held")
    joined: date | None = column(Day(), "入职日期", "first day")
    left: date | None = column(Day(), "离职日期", "last day")
