"""What nobody can waive is mended, by an action with an owner and a date."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.law import cited
from hegui.derive.mending import mending
from hegui.derive.waivable import Claim, Never, Why, never
from hegui.findings.severity import Severity
from hegui.model.reference import Ref
from hegui.model.types import Path
from hegui.model.waiver import Waiver
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, Stage, rule
from hegui.rules.waivers import claim, over, subject_of
from hegui.source.bilingual import Text, both


def _claims(waiver: Waiver, context: Context) -> bool:
    said = waiver.rule is not None or claim(waiver, context) is not None
    return said and not over(waiver, context)


@rule(
    "waiver/not-waivable",
    Waiver,
    severity=Severity.HIGH,
    title=both("豁免了不得豁免的事项", "A waiver of what nobody can waive"),
    message=both("{subject} 不生效：{why}", "{subject} does not hold: {why}"),
    remedy=both(
        "删去这份豁免；立 action 整改，source 写该对象，写明责任部门与期限，发现在整改前保持未消除。",
        "Delete the waiver and mend the gap: write an action with the subject as its source, an owner "
        "and a due date; until then the finding stays open.",
    ),
    why=both(
        "没有读懂、没有查过的无从接受；法律强制的义务，公司内部无人有权免除。",
        "What was not understood or not looked at cannot be accepted, and from what the law demands "
        "nobody in the company can excuse it.",
    ),
    where=_claims,
    stage=Stage.WAIVER,
)
def check(waiver: Waiver, context: Context) -> Iterator[Fault]:
    claimed = claim(waiver, context) or _said(waiver)
    found = never(claimed, context.derived)
    if found is None:
        return
    yield Fault(
        at=_at(waiver),
        values={"why": _why(found, claimed)},
        related=(
            *((see(found.clause),) if found.clause is not None else ()),
            *(
                see(action, "due")
                for action in mending(
                    context.repository.find(Ref(*claimed.subject)), context.derived
                )
            ),
        ),
    )


def _said(waiver: Waiver) -> Claim:
    """What a waiver says it accepts, of a rule that is not there."""
    assert waiver.rule is not None
    return Claim(waiver.rule, subject_of(waiver), Severity.INFO)


def _at(waiver: Waiver) -> Path:
    return ("rule",) if waiver.rule is not None else ("fingerprint",)


def _why(found: Never, claimed: Claim) -> Text:
    if found.why is Why.LAW:
        assert found.clause is not None
        name = cited(found.clause)
        return both(
            f"所依据的 {name.get('zh')} 是现行强制性规定，对本公司有约束力",
            f"{name.get('en')} is mandatory law in force and binds the company",
        )
    if found.why is Why.UNKNOWN:
        return both(
            "尚未查证的状况，风险不明，无从接受",
            "nobody knows how it stands, and an unknown risk cannot be accepted",
        )
    category = claimed.rule.partition("/")[0]
    return both(f"{category}/ 类发现一律不得豁免", f"no finding of {category}/ can be waived")
