"""Who touches data has an agreement in force."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.agreement import Agreement
from hegui.model.vendor import Vendor
from hegui.rules.context import Context
from hegui.rules.periods import live
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

SECRECY = ("nda", "staff-nda")
"""Types of agreements that promise silence and settle nothing about processing."""


def handles_data(vendor: Vendor, context: Context) -> bool:
    """Whether a vendor touches data now: one that is still being screened is to touch none."""
    return live(vendor, context) and vendor.status != "screening" and vendor.touches_data


@rule(
    "vendor/no-agreement",
    Vendor,
    severity=Severity.HIGH,
    title=both("接触数据的第三方没有有效协议", "A vendor touches data without an agreement"),
    message=both(
        "{subject}接触数据，却没有在效的协议（保密协议不算）",
        "{subject} touches data, but no agreement with it is in force; an NDA does not count",
    ),
    remedy=both(
        "签订委托处理或数据提供协议并登记；签订前停止提供数据。",
        "Sign and record an agreement; give no data until then.",
    ),
    why=both(
        "委托处理须约定目的、期限、方式、种类、保护措施与双方权责。",
        "Entrusted processing needs agreed purpose, term, method, categories, safeguards, duties.",
    ),
    references=("pipl#art-21", "pipl#art-23"),
    where=handles_data,
)
def check(vendor: Vendor, context: Context) -> Iterator[Fault]:
    for agreement in context.repository.naming(vendor, Agreement, "with"):
        in_force = context.clock.within(agreement.from_, agreement.expires)
        if in_force and agreement.type not in SECRECY:
            return
    context.repository.complete("agreement")
    yield Fault()
