"""What may never leave the company does not leave it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.derive.leaving import departures
from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.classes import classes
from hegui.rules.context import Context, see
from hegui.rules.departing import apart, told
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "dataset/may-not-leave",
    Dataset,
    severity=Severity.CRITICAL,
    title=both("不得外传的信息外传", "What may never leave goes out"),
    message=both(
        "{subject}含{name}，任何情况下不得离开本公司，却{how}",
        "{subject} holds {name}, which may never leave the company, and {how}",
    ),
    remedy=both(
        "把这一类别从交付范围中剔除；已经交出的，按事件处置并追回。",
        "Take the class out of what is handed over; what has gone out is an incident and is called "
        "back.",
    ),
    why=both(
        "有些信息依法保密，连其存在都不得向受让方透露，例如反洗钱可疑交易报告。",
        "Some information is confidential by law, such as reports on suspicious transactions: a "
        "buyer may not even learn that it exists.",
    ),
    references=("aml-law-2024#art-7",),
    where=lambda dataset, context: any(one.leaving == "never" for one in classes(dataset, context)),
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    closed = [one for one in classes(dataset, context) if one.leaving == "never"]
    for departure in departures(dataset, context.grounds):
        for one in closed:
            yield Fault(
                values={"name": context.name(one), "how": told(departure, context)},
                discriminator=f"{one.id} {apart(departure)}",
                place=departure.source.place(*departure.path),
                related=(see(one, "leaving"),),
            )
