"""How a finding comes about: each clause of the rule, what it comes to, and what it read from where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hegui.engine.assess import finding_of
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.findings.message import say
from hegui.model.item import Entity
from hegui.model.reference import Ref
from hegui.model.whole import whole
from hegui.reporters.derivation.step import Step
from hegui.reporters.harmless import one_line
from hegui.rules.because import Because, Read, Reason
from hegui.rules.context import Context
from hegui.rules.rule import Fault, Rule
from hegui.rules.written import Written
from hegui.source.bilingual import Text, both
from hegui.source.place import Place

_JOINED = {"&&": both("须同时成立", "all of these"), "||": both("成立其一即可", "one of these")}
_LONGEST = 60


def finding(found: Finding, result: Result) -> Step:
    """A finding, step by step."""
    rule = result.rules[found.rule]
    told = _rule(rule, found)
    where = both(f"所指字段 {found.route}", f"The field {found.route}") if found.route else None
    below = [told, *([Step(where, found.place)] if where else ())]
    subject = _subject(found, result)
    below += _why(rule, subject, found, result) if subject is not None else ()
    below += [Step(related.label, related.place) for related in found.related]
    below += _waived(found, result)
    below.append(
        Step(both(f"整改：{found.remedy.get('zh')}", f"Mend it: {found.remedy.get('en')}"))
    )
    return Step(found.message, found.place, tuple(below))


def _rule(rule: Rule, found: Finding) -> Step:
    title, severity = rule.title, found.severity.title
    place = rule.declared.place() if rule.declared is not None and _has_file(rule) else None
    return Step(
        both(
            f"规则 {rule.id}（{title.get('zh')}），{severity.get('zh')}",
            f"Rule {rule.id} ({title.get('en')}), {severity.get('en')}",
        ),
        place,
    )


def _has_file(rule: Rule) -> bool:
    """Whether the document that declares a rule is one that the reader can open here."""
    assert rule.declared is not None
    return rule.declared.place().path.startswith("checks/")


def _subject(found: Finding, result: Result) -> Entity | None:
    if found.subject.kind == "repository":
        return whole(result.repository)
    return result.repository.find(Ref(found.subject.kind, found.subject.id))


def _why(rule: Rule, subject: Entity, found: Finding, result: Result) -> Iterator[Step]:
    """The clauses of a rule in CEL; of any other rule, what it filled its message with."""
    if rule.check is None:
        return
    context = Context(
        result.derived.grounds, result.rules, rule.options, result.derived, result.outcomes
    )
    for fault in rule.check(subject, context):
        if finding_of(rule, subject, fault, context).fingerprint == found.fingerprint:
            if rule.declared is None:
                yield from _values(rule, fault)
            else:
                yield from _clauses(rule, subject, fault, context)
            return


def _values(rule: Rule, fault: Fault) -> Iterator[Step]:
    for name, value in {**rule.options, **fault.values}.items():
        if f"{{{name}}}" in str(rule.message.get("en")) or name in rule.options:
            zh, en = (_shown(say(value, language)) for language in ("zh", "en"))
            yield Step(both(f"{name} = {zh}", f"{name} = {en}"))


def _clauses(rule: Rule, subject: Entity, fault: Fault, context: Context) -> Iterator[Step]:
    assert rule.declared is not None
    because = Because(Written(rule.declared), subject, fault, context)
    if rule.declared.where is not None:
        yield _reason(because.of(rule.declared.where), both("适用条件", "It applies where"))
    yield _reason(because.of(rule.declared.require), both("须成立", "It requires"))


def _reason(reason: Reason, label: Text | None = None) -> Step:
    head = _line(reason, label)
    below = [_reason(one) for one in reason.parts] + [_read(one) for one in reason.reads]
    return Step(head, reason.place, tuple(below))


def _line(reason: Reason, label: Text | None) -> Text:
    value = both(reason.why, reason.why) if reason.why else _worded(reason.value)
    lead = both(f"{label.get('zh')}：", f"{label.get('en')}: ") if label else both("", "")
    joined = _JOINED.get(reason.joined)
    text = one_line(" ".join(reason.text.split()))
    if joined is not None:
        return both(
            f"{lead.get('zh')}{joined.get('zh')} → {value.get('zh')}",
            f"{lead.get('en')}{joined.get('en')} → {value.get('en')}",
        )
    return both(
        f"{lead.get('zh')}{text} → {value.get('zh')}",
        f"{lead.get('en')}{text} → {value.get('en')}",
    )


def _read(read: Read) -> Step:
    if not read.written:
        return Step(both(f"{read.name}：没有写", f"{read.name}: not written"), read.place)
    value = _worded(read.value)
    return Step(
        both(f"{read.name} = {value.get('zh')}", f"{read.name} = {value.get('en')}"), read.place
    )


def _worded(value: Any) -> Text:
    if isinstance(value, bool):
        return both("成立" if value else "不成立", "true" if value else "false")
    if isinstance(value, list) and value and isinstance(value[0], dict):
        names = [str(one.get("id", "…")) for one in value]
        return both(
            f"{len(value)} 项：{_shown('、'.join(names))}",
            f"{len(value)} items: {_shown(', '.join(names))}",
        )
    if isinstance(value, list):
        text = ", ".join(map(str, value))
        return both(f"[{_shown(text)}]", f"[{_shown(text)}]")
    text = _shown(str(value))
    return both(text, text)


def _shown(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _waived(found: Finding, result: Result) -> Iterator[Step]:
    if found.waiver is None:
        return
    waiver = result.repository.items["waiver"][found.waiver]
    place: Place = waiver.place()
    yield Step(both(f"由豁免 {found.waiver} 接受", f"Accepted by the waiver {found.waiver}"), place)
