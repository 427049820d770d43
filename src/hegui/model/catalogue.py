"""Catalogues: the outcomes wanted, and what must be proved for each."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hegui.model.compound import ListOf, Record, references, strings, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.reference import PART, Ref
from hegui.model.table import PartOf, column, kind, many, record
from hegui.model.types import SLUG, Cel, Choice, Facts, Number, Span, String, Words
from hegui.source.bilingual import Text, both

PART_NAME = String(f"^{PART}$", both("编号，如 04.3", "a name as 04.3"))
SUBJECTS = {
    "dataset": both("每个数据集", "every dataset"),
    "system": both("每个系统", "every system"),
    "vendor": both("每家第三方", "every vendor"),
    "agreement": both("每份协议", "every agreement"),
    "person": both("每名人员", "every person"),
    "department": both("每个部门", "every department"),
    "processing": both("每项处理活动", "every processing"),
}
BASES = {
    "law": both("法定", "law"),
    "house": both("内部规则（建议值，非法定）", "house rule (a proposal, not law)"),
}


@record
class Area:
    """One area of a catalogue."""

    id: str = column(PART_NAME, "编号", "id", required=True)
    title: Text = column(Words(), "名称", "title", required=True)
    note: Text | None = column(Words(), "说明", "note")


@record
class Examples:
    """Facts that pass the test of a requirement, and facts that fail it."""

    pass_: Mapping[str, Any] | None = column(Facts(), "通过的例子", "facts that pass")
    fail: Mapping[str, Any] | None = column(Facts(), "不通过的例子", "facts that fail")


@record
class Requirement:
    """One thing that must be proved: ``cip#04.3:counts``."""

    key: str = column(SLUG, "编号", "key", required=True)
    title: Text = column(Words(), "名称", "title", required=True)
    evidence: Ref = column(to("evidence-type"), "证据类型", "evidence type", required=True)
    every: Duration | None = column(Span(), "频次", "cadence")
    basis: str | None = column(
        Choice(BASES), "频次或限值的依据", "where cadence and limits come from"
    )
    for_each: str | None = column(
        Choice(SUBJECTS), "须逐一证明的对象", "must be proved for every one of these"
    )
    due: tuple[Ref, ...] = many(
        references("milestone", soft=True), "最迟里程碑", "milestones by which it is due"
    )
    where: str | None = column(
        Cel("subject"), "对象的范围（CEL）", "which of these subjects, in CEL; all when not written"
    )
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，须同时成立", "applies when all of these facts hold"
    )
    test: str | None = column(Cel("facts"), "对证据事实的检验（CEL）", "test on the facts, in CEL")
    examples: Examples | None = column(Record(Examples), "正反例", "examples of facts")
    after: tuple[Ref, ...] = many(
        references("requirement"), "须在其后", "must be proved before this one is done"
    )
    weight: Decimal | None = column(Number(), "权重，默认 1", "weight, 1 when not written")


@record
class Objective:
    """One outcome wanted: ``cip#04.3``."""

    ref: str = column(PART_NAME, "编号", "reference", required=True)
    area: str = column(PART_NAME, "领域", "area", required=True)
    title: Text = column(Words(), "名称", "title", required=True)
    statement: Text | None = column(Words(), "目标", "the outcome wanted")
    origin: Text | None = column(
        Words(), "出处：文章条目的要旨", "where it comes from: the gist of the item"
    )
    applies_when: tuple[Ref, ...] = many(
        references("fact"), "适用情形，须同时成立", "applies when all of these facts hold"
    )
    satisfies: tuple[Ref, ...] = many(
        references("obligation"), "满足的条款", "obligations satisfied"
    )
    due: tuple[Ref, ...] = many(
        references("milestone", soft=True), "最迟里程碑", "milestones by which it is due"
    )
    maps: Mapping[str, Any] | None = column(
        Facts(), "与其他框架的对应", "identifiers in other frameworks"
    )
    requirements: tuple[Requirement, ...] = many(
        ListOf(Record(Requirement), key=("key",)), "证明要求", "what must be proved"
    )


@record
class Split:
    """How two places of the catalogue that sound alike are kept apart, and what counts once.

    A record proves requirements of only one of the objectives in ``once``.
    """

    id: str = column(SLUG, "编号", "id", required=True)
    note: Text = column(Words(), "如何区分", "how they are kept apart", required=True)
    areas: tuple[Ref, ...] = many(references("area"), "领域", "areas")
    objectives: tuple[Ref, ...] = many(references("objective"), "控制目标", "objectives")
    shared: tuple[Ref, ...] = many(
        references("evidence-type"), "共用的证据类型", "evidence types that serve both"
    )
    once: tuple[Ref, ...] = many(
        references("objective"),
        "同一记录只能用于其一",
        "a record counts for only one of these objectives",
    )


@kind(
    "catalogue",
    "控制目标目录",
    "catalogue",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
    parts=(
        PartOf("area", "areas", "id", both("领域", "area"), short=True),
        PartOf(
            "objective",
            "objectives",
            "ref",
            both("控制目标", "objective"),
            parts=(
                PartOf("requirement", "requirements", "key", both("证明要求", "requirement"), ":"),
            ),
        ),
    ),
)
class Catalogue(Item):
    """A list of objectives by area."""

    description: Text | None = column(Words(), "说明", "description")
    source: Text | None = column(Words(), "来源", "source")
    maps: tuple[str, ...] = many(strings(SLUG), "对应的框架", "frameworks that are mapped")
    areas: tuple[Area, ...] = many(ListOf(Record(Area), key=("id",)), "领域", "areas")
    objectives: tuple[Objective, ...] = many(
        ListOf(Record(Objective), key=("ref",)), "控制目标", "objectives"
    )
    splits: tuple[Split, ...] = many(
        ListOf(Record(Split), key=("id",)), "相近要求的区分", "how what sounds alike is kept apart"
    )
