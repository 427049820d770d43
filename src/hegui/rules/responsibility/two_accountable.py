"""Only one department is accountable at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from hegui.findings.severity import Severity
from hegui.model.action import Action
from hegui.model.control import Control
from hegui.model.reference import Ref
from hegui.model.risk import Risk
from hegui.model.vendor import Vendor
from hegui.rules.context import Context
from hegui.rules.periods import live, placed
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both
from hegui.source.place import Related


@rule(
    "responsibility/two-accountable",
    Control,
    Vendor,
    Risk,
    Action,
    severity=Severity.HIGH,
    title=both("同一时间有两个最终负责部门", "Two are accountable at one time"),
    message=both(
        "{subject}{since}同时由{first}和{second}负最终责任",
        "Both {first} and {second} are accountable for {subject} {since}",
    ),
    remedy=both(
        "调整两段的 from 与 until，使其首尾相接而不重叠。",
        "Set from and until so that the periods meet and do not overlap.",
    ),
    why=both(
        "两家都负责，出事时就等于没有人负责。",
        "Where two answer for a thing, in the end nobody does.",
    ),
    references=("pipl#art-20", "pipl#art-51"),
    where=lambda subject, context: live(subject, context) and len(subject.raci) > 1,
)
def check(subject: Control | Vendor | Risk | Action, context: Context) -> Iterator[Fault]:
    for one, other in combinations(placed(subject.raci, context.clock), 2):
        if other.start > one.end or one.period.accountable == other.period.accountable:
            continue
        since = both("自始", "from the start")
        if other.period.from_ is not None:
            day = context.day(other.period.from_)
            since = both(f"自 {day} 起", f"from {day}")
        yield Fault(
            at=("raci", other.position),
            values={
                "since": since,
                "first": _named(one.period.accountable, context),
                "second": _named(other.period.accountable, context),
            },
            related=(Related(subject.place("raci", one.position), both("另一段", "the other")),),
            discriminator=str(one.period.accountable),
        )


def _named(ref: Ref, context: Context) -> Text:
    found = context.repository.find(ref)
    return both(ref.id, ref.id) if found is None else context.name(found)
