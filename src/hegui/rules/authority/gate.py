"""No change opens a gate wider than the base has it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.transfer import Condition, Milestone, Transfer
from hegui.rules.against import (
    PROBLEM,
    REMEDY,
    based,
    before,
    begun,
    changed,
    distinct,
    lost,
    of,
    stood,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both


@rule(
    "authority/gate",
    Transfer,
    severity=Severity.CRITICAL,
    title=both("放宽了里程碑的放行条件", "A gate that was opened wider"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "放行条件和放行人在交易之初定下；临到节点再改条件，等于没有关口。",
        "What must hold before a milestone, and who decides, is settled early; a gate that moves when "
        "one stands before it is none.",
    ),
    where=based,
)
def check(transfer: Transfer, context: Context) -> Iterator[Fault]:
    olds = before(transfer, context)
    yield from distinct(fault for old in olds for fault in _milestones(old, transfer, context))


def _milestones(old: Transfer, new: Transfer, context: Context) -> Iterator[Fault]:
    now = {one.id: (one, at) for at, one in enumerate(new.milestones)}
    for at, milestone in enumerate(old.milestones):
        if milestone.id in now:
            yield from _compare(milestone, *now[milestone.id], new, context)
        else:
            whole = of(new, _milestone(milestone), context)
            problem = lost(whole, stood(old, "milestones", at))
            yield Fault(("milestones",), {"problem": problem}, milestone.id)


def _compare(
    old: Milestone, new: Milestone, at: int, transfer: Transfer, context: Context
) -> Iterator[Fault]:
    path, name = ("milestones", at), _milestone(new)
    if old.decides is not None and new.decides != old.decides:
        what = both(f"{name.zh}的放行部门", f"the department that decides on {name.en}")
        was, now = old.decides.id, new.decides.id if new.decides else None
        problem = changed(transfer, what, was, now, context)
        yield Fault((*path, "decides"), {"problem": problem})
    kept = {_asked(condition) for condition in new.gate}
    for condition in old.gate:
        asked = _asked(condition)
        if asked in kept or _stricter(condition, new):
            continue
        words = _words(condition)
        problem = both(
            f"{name.zh}的放行不再要求{words.get('zh')}",
            begun(f"{name.en} no longer asks for {words.get('en')}"),
        )
        yield Fault((*path, "gate"), {"problem": problem}, "/".join(asked))


def _asked(condition: Condition) -> tuple[str, str, str]:
    area, objective = condition.area, condition.objective
    return (
        area.id if area else "",
        objective.id if objective else "",
        condition.severity or "",
    )


def _stricter(old: Condition, milestone: Milestone) -> bool:
    """Whether another condition about the same forbids findings of a lesser severity as well."""
    return old.severity is not None and any(
        one.severity is not None
        and Severity.of(one.severity) < Severity.of(old.severity)
        and _asked(one)[:2] == _asked(old)[:2]
        for one in milestone.gate
    )


def _words(condition: Condition) -> Text:
    area, objective, severity = _asked(condition)
    zh = [f"领域 {area}" if area else "", f"目标 {objective}" if objective else ""]
    en = [f"area {area}" if area else "", f"objective {objective}" if objective else ""]
    if severity:
        title = Severity.of(severity).title
        zh.append(f"没有“{title.zh}”级及以上的发现")
        en.append(f"no finding of {title.en} severity or above")
    return both("、".join(filter(None, zh)), ", ".join(filter(None, en)))


def _milestone(milestone: Milestone) -> Text:
    return both(f"里程碑 {milestone.id} ", f"the milestone {milestone.id}")
