"""Requirements as rules see them: what becomes of one that a rule is not about."""

from __future__ import annotations

from hegui.derive.proof import Found, Proof, Why, passes
from hegui.derive.records import ambiguous
from hegui.derive.score import Judged, State
from hegui.derive.showing import Showing
from hegui.findings.finding import Status
from hegui.model.control import Control
from hegui.model.item import Part
from hegui.rules.context import Context
from hegui.rules.rule import Apart
from hegui.source.bilingual import Text, both

NOT_DUE = both("未到期", "not due yet")
_UNKNOWN = both("没有有效证据，无法判断", "no valid proof says whether it is met")
UNREAD = both(
    "有记录未能读懂，可能正是不通过的那一条",
    "a record was not understood, and it may be the one that failed",
)
_NO_DATE = both(
    "交易文档未能读懂，说不清是否到期",
    "a transfer was not understood, so that nobody can say whether it is due",
)
_EXCLUDED = both("已批准排除", "excluded with approval")


def standing(requirement: Part, context: Context, wanted: Found) -> bool | Apart:
    """Whether a requirement is ``wanted`` or proved, so that a rule passes or fails; else why not.

    What failed is told of before it is due, what is unknown only from then on.
    """
    judged = context.derived.requirements[requirement.id]
    if judged.state is State.NOT_APPLICABLE:
        return False
    if judged.state is State.EXCLUDED:
        return Apart(Status.NOT_APPLICABLE, _EXCLUDED)
    if wanted is not Found.FAILED and due_unread(judged, context):
        return Apart(Status.NOT_ASSESSED, _NO_DATE)
    found = {proof.found for proof in judged.proofs}
    early = judged.state is State.NOT_DUE and wanted is not Found.FAILED
    if wanted in found and not early:
        return True
    if judged.state is State.NOT_DUE:
        return Apart(Status.NOT_DUE, NOT_DUE)
    if Found.UNKNOWN in found:
        return Apart(Status.NOT_ASSESSED, UNREAD if unread(judged) else _UNKNOWN)
    return True


def unread(judged: Judged) -> bool:
    """Whether nobody can say how a requirement stands, because something was not understood."""
    return any(proof.why in (Why.UNREAD, Why.SUBJECTS) for proof in judged.proofs)


def due_unread(judged: Judged, context: Context) -> bool:
    """Whether the milestones by which it is due may stand in a transfer that was not understood."""
    named = judged.requirement.record.due or judged.objective.record.due
    return (
        bool(named)
        and judged.asked.due_at is None
        and any(one.kind == "transfer" for one in context.repository.undecoded)
    )


def proved_once(judged: Judged, context: Context, *wanted: Why) -> bool | Apart:
    """Whether any of the proofs is ``wanted``, so that a rule on the age of proof has its say."""
    if judged.state in (State.NOT_APPLICABLE, State.EXCLUDED):
        return False
    if judged.state is State.NOT_DUE:
        return Apart(Status.NOT_DUE, NOT_DUE)
    if due_unread(judged, context):
        return Apart(Status.NOT_ASSESSED, _NO_DATE)
    found = {proof.why for proof in judged.proofs}
    if unread(judged):
        return Apart(Status.NOT_ASSESSED, UNREAD) if found.isdisjoint(wanted) else True
    return not found.isdisjoint(wanted)


def lasting(proof: Proof) -> Showing | None:
    """The pass that holds longest; ``None`` where one never runs out."""
    until = proof.until()
    if until is None:
        return None
    return next(one for one in reversed(passes(proof.showings)) if one.until == until)


def subjects_unread(judged: Judged) -> bool:
    """Whether there may be a subject that was not understood."""
    return any(proof.why is Why.SUBJECTS for proof in judged.proofs)


def subject_of(proof: Proof, context: Context) -> Text:
    """Which subject a proof is about, as messages put it behind the requirement."""
    if proof.subject is None:
        return both("", "")
    name = context.name(proof.subject)
    return both(f"（对象：{name.get('zh')}）", f" for {name.get('en')}")


def asked_of(control: Control, context: Context) -> list[Judged]:
    """The requirements of the objectives that a control achieves, as far as they apply."""
    return [
        judged
        for ref in control.achieves
        for judged in context.derived.by_objective.get(ref.id, ())
        if judged.state not in (State.NOT_APPLICABLE, State.EXCLUDED)
    ]


def objectives_read(control: Control, context: Context) -> bool:
    """Whether all that a control achieves is known, and that it is no other of the same name."""
    misspelt = (control.kind, control.id) in context.repository.dangling
    return not misspelt and not ambiguous(control, context.grounds)


def shown_by(control: Control, context: Context) -> bool:
    """Whether a pass by this control holds now for any requirement."""
    now = context.clock.as_of
    return any(
        one.control is control
        for judged in asked_of(control, context)
        for proof in judged.proofs
        for one in proof.valid(now)
    )
