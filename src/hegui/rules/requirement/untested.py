"""Every objective has a requirement that a machine can test."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "requirement/untested",
    "objective",
    severity=Severity.MEDIUM,
    title=both("控制目标没有可执行的检验", "An objective that no machine can test"),
    message=both(
        "{subject}没有一项要求写有可执行的检验",
        "No requirement of {subject} has a test that can be run",
    ),
    remedy=both(
        "至少给一项要求写 test，并附通过与不通过的例子。",
        "Give at least one requirement a test, with an example that passes and one that fails.",
    ),
    why=both(
        "没有检验的目标只能靠人说达到了。",
        "Without a test, an objective is met because somebody says so.",
    ),
    packs=False,
)
def check(objective: Part, context: Context) -> Iterator[Fault]:
    tested = [one for one in objective.record.requirements if one.test is not None]
    if not tested:
        yield Fault()
    elif all(context.repository.find(one.evidence) is None for one in tested):
        raise Unassessable(objective.id)  # whether a test can be run depends on its type
