"""What becomes of a finding that stays open: whether anybody could waive it, and who mends it."""

from __future__ import annotations

from typing import NamedTuple

from hegui.derive.law import cited
from hegui.derive.mending import due, mending
from hegui.derive.waivable import Claim, Why, never
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.model.action import Action
from hegui.model.item import Part
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
from hegui.source.bilingual import Text, both

_SHOWN = 3
"""How many actions are told of."""


class Remaining(NamedTuple):
    """The clause of mandatory law for which nobody may waive a finding, and the actions that mend it."""

    clause: Part | None
    actions: tuple[Action, ...]


def remaining(finding: Finding, result: Result) -> Remaining:
    """What becomes of an open finding; nothing of one that is waived."""
    if finding.waiver is not None:
        return Remaining(None, ())
    actions = mending(result.repository.find(Ref(*finding.subject)), result.derived)
    return Remaining(_clause(finding, result), actions)


def _clause(finding: Finding, result: Result) -> Part | None:
    try:
        found = never(Claim.of(finding, result.rules[finding.rule].references), result.derived)
    except Unassessable:
        return None
    return found.clause if found is not None and found.why is Why.LAW else None


def remains(finding: Finding, result: Result) -> Text | None:
    """The same in words; ``None`` where there is nothing to say."""
    found = remaining(finding, result)
    actions = told(found.actions, result)
    if found.clause is None:
        return actions if found.actions else None
    name = cited(found.clause)
    return both(
        f"不可豁免（强制性规定 {name.get('zh')}）；{actions.get('zh')}",
        f"Nobody can waive it (mandatory law: {name.get('en')}). {actions.get('en')}",
    )


def told(actions: tuple[Action, ...], result: Result) -> Text:
    """Actions with who owns them and by when they are due."""
    if not actions:
        return both("尚无整改事项", "No action yet")
    shown = [_one(action, result) for action in actions[:_SHOWN]]
    zh = "；".join(one.get("zh") for one in shown)
    en = "; ".join(one.get("en") for one in shown)
    more = len(actions) - len(shown)
    rest = both(f"；另有 {more} 项", f"; and {more} more") if more else both("", "")
    return both(f"整改事项 {zh}{rest.get('zh')}", f"Action {en}{rest.get('en')}")


def _one(action: Action, result: Result) -> Text:
    day = due_day(action, result)
    by = both(f"期限 {day}", f"due {day}") if day else both("期限不明", "due date unknown")
    owner = action.owner.id
    return both(f"{action.id}（{owner}，{by.get('zh')}）", f"{action.id} ({owner}, {by.get('en')})")


def due_day(action: Action, result: Result) -> str | None:
    """The last day for an action; ``None`` where nobody can tell."""
    clock = result.derived.grounds.clock
    last = due(action, clock)
    return None if last is None else last.astimezone(clock.zone).date().isoformat()
