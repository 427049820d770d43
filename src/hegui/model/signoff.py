"""Sign-offs: decisions bound to what was decided on."""

from __future__ import annotations

from hegui.model.compound import references, to
from hegui.model.item import UNTITLED, Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many
from hegui.model.types import DIGEST, Choice, Moment, Words
from hegui.source.bilingual import Text, both

DECISIONS = {
    "acceptance": both("接受", "acceptance"),
    "approval": both("批准", "approval"),
    "hand-over": both("移交承接", "hand-over"),
}
ABOUT = (
    "control", "risk", "exclusion", "waiver", "agreement", "vendor-assessment", "transfer",
    "milestone", "department", "vendor", "dataset", "processing", "action",
)  # fmt: skip


@kind("sign-off", "签署", "sign-off", group="decisions", folders=("risks/signoffs",))
class SignOff(Item):
    """Who decided what, when, on which state of it."""

    title: Text = column(Words(), "名称", "title", default=UNTITLED)
    decision: str = column(Choice(DECISIONS), "事项", "decision", required=True)
    about: tuple[Ref, ...] = many(references(ABOUT, explicit=True), "签署对象", "what it is about")
    by: Ref = column(to("person"), "签署人", "who signed", required=True, personal=True)
    department: Ref | None = column(to("department"), "代表部门", "for which department")
    at: MomentValue = column(Moment(), "签署时间", "when", required=True)
    expires: MomentValue | None = column(Moment(), "有效至", "until when it holds")
    fingerprint: str | None = column(DIGEST, "签署内容的摘要", "digest of what was decided on")
    statement: Text | None = column(Words(), "意见", "statement")
