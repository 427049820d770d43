"""A waiver accepts something that is found."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.approval import names_nothing
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.loading.suggest import nearest
from hegui.model.reference import Ref
from hegui.model.repository import Unassessable
from hegui.model.types import Path
from hegui.model.waiver import Waiver
from hegui.rules.context import Context
from hegui.rules.internal.rule_crashed import RULE as CRASHED
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import in_force, named, subject_of
from hegui.source.bilingual import Text, both


def _naming(waiver: Waiver, context: Context) -> bool:
    return in_force(waiver, context) and not names_nothing(waiver)


@rule(
    "waiver/unused",
    Waiver,
    severity=Severity.MEDIUM,
    title=both("豁免没有对应的发现", "A waiver of what is not found"),
    message=both("{subject} {problem}", "The waiver {subject} {problem}"),
    remedy=both(
        "已整改的，删去这份豁免；写错的，改正 rule、subject 或 fingerprint。",
        "Delete the waiver where the gap is mended; where it is misspelt, correct rule, subject or "
        "fingerprint.",
    ),
    why=both(
        "留着不用的豁免，会在问题重现时无声地放行。",
        "A waiver that is left over lets the gap through unseen when it comes back.",
    ),
    where=_naming,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    if named(waiver, context):
        return
    _assessed(waiver, context)
    at, problem = _problem(waiver, context)
    yield Fault(at=at, values={"problem": problem})


def _assessed(waiver: Waiver, context: Context) -> None:
    """Raise `Unassessable` where what the waiver names may be there all the same."""
    if waiver.fingerprint is not None:
        context.repository.complete()
        if context.repository.undecoded:
            raise Unassessable(waiver.id)
        return
    subject = subject_of(waiver)
    context.repository.complete(subject.kind)
    for outcome in context.found:
        if outcome.subject == subject and (
            outcome.rule == CRASHED.id
            or (outcome.rule == waiver.rule and outcome.status is Status.NOT_ASSESSED)
        ):
            raise Unassessable(waiver.id)


def _problem(waiver: Waiver, context: Context) -> tuple[Path, Text]:
    """Where it goes wrong: no such rule, no such subject, or nothing is found there."""
    if waiver.fingerprint is not None:
        return ("fingerprint",), both(
            "所指的指纹没有对应的发现", "names a fingerprint that no finding has"
        )
    assert waiver.rule is not None
    assert waiver.subject is not None
    if waiver.rule not in context.rules:
        near = _meant(nearest(waiver.rule, context.rules))
        return ("rule",), both(
            f"所写的规则 {waiver.rule} 不存在{near.get('zh')}",
            f"names the rule {waiver.rule}; there is none{near.get('en')}",
        )
    if _missing(waiver, context):
        near = _meant(_nearest_subject(waiver, context))
        return ("subject",), both(
            f"所写的对象 {waiver.subject} 不存在{near.get('zh')}",
            f"names {waiver.subject}; there is none{near.get('en')}",
        )
    return ("subject",), both(
        f"所接受的 {waiver.rule} 在 {waiver.subject} 上已不再发现",
        f"accepts {waiver.rule}, which is no longer found in {waiver.subject}",
    )


def _missing(waiver: Waiver, context: Context) -> bool:
    """Whether the subject is neither in the repository nor one that a rule spoke of."""
    subject = subject_of(waiver)
    return context.repository.find(Ref(*subject)) is None and all(
        outcome.subject != subject for outcome in context.found
    )


def _nearest_subject(waiver: Waiver, context: Context) -> str | None:
    kind, name = subject_of(waiver)
    repository = context.repository
    there = [*repository.items.get(kind, {}), *repository.parts.get(kind, {})]
    near = nearest(name, there)
    return None if near is None else f"{kind}/{near}"


def _meant(near: str | None) -> Text:
    if near is None:
        return both("", "")
    return both(f"，是否想写“{near}”", f" (did you mean “{near}”?)")
