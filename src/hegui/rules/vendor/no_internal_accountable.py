"""What a vendor does is answered for inside."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.control import Control
from hegui.model.department import Department
from hegui.model.party import Party
from hegui.model.vendor import Vendor
from hegui.rules.context import Context, see
from hegui.rules.periods import live
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _done_by_a_vendor(subject: Control | Vendor, context: Context) -> bool:
    if not live(subject, context) or not subject.raci:
        return False
    return isinstance(subject, Vendor) or any(ref.kind == "vendor" for ref in subject.operated_by)


@rule(
    "vendor/no-internal-accountable",
    Vendor,
    Control,
    severity=Severity.HIGH,
    title=both("第三方的事由外部主体负责", "An outside party answers for a vendor"),
    message=both(
        "为{subject}负最终责任的{department}属于外部主体{party}",
        "{department}, which is accountable for {subject}, belongs to the outside party {party}",
    ),
    remedy=both(
        "由本组织（交易中为标的公司、转让方或受让方）的一个部门负最终责任；外部主体至多负责执行。",
        "Make a department of your own (in a deal: of target, seller or buyer) accountable; "
        "outsiders do the work at most.",
    ),
    why=both(
        "委托处理不转移责任，委托方仍须监督并承担后果。",
        "Entrusting does not pass on responsibility: who entrusts must supervise and answer.",
    ),
    references=("pipl#art-21", "pipl#art-59"),
    where=_done_by_a_vendor,
)
def check(subject: Vendor | Control, context: Context) -> Iterator[Fault]:
    for position, period in enumerate(subject.raci):
        department = context.repository.get(period.accountable, Department)
        party = context.repository.get(department.party, Party)
        if not party.inside:
            yield Fault(
                at=("raci", position, "accountable"),
                values={"department": context.name(department), "party": context.name(party)},
                related=(see(department, "party"), see(party, "role")),
            )
