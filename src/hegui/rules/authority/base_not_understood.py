"""Authority is read only from a base that was understood."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.whole import Whole
from hegui.rules.against import absent, base_of, based
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

KINDS = frozenset(
    {
        "appetite", "catalogue", "dataset", "evidence", "evidence-type", "fact", "organization",
        "party", "person", "processing", "regulation", "role", "rule", "system", "transfer", "vendor",
    }
)  # fmt: skip
"""The kinds of which the rules about authority need to know what stands in the base."""


@rule(
    "authority/base-not-understood",
    Whole,
    severity=Severity.CRITICAL,
    title=both("基准读不懂", "A base that is not understood"),
    message=both("基准里{what}读不懂，无法确认权限与限值", "In the base {what} is not understood"),
    remedy=both(
        "先在基准分支上把它改对（不带 --base 运行 hegui check 查看原因），再重新检查本次变更。",
        "Mend it on the base's branch first (hegui check without --base says what is wrong there), "
        "then check this change again.",
    ),
    why=both(
        "权限、限值和不利记录以基准为准；基准里有一份读不懂，就无人能断定这次变更没有放宽它。",
        "Powers, limits and failing records are those of the base; where a document of it is not "
        "understood, nobody can say that the change does not loosen it.",
    ),
    where=based,
)
def check(subject: Whole, context: Context) -> Iterator[Fault]:
    for document in base_of(context).undecoded:
        if document.kind is None or document.kind in KINDS:
            place = f"{document.place.path}:{document.place.line}"
            what = both(f" {place} ", place)
            fault = absent(what, f"{place}:{document.kind}/{document.id}", context)
            yield Fault((), {"what": what}, fault.discriminator, place=fault.place)
