"""Deal structures: what each way of changing hands asks for."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references
from hegui.model.item import Item
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.transfer import STRUCTURES
from hegui.model.types import SLUG, Boolean, Choice, Words
from hegui.source.bilingual import Text, both

CONSENTS = {
    "no": both("不需要", "no"),
    "if-consent-ground": both("以同意为依据的须取得", "where processing rests on consent"),
    "if-purpose-changes": both("变更目的或方式的须取得", "where purpose or method changes"),
}


@record
class Duty:
    """One thing the structure asks for."""

    id: str = column(SLUG, "编号", "id", required=True)
    title: Text = column(Words(), "要做什么", "what it asks for", required=True)
    obligations: tuple[Ref, ...] = many(references("obligation"), "依据条款", "clauses behind it")


@kind(
    "deal-structure",
    "交易结构",
    "deal structure",
    group="law",
    folders=("controls/obligations",),
    catalogue=True,
)
class DealStructure(Item):
    """A way of changing hands, and what it means for customer information."""

    structure: str = column(Choice(STRUCTURES), "交易结构", "structure", required=True)
    handler_after: Text = column(
        Words(), "交易后谁是处理者", "who handles the data afterwards", required=True
    )
    notice: Text = column(Words(), "告知", "the notice it asks for", required=True)
    notice_items: tuple[str, ...] = many(ListOf(SLUG), "告知事项", "what the notice must say")
    consent: str = column(Choice(CONSENTS), "单独同意", "separate consent", required=True)
    debtors_told: bool = column(
        Boolean(), "是否须通知债务人", "whether debtors must be told", required=True
    )
    duties: tuple[Duty, ...] = many(
        ListOf(Record(Duty), key=("id",)), "应做事项", "what it asks for"
    )
    obligations: tuple[Ref, ...] = many(references("obligation"), "依据条款", "clauses behind it")
    note: Text | None = column(Words(), "说明", "note")
