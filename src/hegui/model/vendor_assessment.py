"""Assessments of vendors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.compound import references, to
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many
from hegui.model.types import Choice, Facts, Moment, Words
from hegui.source.bilingual import Text, both

CONCLUSIONS = {
    "approved": both("通过", "approved"),
    "with-conditions": both("附条件通过", "approved with conditions"),
    "rejected": both("不通过", "rejected"),
}


@kind(
    "vendor-assessment",
    "第三方评估",
    "vendor assessment",
    group="third parties",
    folders=("vendors",),
)
class VendorAssessment(Item):
    """What an assessment of a vendor found, and until when it holds."""

    vendor: Ref = column(to("vendor"), "被评估方", "the vendor", required=True)
    questionnaire: Ref | None = column(to("questionnaire"), "问卷", "questionnaire")
    performed_by: Ref | None = column(to("department", "vendor"), "评估方", "who assessed")
    performed_at: MomentValue = column(Moment(), "评估日期", "when", required=True)
    expires: MomentValue | None = column(Moment(), "有效至", "until when it holds")
    conclusion: str = column(Choice(CONCLUSIONS), "结论", "conclusion", required=True)
    conditions: tuple[Ref, ...] = many(references("action"), "附带条件", "conditions, as actions")
    approved_by: Ref | None = column(to("person"), "批准人", "who approved it", personal=True)
    answers: Mapping[str, Any] | None = column(Facts(), "答卷", "answers")
    summary: Text | None = column(Words(), "要点", "summary")
