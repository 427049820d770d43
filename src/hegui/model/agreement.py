"""Agreements: contracts and NDAs with anyone."""

from __future__ import annotations

from hegui.model.artefact import Artefact
from hegui.model.compound import ListOf, Record, references, to
from hegui.model.duration import Duration
from hegui.model.item import UNTITLED, Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import SLUG, Choice, Integer, Moment, Span, String, When, Words
from hegui.source.bilingual import Text, both

TYPES = {
    "entrusted-processing": both("委托处理合同", "entrusted processing"),
    "provision": both("数据提供协议", "provision of data"),
    "joint-processing": both("共同处理协议", "joint processing"),
    "services": both("服务合同", "services"),
    "nda": both("保密协议", "NDA"),
    "staff-nda": both("员工保密协议", "staff NDA"),
    "data-room": both("数据室使用协议", "data-room terms"),
    "transfer": both("转让协议", "transfer agreement"),
    "credit-access": both("征信接入协议", "credit bureau access"),
}
EFFECTS = {
    "consent": both("须经同意", "needs consent"),
    "notice": both("须通知", "needs notice"),
    "new-signature": both("须重新签署", "needs a new signature"),
    "terminates": both("可解除", "may be terminated"),
    "none": both("无影响", "none"),
}


@record
class Clause:
    """One clause, and where it stands in the document."""

    id: str = column(SLUG, "条款主题", "what it is about", required=True)
    at: str | None = column(String(), "在文本中的位置", "where it stands in the document")
    hours: int | None = column(Integer(), "时限（小时）", "a limit in hours")
    days: int | None = column(Integer(), "时限（天）", "a limit in days")
    effect: str | None = column(
        Choice(EFFECTS), "控制权变更时的效果", "effect of a change of control"
    )
    note: Text | None = column(Words(), "说明", "note")


@record
class Signature:
    """Who signed, and when."""

    by: Ref = column(
        to("party", "vendor", "department", "person", explicit=True),
        "签署方",
        "who signed",
        required=True,
    )
    on: MomentValue | None = column(Moment(), "签署日期", "when")
    persons: int | None = column(Integer(), "覆盖人数", "persons covered")


@kind("agreement", "协议", "agreement", group="third parties", folders=("vendors",))
class Agreement(Item):
    """A contract: with whom, of which type, from when until when, with which clauses."""

    title: Text = column(Words(), "名称", "title", default=UNTITLED)
    with_: tuple[Ref, ...] = column(
        references(("vendor", "party", "department", "person"), explicit=True),
        "与谁签订",
        "with whom",
        required=True,
        default=(),
    )
    type: str | None = column(Choice(TYPES), "类型", "type")
    from_: WhenValue | None = column(When(), "生效", "from")
    expires: WhenValue | None = column(When(), "到期", "until when it holds")
    notice: Duration | None = column(Span(), "解约通知期", "notice of termination")
    owner: Ref | None = column(to("department"), "责任部门", "the department that answers for it")
    clauses: tuple[Clause, ...] = many(ListOf(Record(Clause), key=("id",)), "条款", "clauses")
    signatures: tuple[Signature, ...] = many(
        ListOf(Record(Signature), key=("by",)), "签署", "signatures"
    )
    document_: Artefact | None = column(Record(Artefact), "文本", "the document")
