"""Departments: those who answer for what the organisation does."""

from __future__ import annotations

from hegui.model.compound import to
from hegui.model.item import Item
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind
from hegui.model.types import Integer, When, Words
from hegui.source.bilingual import Text


@kind("department", "部门", "department", group="organisation", folders=("controls",))
class Department(Item):
    """A unit of a party, with a head, and with a successor where the deal ends it."""

    party: Ref = column(to("party"), "所属主体", "the party it belongs to", required=True)
    head: Ref | None = column(to("person"), "负责人", "head", personal=True)
    deputy: Ref | None = column(to("person"), "副职或代行人", "deputy", personal=True)
    parent: Ref | None = column(to("department"), "上级部门", "the department above it")
    from_: WhenValue | None = column(When(), "设立", "exists from")
    until: WhenValue | None = column(When(), "存续至", "exists until")
    successor: Ref | None = column(to("department"), "承接部门", "who takes over its duties")
    headcount: int | None = column(Integer(), "人数", "headcount")
    duties: Text | None = column(Words(), "职责", "duties")
