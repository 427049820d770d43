"""No change gives a person a role with power, or brings one back who has left."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.person import Person
from hegui.model.reference import Ref
from hegui.model.role import Role
from hegui.rules.against import PROBLEM, REMEDY, base_of, based, before, changed
from hegui.rules.authority.role import LOWEST
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_LEFT = both("离职日期", "the last day")


@rule(
    "authority/person",
    Person,
    severity=Severity.CRITICAL,
    title=both("授予了有批准权的角色", "A person given a role with power"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "批准人须在变更之前就有权；在同一次变更里任命自己的批准人，等于没有批准。",
        "Who approves must have had the power before the change; to appoint one's own approver in "
        "the same change is no approval.",
    ),
    where=based,
)
def check(person: Person, context: Context) -> Iterator[Fault]:
    base_of(context).complete("person", "role")
    olds = before(person, context)
    had = [frozenset(ref.id for ref in old.roles) for old in olds] or [frozenset[str]()]
    powerful = False
    for at, ref in enumerate(person.roles):
        role = _role(ref, context)
        if role is None:
            continue
        powerful = True
        if not all(_names(role, context) & names for names in had):
            name = context.name(role)
            problem = both(
                f"授予 {person.id} 角色{name.get('zh')}",
                f"{person.id} is given the role {name.get('en')}",
            )
            yield Fault(("roles", at), {"problem": problem})
    ends = context.clock.end
    back = [old.left for old in olds if ends(person.left) > ends(old.left)]
    if powerful and back:
        problem = changed(person, _LEFT, back[0], person.left, context)
        yield Fault(("left",), {"problem": problem})


def _role(ref: Ref, context: Context) -> Role | None:
    """The role that is named, where it has rank or power, here or in the base."""
    now = context.repository.get(ref, Role)
    held = (now, *before(now, context))
    return now if any(role.may_approve or role.rank > LOWEST for role in held) else None


def _names(role: Role, context: Context) -> frozenset[str]:
    """The ids that a role had in the base."""
    return frozenset(old.id for old in before(role, context))
