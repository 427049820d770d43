"""Judging: every rule on every one of its subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.engine.result import Result, shipped
from hegui.engine.waive import waive
from hegui.findings.finding import Finding, Outcome, Status, Subject
from hegui.findings.fingerprint import fingerprint
from hegui.findings.message import fill
from hegui.loading.load import Loaded
from hegui.model.item import Entity
from hegui.model.moment import Clock, Moment, NoSuchMilestone
from hegui.model.naming import kind_title
from hegui.model.repository import Repository, Unassessable
from hegui.model.route import route
from hegui.model.transfer import Milestone
from hegui.rules.context import Context
from hegui.rules.internal.rule_crashed import RULE as CRASHED
from hegui.rules.registry import all_rules
from hegui.rules.rule import Apart, Fault, Rule, Stage
from hegui.source.bilingual import both
from hegui.source.place import Place, Problem, Related

_NOT_UNDERSTOOD = both(
    "所依据的文档未能读懂，见其 document/* 发现",
    "a document that it depends on was not understood; see the document/* findings",
)


def judge(loaded: Loaded, as_of: datetime, base: Loaded | None = None) -> Result:
    """All outcomes as of an instant. Never raises: a rule that crashes is a finding.

    Where a ``base`` is given, ranks, powers and limits are its own.
    """
    rules = dict(all_rules())
    repository = loaded.repository
    clock = clock_of(repository, as_of)
    outcomes = [
        Outcome(finding.rule, finding.subject, Status.FAILED, (finding,))
        for finding in reading_findings(loaded.problems)
    ]
    grounds = Grounds(repository, clock, loaded.tree, base.repository if base else None)
    structure = list(_run(Stage.STRUCTURE, rules, Context(grounds, rules)))
    derived = Derived(grounds, structure)
    outcomes += structure
    for stage in (Stage.PROOF, Stage.DERIVED):
        outcomes += _run(stage, rules, Context(grounds, rules, later=derived))
    outcomes = waive(outcomes, rules, derived)
    found = tuple(outcomes)
    outcomes += _run(Stage.WAIVER, rules, Context(grounds, rules, later=derived, found=found))
    order = sorted(outcomes, key=lambda o: (o.rule, o.subject, [f.place for f in o.findings]))
    return Result(repository, as_of, tuple(order), derived, rules, base)


def _run(stage: Stage, rules: Mapping[str, Rule], context: Context) -> Iterator[Outcome]:
    """The outcomes of all rules of a stage."""
    for rule in rules.values():
        if rule.stage is stage and rule.check is not None:
            yield from assess(rule, replace(context, options=rule.options))


def clock_of(repository: Repository, as_of: datetime) -> Clock:
    """The organisation's clock, with the milestones of its transfers under both their names."""
    milestones: dict[str, Moment] = {}
    for name, part in repository.parts.get("milestone", {}).items():
        assert isinstance(part.record, Milestone)
        milestones[name] = part.record.on
    for (kind, name), full in repository.short.items():
        if kind == "milestone" and len(full) == 1:
            milestones[name] = milestones[full[0]]
    return Clock(ZoneInfo(repository.settings.time_zone), as_of, milestones)


def reading_findings(problems: Iterable[Problem]) -> Iterator[Finding]:
    """The findings of what went wrong in reading; told apart by their order within a file."""
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for problem in problems:
        rule = all_rules()[problem.rule]
        subject = Subject("document", problem.place.path)
        ordinal = seen[problem.rule, problem.place.path]
        seen[problem.rule, problem.place.path] += 1
        yield Finding(
            rule=rule.id,
            severity=rule.severity,
            subject=subject,
            message=fill(rule.message, problem.values),
            remedy=fill(rule.remedy, problem.values),
            place=problem.place,
            fingerprint=fingerprint(rule.id, str(subject), "", str(ordinal)),
            related=problem.related,
        )


def assess(rule: Rule, context: Context) -> Iterator[Outcome]:
    """The outcome of one rule on each of its subjects."""
    for subject in _subjects(rule, context.repository):
        yield _outcome(rule, subject, context)
    for document in context.repository.undecoded:
        if document.kind in rule.kinds:
            name = Subject(document.kind or "document", document.id or document.place.path)
            yield Outcome(rule.id, name, Status.NOT_ASSESSED, reason=_NOT_UNDERSTOOD)


def _subjects(rule: Rule, repository: Repository) -> Iterator[Entity]:
    for kind in rule.kinds:
        for entities in (repository.items.get(kind, {}), repository.parts.get(kind, {})):
            for entity in entities.values():
                if rule.packs or not shipped(entity.document.file.path):
                    yield entity


def _outcome(rule: Rule, subject: Entity, context: Context) -> Outcome:
    name = subject.identity
    assert rule.check is not None
    try:
        applies = rule.where is None or rule.where(subject, context)
        if isinstance(applies, Apart):
            return Outcome(rule.id, name, applies.status, reason=applies.reason)
        if not applies:
            return Outcome(rule.id, name, Status.NOT_APPLICABLE)
        findings = tuple(
            _finding(rule, subject, fault, context) for fault in rule.check(subject, context)
        )
    except (Unassessable, NoSuchMilestone):
        return Outcome(rule.id, name, Status.NOT_ASSESSED, reason=_NOT_UNDERSTOOD)
    except Exception as error:  # the promise is that a crash is a finding, whatever it is
        return _crash(rule, subject, error, context)
    return Outcome(rule.id, name, Status.FAILED if findings else Status.PASSED, findings)


def _finding(rule: Rule, subject: Entity, fault: Fault, context: Context) -> Finding:
    item = subject.holder
    where = route(type(item), item.document.data, subject.full_path(fault.at))
    place, related = _placed(subject, fault, context.repository)
    named = {"subject": context.name(subject), **rule.options, **fault.values}
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        subject=subject.identity,
        message=fill(rule.message, named),
        remedy=fill(rule.remedy, named),
        place=place,
        fingerprint=fingerprint(rule.id, str(subject.identity), where, fault.discriminator),
        route=where,
        related=related,
    )


def _placed(
    subject: Entity, fault: Fault, repository: Repository
) -> tuple[Place, tuple[Related, ...]]:
    """Where a finding stands. What a pack asks for stands where the pack is enabled."""
    if fault.place is not None:
        return fault.place, fault.related
    place = subject.place(*fault.at)
    if fault.within is not None:
        place = subject.document.place_within(subject.full_path(fault.at), fault.within)
    if not shipped(place.path):
        return place, fault.related
    title = kind_title(subject.kind)
    label = both(f"规则包中的{title.get('zh')}", f"the {title.get('en')} in the pack")
    return _enabled(place.path, repository), (Related(place, label), *fault.related)


def _enabled(path: str, repository: Repository) -> Place:
    pack = path.removeprefix("pack:").partition("/")[0]
    settings = repository.settings
    position = next(n for n, enabled in enumerate(settings.packs) if enabled.id == pack)
    return settings.document.place(("packs", position))


def _crash(rule: Rule, subject: Entity, error: Exception, context: Context) -> Outcome:
    """A rule that crashed has not assessed its subject, and says so as a finding."""
    values = {"rule": rule.id, "error": f"{type(error).__name__}: {error}"}
    finding = _finding(CRASHED, subject, Fault(values=values, discriminator=rule.id), context)
    return Outcome(CRASHED.id, subject.identity, Status.FAILED, (finding,))
