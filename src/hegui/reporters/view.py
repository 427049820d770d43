"""What of a result is shown, and what its findings refer to."""

from __future__ import annotations

from hegui.engine.result import Result
from hegui.findings.finding import Finding, Outcome
from hegui.model.reference import Ref
from hegui.model.waiver import Waiver
from hegui.reporters.harmless import harmless
from hegui.reporters.options import Options
from hegui.reporters.words import counted
from hegui.source.bilingual import Text, both


def shown_findings(result: Result, options: Options) -> tuple[Finding, ...]:
    """The findings to show, by place."""
    return tuple(finding for finding in result.findings if options.shows(finding))


def shown_outcomes(result: Result, options: Options) -> tuple[Outcome, ...]:
    """The outcomes to show: those with a finding to show, or whose subject is to be shown."""
    if not options.below:
        return result.outcomes
    unread = {(one.kind, one.id): one.place.path for one in result.repository.undecoded}

    def shows(outcome: Outcome) -> bool:
        if outcome.findings:
            return any(options.shows(finding) for finding in outcome.findings)
        kind, name = outcome.subject.kind, outcome.subject.id
        if kind == "document":
            return options.shows_path(name)
        entity = result.repository.find(Ref(kind, name))
        path = entity.place().path if entity else unread.get((kind, name), "")
        return options.shows_path(path)

    return tuple(outcome for outcome in result.outcomes if shows(outcome))


def hidden(result: Result, options: Options) -> Text:
    """How many findings lie outside of what is shown; the counts include them."""
    count = len(result.findings) - len(shown_findings(result, options))
    below = harmless(options.below)
    rest = counted(count, "另有 {} 项发现未显示", "other finding", " not shown")
    return both(f"只显示 {below}；{rest.get('zh')}", f"only {below}; {rest.get('en')}")


def accepted_by(result: Result, finding: Finding) -> Text:
    """The waiver that accepts a finding: why, who approved it, and until when."""
    item = result.repository.items.get("waiver", {}).get(finding.waiver or "")
    if not isinstance(item, Waiver):
        return both(f"waiver/{finding.waiver}", f"waiver/{finding.waiver}")
    reason, by, until = item.reason, item.approved_by.id, waived_until(result, item)
    return both(
        f"waiver/{item.id}：{reason.get('zh')}（{by} 批准，至 {until}）",
        f"waiver/{item.id}: {reason.get('en')} (approved by {by}, until {until})",
    )


def waived_until(result: Result, waiver: Waiver) -> str:
    """The last day of a waiver in the organisation's time zone."""
    clock = result.derived.grounds.clock
    return clock.end(waiver.expires).astimezone(clock.zone).date().isoformat()
