"""No change gives a role more rank or power than the base does."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.role import DECISIONS, Power, Role
from hegui.rules.against import PROBLEM, REMEDY, base_of, based, before, changed
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

LOWEST = 1
_RANK = both("级别", "the rank")
_ANY = both("不限级别", "any severity")
_NO_POWER = both("无权", "none")


@rule(
    "authority/role",
    Role,
    severity=Severity.CRITICAL,
    title=both("提高了角色的级别或权限", "A role with more rank or power"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "谁能批准什么，以变更之前为准；否则一次变更既能给自己授权，又能凭此放行自己。",
        "Who may approve what is as it was before the change; otherwise one change could give itself "
        "the power by which it is let through.",
    ),
    where=based,
)
def check(role: Role, context: Context) -> Iterator[Fault]:
    base_of(context).complete("role")
    olds = before(role, context)
    ranks = [old.rank for old in olds] or [LOWEST]
    if role.rank > min(ranks):
        was = min(ranks) if olds else None
        problem = changed(role, _RANK, was, role.rank, context)
        yield Fault(("rank",), {"problem": problem})
    for at, power in enumerate(role.may_approve):
        held = [_held(old, power.decision) for old in olds] or [None]
        if any(_more(power, one) for one in held):
            weakest = next(one for one in held if _more(power, one))
            problem = changed(role, _power(power), _reach(weakest), _reach(power), context)
            yield Fault(("may_approve", at), {"problem": problem})


def _held(role: Role, decision: str) -> Power | None:
    return next((power for power in role.may_approve if power.decision == decision), None)


def _more(power: Power, old: Power | None) -> bool:
    """Whether a power reaches further than the old one did."""
    if old is None:
        return True
    if old.up_to is None:
        return False
    return power.up_to is None or Severity.of(power.up_to) > Severity.of(old.up_to)


def _power(power: Power) -> Text:
    title = DECISIONS[power.decision]
    return both(f"{title.get('zh')}批准权限", f"the power to approve ({title.get('en')})")


def _reach(power: Power | None) -> Text:
    if power is None:
        return _NO_POWER
    return _ANY if power.up_to is None else Severity.of(power.up_to).title
