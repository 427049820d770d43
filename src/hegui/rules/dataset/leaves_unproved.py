"""What leaves the company leaves only when what must come first is proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegui.derive.leaving import Departure, departures
from hegui.derive.proof import Found, Proof, Why
from hegui.derive.score import Judged
from hegui.findings.severity import Severity
from hegui.model.data_class import DataClass
from hegui.model.dataset import Dataset
from hegui.model.repository import Unassessable
from hegui.rules.classes import classes
from hegui.rules.context import Context, see
from hegui.rules.departing import apart, told
from hegui.rules.rule import Fault, Stage, rule
from hegui.source.bilingual import Text, both


def _tied(dataset: Dataset, context: Context) -> list[DataClass]:
    return [one for one in classes(dataset, context) if one.before_leaving]


@rule(
    "dataset/leaves-unproved",
    Dataset,
    severity=Severity.HIGH,
    title=both("前提未证实即已交出", "Handed over before it was proved that it may be"),
    message=both(
        "{subject}含{names}，{how}，而须先证实的 {first} 尚未证实",
        "{subject} holds {names}, and {how}, while {first}, which must come first, is not proved",
    ),
    remedy=both(
        "暂停交付；补齐同意、评估等前提并立记录，确实做不到的，把该类别剔除。",
        "Stop handing it over; get the consent or assessment and record it, or take the class out.",
    ),
    why=both(
        "交出去的数据收不回来：同意与评估须在交出之前，而且拿得出证据。",
        "What was handed over does not come back: consent and assessment come first, and with proof.",
    ),
    references=("pipl#art-23", "pipl#art-55"),
    where=lambda dataset, context: bool(_tied(dataset, context)),
    stage=Stage.PROOF,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    begun = [one for one in departures(dataset, context.grounds) if _begun(one, context)]
    for name, tied in _wanted(dataset, context).items() if begun else ():
        judged = context.derived.requirements.get(name)
        if judged is None:
            raise Unassessable(name)
        if _proved(judged, dataset):
            continue
        places = (*(see(one, "before_leaving") for one in tied), see(judged.requirement))
        for departure in begun:
            yield Fault(
                values={
                    "names": _names(tied, context),
                    "how": told(departure, context),
                    "first": name,
                },
                discriminator=f"{name} {apart(departure)}",
                place=departure.source.place(*departure.path),
                related=places,
            )


def _wanted(dataset: Dataset, context: Context) -> dict[str, list[DataClass]]:
    """What must be proved before a dataset leaves, and because of which classes in it."""
    wanted: dict[str, list[DataClass]] = {}
    for one in _tied(dataset, context):
        for ref in one.before_leaving:
            wanted.setdefault(ref.id, []).append(one)
    return wanted


def _names(tied: Iterable[DataClass], context: Context) -> Text:
    names = [context.name(one) for one in tied]
    return both(
        "、".join(str(name.get("zh")) for name in names),
        ", ".join(str(name.get("en")) for name in names),
    )


def _begun(departure: Departure, context: Context) -> bool:
    return departure.since is not None and departure.since <= context.clock.as_of


def _proved(judged: Judged, dataset: Dataset) -> bool:
    """Whether a requirement is proved for a dataset.

    That it does not apply or is not due is no excuse: the class says that it must be proved.
    """
    asked: tuple[Proof, ...] = judged.proofs
    if judged.requirement.record.for_each == "dataset":
        asked = tuple(one for one in asked if one.subject in (dataset, None))
    if any(one.why in (Why.UNREAD, Why.SUBJECTS) for one in asked):
        raise Unassessable(judged.requirement.id)
    return bool(asked) and all(one.found is Found.PROVED for one in asked)
