"""Processing: a purpose with its legal ground, datasets and recipients."""

from __future__ import annotations

from hegui.model.compound import Record, references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import Boolean, Choice, Integer, Moment, When, Words
from hegui.source.bilingual import Text, both

GROUNDS = {
    "consent": both("取得个人同意", "consent"),
    "contract": both("订立、履行合同所必需", "needed for a contract with the person"),
    "statutory-duty": both("履行法定职责或义务所必需", "needed for a statutory duty"),
    "emergency": both("应对突发公共卫生事件或紧急情况", "emergency"),
    "public-interest": both("为公共利益实施新闻报道等", "news and public interest"),
    "disclosed": both("合理范围内处理已公开信息", "information already public"),
    "other-law": both("法律、行政法规规定的其他情形", "another ground in a law"),
}
MANNERS = {
    "own": both("自行处理", "own processing"),
    "entrusted": both("委托处理", "entrusted"),
    "provided": both("向其他处理者提供", "provided to another handler"),
    "joint": both("共同处理", "joint"),
    "succession": both("因合并、分立等转移", "passed on by merger or division"),
}


@record
class Step:
    """Something done on a day, with the record of it."""

    on: MomentValue = column(Moment(), "日期", "when", required=True)
    evidence: Ref | None = column(to("evidence"), "证据", "evidence")
    persons: int | None = column(Integer(), "涉及人数", "persons reached")


@kind(
    "processing", "处理活动", "processing", group="information", folders=("controls/information",)
)
class Processing(Item):
    """One purpose, as the record of processing has it (PIPL arts. 13, 17, 21, 23, 55)."""

    purpose: Text = column(Words(), "处理目的", "purpose", required=True)
    ground: str | None = column(
        Choice(GROUNDS), "合法性基础（个保法第十三条）", "legal ground (PIPL art. 13)"
    )
    basis: tuple[Ref, ...] = many(references("obligation"), "所依条款", "clauses relied on")
    manner: str | None = column(Choice(MANNERS), "处理关系", "in which relation")
    owner: Ref | None = column(to("department"), "责任部门", "the department that answers for it")
    datasets: tuple[Ref, ...] = many(references("dataset"), "数据集", "datasets")
    recipients: tuple[Ref, ...] = many(
        references(("party", "vendor"), explicit=True), "接收方", "who receives the data"
    )
    cross_border: bool | None = column(Boolean(), "是否出境", "does it leave the country")
    notice: Step | None = column(Record(Step), "告知", "notice given")
    consent: Step | None = column(Record(Step), "单独同意", "separate consent taken")
    impact_assessment: Step | None = column(
        Record(Step), "个人信息保护影响评估", "impact assessment"
    )
    from_: WhenValue | None = column(When(), "起始", "from")
    until: WhenValue | None = column(When(), "截止", "until")
