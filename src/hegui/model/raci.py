"""RACI: who is responsible, accountable, consulted and informed, in which period."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record, references, to
from hegui.model.moment import When as WhenValue
from hegui.model.reference import Ref
from hegui.model.table import column, many, record
from hegui.model.types import When


@record
class Period:
    """One period of a responsibility; nothing written at an end leaves it open."""

    from_: WhenValue | None = column(When(), "起始（含）", "first day, or a milestone")
    until: WhenValue | None = column(
        When(), "截止；里程碑则至其前一刻", "last day, or up to a milestone"
    )
    accountable: Ref = column(
        to("department"), "最终负责部门，只能一个", "the one accountable department", required=True
    )
    responsible: tuple[Ref, ...] = many(
        references(("department", "vendor"), itself=True),
        "执行部门",
        "departments that do the work",
    )
    consulted: tuple[Ref, ...] = many(references("department"), "须征求意见", "to be consulted")
    informed: tuple[Ref, ...] = many(references("department"), "须告知", "to be informed")


RACI = ListOf(Record(Period), key=("from", "until"))
"""The field ``raci`` of control, risk, vendor and action."""
