"""Who touches data was assessed, and the assessment still holds."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.vendor import Vendor
from hegui.model.vendor_assessment import VendorAssessment
from hegui.rules.context import Context, see
from hegui.rules.periods import live
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "vendor/not-assessed",
    Vendor,
    severity=Severity.MEDIUM,
    title=both("接触数据的第三方没有有效评估", "A vendor touches data without an assessment"),
    message=both(
        "{subject} 接触数据，却没有在有效期内的评估{last}",
        "{subject} touches data, but no assessment of it holds{last}",
    ),
    remedy=both(
        "完成评估并登记结论与有效期。",
        "Assess it and record the conclusion and until when it holds.",
    ),
    why=both(
        "委托前须评估受托方的保护能力，并在合作期间持续监督。",
        "Its ability to protect is assessed before data is entrusted, and supervised ever after.",
    ),
    references=("pipl#art-21", "pipl#art-55"),
    where=lambda vendor, context: live(vendor, context) and vendor.touches_data,
)
def check(vendor: Vendor, context: Context) -> Iterator[Fault]:
    own = [
        assessment
        for assessment in context.repository.all(VendorAssessment)
        if assessment.vendor.id == vendor.id
    ]
    if any(context.clock.within(one.performed_at, one.expires) for one in own):
        return
    context.repository.complete("vendor-assessment")
    past = [one for one in own if one.expires and context.clock.end(one.expires) < context.clock.as_of]
    if not past:
        yield Fault(at=(), values={"last": both("", "")})
        return
    latest = max(past, key=lambda one: (context.clock.end(one.expires), one.id))
    assert latest.expires is not None
    day = context.day(latest.expires)
    last = both(f"，上一次已于 {day} 到期", f"; the last ended on {day}")
    yield Fault(values={"last": last}, related=(see(latest, "expires"),))
