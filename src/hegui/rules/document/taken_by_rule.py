"""A name means one thing: an item or a rule."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "document/taken-by-rule",
    *(kind.cls for kind in KINDS.values()),
    severity=Severity.HIGH,
    title=both("编号与规则重名", "An id that is the name of a rule"),
    message=both("“{name}”已是一条规则的编号", "“{name}” is the name of a rule already"),
    remedy=both("换一个编号。", "Choose another id."),
    why=both(
        "hegui explain 按名称查找，同名就分不清要说明哪一个。",
        "hegui explain goes by the name, and one name must mean one thing.",
    ),
)
def check(item: Item, context: Context) -> Iterator[Fault]:
    name = f"{item.kind}/{item.id}"
    if name in context.rules:
        yield Fault(at=("id",), values={"name": name})
