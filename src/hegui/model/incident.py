"""Incidents: what went wrong."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.money import Money
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import Boolean, Choice, Integer, Moment, Sum, Words
from hegui.source.bilingual import Text, both

GRADES = {
    "general": both("一般", "general"),
    "larger": both("较大", "larger"),
    "major": both("重大", "major"),
    "extra-major": both("特别重大", "extra-major"),
}


@record
class Report:
    """Somebody was told, or need not be, with the reason."""

    clock: Ref = column(to("incident-clock"), "哪一项报告", "which report", required=True)
    at: MomentValue | None = column(Moment(), "报告时间", "when it was made")
    by: Ref | None = column(to("department"), "报告部门", "who made it")
    excused: Text | None = column(Words(), "不报的理由", "why it need not be made")
    approved_by: Ref | None = column(
        to("person"), "不报的批准人", "who approved that it is not made", personal=True
    )


@kind("incident", "事件", "incident", group="risk", folders=("risks/incidents",))
class Incident(Item):
    """An event that touched protected information."""

    summary: Text | None = column(Words(), "经过", "what happened")
    owner: Ref | None = column(to("department"), "处置部门", "who handles it")
    discovered: MomentValue | None = column(Moment(), "发现时间", "when it was discovered")
    contained: MomentValue | None = column(Moment(), "控制时间", "when it was contained")
    closed: MomentValue | None = column(Moment(), "结案时间", "when it was closed")
    persons: int | None = column(Integer(), "涉及人数", "persons affected")
    sensitive_persons: int | None = column(
        Integer(), "其中涉及敏感个人信息的人数", "of these, persons with sensitive information"
    )
    records: int | None = column(Integer(), "涉及记录数", "records affected")
    property_records: int | None = column(
        Integer(), "其中征信、财产信息记录数", "of these, records of credit or property"
    )
    leaked: bool | None = column(
        Boolean(), "是否流出控制范围", "whether the data left the organisation's control"
    )
    crime: bool | None = column(Boolean(), "是否涉嫌犯罪", "whether a crime is suspected")
    public: bool | None = column(
        Boolean(),
        "是否引发重大舆情、诉讼或刑事调查",
        "great publicity, litigation or a criminal inquiry",
    )
    grade: str | None = column(Choice(GRADES), "事件级别", "grade of the incident")
    ransomware: bool | None = column(Boolean(), "是否勒索攻击", "whether it was ransomware")
    loss: Money | None = column(Sum(), "直接损失", "direct loss")
    datasets: tuple[Ref, ...] = many(references("dataset"), "涉及数据集", "datasets")
    vendors: tuple[Ref, ...] = many(references("vendor"), "涉及第三方", "vendors")
    risks: tuple[Ref, ...] = many(references("risk"), "对应风险", "risks it belongs to")
    actions: tuple[Ref, ...] = many(references("action"), "整改事项", "actions")
    reports: tuple[Report, ...] = many(
        ListOf(Record(Report), key=("clock",)), "报告与告知", "who was told, or need not be"
    )
