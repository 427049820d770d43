"""What is accepted is made up for by something that works."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.records import operating
from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.requirements import shown_by
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import over
from hegui.source.bilingual import Text, both

_NONE = both("没有写明补偿措施", "names no compensating control")


@rule(
    "waiver/no-compensation",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("豁免没有有效的补偿措施", "A waiver that nothing compensates"),
    message=both("{subject} {problem}", "The waiver {subject} {problem}"),
    remedy=both(
        "在 compensating 写一项正在运行、有有效证据的控制措施；没有的，先补上再豁免。",
        "Name a control as compensating that is in operation and has valid proof; where there is "
        "none, put one in place first.",
    ),
    why=both(
        "没有补偿措施的豁免，接受的是毫无遮挡的风险；只写在纸上的措施挡不住什么。",
        "Without compensation the bare risk is accepted, and a control on paper wards off nothing.",
    ),
    where=lambda waiver, context: not over(waiver, context),
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    if waiver.compensating is None:
        yield Fault(values={"problem": _NONE})
        return
    control = context.repository.get(waiver.compensating, Control)
    problem = _problem(control, context)
    if problem is not None:
        yield Fault(
            at=("compensating",), values={"problem": problem}, related=(see(control, "status"),)
        )


def _problem(control: Control, context: Context) -> Text | None:
    """Why a control compensates nothing; ``None`` where it works and that is proved."""
    name = context.name(control)
    if not operating(control, context.grounds):
        return both(
            f"的补偿措施{name.get('zh')}未在运行",
            f"is compensated by {name.get('en')}, which is not in operation",
        )
    if not shown_by(control, context):
        context.repository.complete("evidence", "catalogue")
        return both(
            f"的补偿措施{name.get('zh')}没有有效证据",
            f"is compensated by {name.get('en')}, of which nothing proves that it works",
        )
    return None
