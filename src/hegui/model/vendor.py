"""Vendors: third parties that do something for us."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references, strings
from hegui.model.item import Item
from hegui.model.moment import When as WhenValue
from hegui.model.raci import RACI, Period
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import COUNTRY, SLUG, Boolean, Choice, Integer, When, Words
from hegui.source.bilingual import Text, both

STATUSES = {
    "screening": both("准入中", "being screened"),
    "active": both("合作中", "active"),
    "exiting": both("退出中", "leaving"),
    "ended": both("已终止", "ended"),
}
ACCESSES = {
    "none": both("不接触数据", "none"),
    "view": both("查看", "view"),
    "process": both("处理", "process"),
    "store": both("存储", "store"),
}
ROLES = {
    "entrusted": both("受托处理", "entrusted processor"),
    "independent": both("独立处理者", "independent handler"),
    "joint": both("共同处理者", "joint handler"),
    "adviser": both("顾问", "adviser"),
    "none": both("不处理个人信息", "handles no personal information"),
}


@record
class Service:
    """One service: what it supports, and what data it touches, where."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text | None = column(Words(), "名称", "title")
    supports: tuple[Ref, ...] = many(references("system"), "支持的系统", "systems it supports")
    access: str | None = column(Choice(ACCESSES), "接触数据的程度", "access to data")
    role: str | None = column(Choice(ROLES), "在个保法上的角色", "role under PIPL")
    datasets: tuple[Ref, ...] = many(references("dataset"), "涉及数据集", "datasets")
    persons: int | None = column(Integer(), "涉及人数", "persons")
    location: tuple[str, ...] = many(strings(COUNTRY), "处理地区", "where it happens")
    replaceable: bool | None = column(Boolean(), "可否替代", "can be replaced")


@record
class Exit:
    """How we get out."""

    plan: Text | None = column(Words(), "退出方案", "exit plan")
    alternative: Text | None = column(Words(), "替代方", "alternative")
    by: WhenValue | None = column(When(), "退出期限", "by when")


@kind("vendor", "第三方", "vendor", group="third parties", folders=("vendors",))
class Vendor(Item):
    """A third party. Its tier is computed, never typed in."""

    description: Text | None = column(Words(), "说明", "description")
    status: str | None = column(Choice(STATUSES), "状态", "status")
    services: tuple[Service, ...] = many(ListOf(Record(Service), key=("id",)), "服务", "services")
    subprocessors: tuple[Ref, ...] = many(references("vendor"), "再受托方", "subprocessors")
    raci: tuple[Period, ...] = many(RACI, "责任分工", "who answers for it, in which period")
    from_: WhenValue | None = column(When(), "合作起始", "from")
    until: WhenValue | None = column(When(), "合作截止", "until")
    exit: Exit | None = column(Record(Exit), "退出安排", "how we get out")

    @property
    def touches_data(self) -> bool:
        """Whether any of its services reaches data about people."""
        return any(service.access not in (None, "none") for service in self.services)
