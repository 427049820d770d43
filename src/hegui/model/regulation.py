"""Regulations and their obligations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hegui.model.compound import ListOf, Record, references, strings, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.money import Money
from hegui.model.reference import PART, Ref
from hegui.model.table import PartOf, column, kind, many, record
from hegui.model.types import (
    COUNTRY,
    SLUG,
    Choice,
    Day,
    Number,
    Percent,
    Span,
    String,
    Sum,
    Words,
)
from hegui.source.bilingual import Text, both

NATURES = {
    "duty": both("义务", "duty"),
    "prohibition": both("禁止", "prohibition"),
    "right": both("权利", "right"),
    "definition": both("定义", "definition"),
    "penalty": both("罚则", "penalty"),
    "guidance": both("指引", "guidance"),
}
FORCES = {
    "mandatory": both("强制", "mandatory"),
    "recommended": both("推荐", "recommended"),
    "reference": both("参考", "reference"),
}
CONFIDENCES = {
    "primary": both("已读原文", "read in the primary text"),
    "secondary": both("据二手资料", "read in a secondary page"),
    "memory": both("凭记忆，未核实", "from memory, not verified"),
}
TYPES = {
    "law": both("法律", "law"),
    "administrative-regulation": both("行政法规", "administrative regulation"),
    "judicial-interpretation": both("司法解释", "judicial interpretation"),
    "department-rule": both("部门规章", "department rule"),
    "normative-document": both("规范性文件", "normative document"),
    "local-regulation": both("地方性法规", "local regulation"),
    "national-standard": both("国家标准", "national standard"),
    "industry-standard": both("行业标准", "industry standard"),
    "guide": both("指南", "guide"),
    "draft": both("征求意见稿", "draft"),
    "contract": both("合同", "contract"),
}
BOUND = {
    "handler": both("个人信息处理者", "the handler of personal information"),
    "recipient": both("接收方", "the recipient"),
    "entrusted": both("受托人", "whoever is entrusted"),
    "lender": both("贷款人", "the lender"),
    "seller": both("转让方", "the seller"),
    "buyer": both("受让方", "the buyer"),
    "target": both("标的公司", "the target"),
    "employer": both("用人单位", "the employer"),
    "staff": both("从业人员", "staff"),
    "operator": both("网络运营者", "the network operator"),
    "critical-operator": both("关键信息基础设施运营者", "the operator of critical infrastructure"),
    "platform": both("平台经营者", "the platform"),
    "financial-institution": both("金融机构", "a financial institution"),
    "credit-bureau": both("征信机构", "a credit bureau"),
    "credit-user": both("信息提供者与使用者", "who supplies or uses credit information"),
    "data-centre": both("数据中心经营者", "the data centre"),
    "auditor": both("审计机构", "the auditor"),
    "maker": both("产品生产与回收者", "makers and recyclers of devices"),
    "individual": both("个人", "the individual"),
    "anyone": both("任何组织和个人", "anyone"),
    "authority": both("主管部门", "the authority"),
    "court": both("法院", "the courts"),
}
SPEEDS = {
    "at-once": both("立即", "at once"),
    "promptly": both("及时", "promptly"),
    "beforehand": both("事前", "beforehand"),
}
WHO = {
    "unit": both("单位", "the organisation"),
    "individual": both("个人", "the individual"),
}


@record
class Deadline:
    """By when something is to be done: a term, a lead time, a cadence, or a speed without one."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text = column(Words(), "做什么", "what is to be done", required=True)
    within: Duration | None = column(Span(), "期限", "within")
    before: Duration | None = column(Span(), "提前期", "lead time")
    every: Duration | None = column(Span(), "频次", "how often")
    speed: str | None = column(Choice(SPEEDS), "未定期限的", "where no term is set")
    starts: Text | None = column(Words(), "起算点", "counted from what")
    milestone: Ref | None = column(
        to("milestone", soft=True),
        "起算的里程碑",
        "the milestone it is counted from, or leads up to",
    )


@record
class Threshold:
    """A number on which a clause turns, or a list of what must be there."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text = column(Words(), "含义", "what it decides", required=True)
    at_least: Decimal | None = column(Number(), "不少于", "at least")
    over: Decimal | None = column(Number(), "超过", "more than")
    at_most: Decimal | None = column(Number(), "不超过", "at most")
    below: Decimal | None = column(Number(), "少于", "less than")
    unit: str | None = column(SLUG, "单位", "unit")
    items: tuple[str, ...] = many(strings(SLUG), "应含事项", "what must be there")


@record
class Penalty:
    """What a breach costs: a range of money, of gain, of turnover or of years, or more."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text = column(Words(), "情形", "in which case", required=True)
    who: str | None = column(Choice(WHO), "对谁", "on whom")
    least: Money | None = column(Sum(), "下限", "from")
    most: Money | None = column(Sum(), "上限", "up to")
    turnover: Decimal | None = column(
        Percent(), "上年营业额的上限比例", "up to this share of last year's turnover"
    )
    gain_least: Decimal | None = column(Number(), "违法所得倍数下限", "times the gain, from")
    gain_most: Decimal | None = column(Number(), "违法所得倍数上限", "times the gain, up to")
    years_least: Decimal | None = column(Number(), "有期徒刑下限（年）", "years in prison, from")
    years_most: Decimal | None = column(Number(), "有期徒刑上限（年）", "years in prison, up to")
    also: tuple[str, ...] = many(strings(SLUG), "并可", "and also")


@record
class Obligation:
    """One clause: ``pipl#art-22``."""

    ref: str = column(
        String(f"^{PART}$", both("条款号，如 art-22", "a clause as art-22")),
        "条款",
        "clause",
        required=True,
    )
    title: Text | None = column(Words(), "名称", "title")
    nature: str = column(Choice(NATURES), "性质", "nature", required=True)
    force: str | None = column(
        Choice(FORCES), "效力；不写同本法规", "force; that of the regulation when not written"
    )
    summary: Text = column(Words(), "要旨", "summary in our own words", required=True)
    binds: tuple[str, ...] = many(
        strings(Choice(BOUND)),
        "约束谁；不写同本法规",
        "whom it binds; as the regulation if not written",
    )
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，须同时成立", "applies when all of these facts hold"
    )
    trigger: Text | None = column(
        Words(),
        "因何事触发；不写即始终适用",
        "the event that sets it off; at all times if not written",
    )
    needs_counsel: Text | None = column(
        Words(), "适用与否须由律师判断的问题", "what counsel must settle before it is applied"
    )
    deadlines: tuple[Deadline, ...] = many(
        ListOf(Record(Deadline), key=("id",)), "期限", "deadlines"
    )
    thresholds: tuple[Threshold, ...] = many(
        ListOf(Record(Threshold), key=("id",)), "数量界限与必备事项", "thresholds and lists"
    )
    penalties: tuple[Penalty, ...] = many(ListOf(Record(Penalty), key=("id",)), "罚则", "penalties")
    effective: date | None = column(
        Day(), "施行日期；不写同本法规", "in force from; as the regulation if not written"
    )
    ends: date | None = column(
        Day(), "失效日期；不写同本法规", "in force until; as the regulation if not written"
    )
    successor: Ref | None = column(to("obligation"), "现条款", "the clause that replaced it")
    confidence: str | None = column(Choice(CONFIDENCES), "核实程度", "how far it was verified")


@kind(
    "regulation",
    "法规",
    "regulation",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
    parts=(PartOf("obligation", "obligations", "ref", both("条款", "obligation")),),
)
class Regulation(Item):
    """A law, standard or contract with the clauses that matter here."""

    type: str | None = column(Choice(TYPES), "类别", "type")
    version: Text | None = column(Words(), "版本", "version")
    citation: Text | None = column(Words(), "文号", "citation")
    issuer: Text | None = column(Words(), "制定机关", "issuer")
    adopted: date | None = column(Day(), "通过日期", "adopted")
    effective: date | None = column(Day(), "施行日期", "in force from")
    ends: date | None = column(Day(), "失效日期", "in force until")
    jurisdiction: str | None = column(COUNTRY, "适用地区", "where it holds")
    force: str = column(Choice(FORCES), "效力", "force", required=True)
    binds: tuple[str, ...] = many(strings(Choice(BOUND)), "约束谁", "whom it binds")
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，各条均以此为前提", "facts without which no clause applies"
    )
    successor: Ref | None = column(to("regulation"), "替代法规", "what replaced it")
    source: str | None = column(String(), "来源", "source")
    confidence: str | None = column(Choice(CONFIDENCES), "核实程度", "how far it was verified")
    notes: Text | None = column(Words(), "备注", "notes")
    obligations: tuple[Obligation, ...] = many(
        ListOf(Record(Obligation), key=("ref",)), "条款", "obligations"
    )
