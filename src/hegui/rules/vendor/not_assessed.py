"""Who touches data was assessed, and the assessment still holds."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.vendor import Vendor
from hegui.model.vendor_assessment import VendorAssessment
from hegui.rules.context import Context, see
from hegui.rules.rule import Fault, rule
from hegui.rules.vendor.no_agreement import handles_data
from hegui.source.bilingual import both


@rule(
    "vendor/not-assessed",
    Vendor,
    severity=Severity.MEDIUM,
    title=both("接触数据的第三方没有有效评估", "A vendor touches data without an assessment"),
    message=both(
        "{subject}接触数据，却没有有效的评估{last}",
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
    where=handles_data,
)
def check(vendor: Vendor, context: Context) -> Iterator[Fault]:
    clock = context.clock
    done = [
        one
        for one in context.repository.naming(vendor, VendorAssessment, "vendor")
        if clock.begin(one.performed_at) <= clock.as_of
    ]
    valid = [one for one in done if clock.end(one.expires) >= clock.as_of]
    latest = max(valid, key=lambda one: (clock.begin(one.performed_at), one.id), default=None)
    if latest is not None and latest.conclusion != "rejected":
        return
    context.repository.complete("vendor-assessment")
    if latest is not None:
        rejected = both("，最近一次的结论是不通过", "; the last one rejected it")
        yield Fault(values={"last": rejected}, related=(see(latest, "conclusion"),))
        return
    past = max(done, key=lambda one: (clock.end(one.expires), one.id), default=None)
    if past is None or past.expires is None:
        yield Fault(values={"last": both("", "")})
        return
    day = context.last_day(past.expires)
    ended = both(f"，上一次已于 {day} 到期", f"; the last ended on {day}")
    yield Fault(values={"last": ended}, related=(see(past, "expires"),))
