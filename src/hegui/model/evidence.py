"""Evidence: dated records of what was shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.model.artefact import Artefact
from hegui.model.compound import ListOf, Record, to
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.moment import Moment as MomentValue
from hegui.model.reference import Ref
from hegui.model.table import column, kind, record
from hegui.model.types import Choice, Facts, Moment, Span
from hegui.source.bilingual import both

RESULTS = {"pass": both("通过", "pass"), "fail": both("不通过", "fail")}
SUBJECT_KINDS = (
    "dataset", "system", "vendor", "agreement", "person", "department", "processing",
)  # fmt: skip


@record
class Proves:
    """What the record is about: a requirement, by which control, for which subject."""

    requirement: Ref = column(to("requirement"), "证明要求", "requirement", required=True)
    control: Ref | None = column(to("control"), "控制措施", "control")
    subject: Ref | None = column(to(*SUBJECT_KINDS, explicit=True), "对象", "for which subject")


@kind("evidence", "证据", "evidence", group="doing", folders=("checks/evidence",))
class Evidence(Item):
    """A record; what it proves is computed and never typed in."""

    proves: tuple[Proves, ...] = column(
        ListOf(Record(Proves), key=("requirement", "subject"), minimum=1),
        "证明什么",
        "what it proves",
        required=True,
        default=(),
    )
    check: Ref | None = column(to("check"), "所属检查", "the check it came from")
    type: Ref | None = column(to("evidence-type"), "证据类型", "evidence type")
    facts: Mapping[str, Any] | None = column(Facts(), "事实", "facts")
    performed_at: MomentValue = column(Moment(), "实施时间", "when it was done", required=True)
    recorded_at: MomentValue | None = column(Moment(), "登记时间", "when it was recorded")
    valid_for: Duration | None = column(Span(), "有效期", "how long it holds")
    result: str = column(Choice(RESULTS), "结果", "result", required=True)
    artefact: Artefact | None = column(Record(Artefact), "原件", "the document behind it")
    performed_by: Ref | None = column(
        to("department", "vendor", "person", "party"), "实施方", "who did it"
    )
    witnessed_by: Ref | None = column(
        to("department", "vendor", "person", "party"), "见证方", "who witnessed it"
    )
