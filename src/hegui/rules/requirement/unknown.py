"""A requirement that is due and that nothing has proved."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.proof import Found, Proof, Why
from hegui.derive.records import operating
from hegui.derive.showing import VOIDS, Void
from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.item import Part
from hegui.model.repository import Unassessable
from hegui.rules.context import Context, see
from hegui.rules.requirements import standing
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import Text, both

_SHOWN = 6
"""How many subjects a message names."""


@rule(
    "requirement/unknown",
    "requirement",
    severity=Severity.MEDIUM,
    title=both("证明要求没有证据", "A requirement that nothing proves"),
    message=both(
        "要求“{subject}”已到期，{about}没有有效证据{why}",
        "The requirement “{subject}” is due, and nothing proves it{about}{why}",
    ),
    remedy=both(
        "按要求的证据类型检查并立记录；确不追求的目标，写 exclusion 并经批准。",
        "Check it and record evidence of the type it asks for; an objective that is not pursued is "
        "excluded with approval.",
    ),
    why=both(
        "没有检查过的不算通过：未知就是未知，得分里不计。",
        "What nobody has looked at has not passed: unknown is unknown and earns nothing.",
    ),
    where=lambda requirement, context: standing(requirement, context, Found.UNKNOWN),
    stage=Stage.PROOF,
)
def check(requirement: Part, context: Context) -> Iterator[Fault]:
    judged = context.derived.requirements[requirement.id]
    lacking = [proof for proof in judged.proofs if proof.found is Found.UNKNOWN]
    if any(proof.why in (Why.UNREAD, Why.SUBJECTS) for proof in lacking):
        raise Unassessable(requirement.id)
    if _control_unread(lacking, context):
        raise Unassessable(requirement.id)
    unproved = [proof for proof in lacking if proof.why is not Why.STALE]
    if not unproved:
        return  # evidence/stale says that it was proved once
    control = _control(judged.objective, context)
    if control is None:
        raise Unassessable(requirement.id)  # objective/no-control says so
    position = next(n for n, ref in enumerate(control.achieves) if ref.id == judged.objective.id)
    yield Fault(
        values={"about": _about(unproved), "why": _why(unproved)},
        discriminator=" ".join(proof.subject.id for proof in unproved if proof.subject),
        place=control.place("achieves", position),
        related=(see(requirement),),
    )


def _control(objective: Part, context: Context) -> Control | None:
    """The control that should show it: the first by id, of those in operation where there are any.

    One that is out of operation is still promised, and objective/no-control is content with it.
    """
    found = context.repository.naming(objective, Control, "achieves")
    promised = [one for one in found if one.active]
    return min(
        promised, key=lambda one: (not operating(one, context.grounds), one.id), default=None
    )


def _control_unread(lacking: list[Proof], context: Context) -> bool:
    """Whether a pass does not count only because its control may be one that was not understood."""
    return any(one.kind == "control" for one in context.repository.undecoded) and any(
        showing.void is Void.NO_CONTROL and showing.names_control
        for proof in lacking
        for showing in proof.showings
    )


def _about(unproved: list[Proof]) -> Text:
    subjects = [proof.subject.id for proof in unproved if proof.subject is not None]
    if not subjects:
        return both("", "")
    shown = subjects[:_SHOWN]
    zh, en = "、".join(shown), ", ".join(shown)
    if rest := len(subjects) - len(shown):
        zh, en = f"{zh} 等", f"{en} and {rest} more"
    if len(subjects) == 1:
        return both(f"对象 {zh} ", f" for {en}")
    return both(f"有 {len(subjects)} 个对象（{zh}）", f" for {len(subjects)} subjects ({en})")


def _why(unproved: list[Proof]) -> Text:
    """Why the records there are do not count, where that is all the same for them."""
    voids = {
        proof.deciding.void
        for proof in unproved
        if proof.deciding is not None and proof.deciding.void is not None
    }
    if len(voids) != 1 or any(proof.why is not Why.VOID for proof in unproved):
        return both("", "")
    reason = VOIDS[voids.pop()]
    return both(
        f"；已有的记录不计：{reason.get('zh')}",
        f"; what was recorded does not count: {reason.get('en')}",
    )
