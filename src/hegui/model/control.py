"""Controls: the measures that the organisation operates."""

from __future__ import annotations

from datetime import date

from hegui.model.compound import Record, references
from hegui.model.duration import Duration
from hegui.model.item import Item
from hegui.model.moment import When as WhenValue
from hegui.model.raci import RACI, Period
from hegui.model.reference import Ref
from hegui.model.table import column, kind, many, record
from hegui.model.types import SLUG, Choice, Day, Span, When, Words
from hegui.source.bilingual import Text, both

TYPES = {
    "directive": both("指导性", "directive"),
    "preventive": both("预防性", "preventive"),
    "detective": both("检查性", "detective"),
    "corrective": both("纠正性", "corrective"),
}
STATUSES = {
    "planned": both("计划中", "planned"),
    "implementing": both("实施中", "being put in place"),
    "implemented": both("已实施（自述）", "implemented (a claim)"),
    "retired": both("已停用", "retired"),
}


@record
class Review:
    """When it was last looked at as a whole, and how often it must be."""

    last: date | None = column(Day(), "上次复审", "last review")
    every: Duration | None = column(Span(), "复审频次", "how often")


@kind("control", "控制措施", "control", group="doing", folders=("controls",))
class Control(Item):
    """A measure that achieves objectives. Its status is a claim; evidence is the proof."""

    statement: Text = column(Words(), "做什么", "what is done", required=True)
    domain: str | None = column(SLUG, "领域；不写则按文件夹", "domain; the folder when not written")
    type: str | None = column(Choice(TYPES), "类型", "type")
    status: str = column(Choice(STATUSES), "状态（自述）", "status, a claim", required=True)
    achieves: tuple[Ref, ...] = many(
        references("objective"), "达成的控制目标", "objectives achieved"
    )
    raci: tuple[Period, ...] = many(RACI, "责任分工", "who answers for it, in which period")
    operated_by: tuple[Ref, ...] = many(
        references(("department", "vendor", "party")), "由谁运行", "who operates it"
    )
    datasets: tuple[Ref, ...] = many(references("dataset"), "所护数据集", "datasets protected")
    milestones: tuple[Ref, ...] = many(
        references("milestone"), "须在此前就绪的里程碑", "milestones it must be ready for"
    )
    from_: WhenValue | None = column(When(), "起用", "in operation from")
    until: WhenValue | None = column(When(), "停用", "in operation until")
    review: Review | None = column(Record(Review), "复审", "review")

    @property
    def active(self) -> bool:
        """Whether it is claimed to be, or to become, in operation."""
        return self.status != "retired"
