"""A waiver accepts one finding."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import in_force, named
from hegui.source.bilingual import both
from hegui.source.place import Related

_LABEL = both("所涉发现", "a finding it names")


@rule(
    "waiver/over-broad",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("一份豁免涵盖多项发现", "A waiver of several findings at once"),
    message=both(
        "{subject} 按规则和对象同时涵盖 {count} 项发现",
        "{subject} names {count} findings at once by rule and subject",
    ),
    remedy=both(
        "逐项判断，每份豁免用 fingerprint 指明其中一项：{fingerprints}。",
        "Decide on each, and name one by its fingerprint in each waiver: {fingerprints}.",
    ),
    why=both(
        "一次批准只能接受一项看过的发现；同一对象上的其余问题不应搭车。",
        "One approval accepts one finding that somebody looked at; others of the same subject do not "
        "come along.",
    ),
    where=in_force,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    found = sorted(named(waiver, context), key=lambda one: (one.place, one.fingerprint))
    if len(found) > 1:
        yield Fault(
            at=("subject",),
            values={"count": len(found), "fingerprints": [one.fingerprint for one in found]},
            related=tuple(Related(one.place, _LABEL) for one in found),
        )
