"""Powers to approve as messages tell of them: what an approver lacks, and who has it."""

from __future__ import annotations

from hegui.derive.approval import grants, roles_of
from hegui.findings.severity import Severity
from hegui.model.moment import Moment
from hegui.model.person import Person
from hegui.model.reference import Ref
from hegui.model.role import DECISIONS, Role
from hegui.rules.context import Context
from hegui.source.bilingual import Text, both


def lacking(ref: Ref, decision: str, at: Moment, context: Context) -> Text:
    """Why a person has not the power for a decision that he took."""
    person = context.repository.get(ref, Person)
    clock = context.clock
    if clock.end(person.left) < clock.as_of:
        return both(
            f"已于 {person.left} 离职，须由在任者重新批准",
            f"left on {person.left}, and somebody in office must approve it",
        )
    if clock.begin(person.joined) > clock.end(at):
        return both(
            f"批准时尚未到任（{person.joined} 入职）", f"only came on {person.joined}, after that"
        )
    limit = _highest(ref, decision, context)
    if limit is None:
        name = DECISIONS[decision]
        return both(
            f"所任角色没有批准{name.get('zh')}的权限",
            f"holds no role with the power to approve {name.get('en')}s",
        )
    return both(
        f"的权限最高只到“{limit.title.get('zh')}”级",
        f"may only go up to {limit.title.get('en')}",
    )


def _highest(ref: Ref, decision: str, context: Context) -> Severity | None:
    """Up to which severity a person may take a decision by his roles."""
    authority = context.grounds.authority
    person = authority.find(ref)
    if not isinstance(person, Person):
        return None
    return max(
        (
            severity
            for role in roles_of(person, authority)
            for severity in Severity
            if grants(role, decision, severity)
        ),
        default=None,
    )


def who_may(decision: str, severity: Severity, context: Context) -> Text:
    """The roles with the power for a decision of a severity."""
    roles = [
        context.name(role)
        for role in context.grounds.authority.all(Role)
        if grants(role, decision, severity)
    ]
    if not roles:
        return both(
            "目前没有角色有此权限，须先在角色的 may_approve 里授权",
            "no role has it; give it to one in may_approve first",
        )
    return both(
        "、".join(name.get("zh") for name in roles), ", ".join(name.get("en") for name in roles)
    )
