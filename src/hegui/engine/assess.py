"""Assessing: one rule on each of its subjects, and what it found made into findings."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.engine.result import shipped
from hegui.expr.scope import WHOLE
from hegui.findings.finding import Finding, Outcome, Status, Subject
from hegui.findings.fingerprint import fingerprint
from hegui.findings.message import fill
from hegui.model.item import Entity
from hegui.model.moment import NoSuchMilestone
from hegui.model.naming import kind_title
from hegui.model.repository import Repository, Unassessable
from hegui.model.route import route
from hegui.model.whole import whole
from hegui.rules.context import Context, see
from hegui.rules.declared.stopped import RULE as STOPPED
from hegui.rules.declared.undecided import RULE as UNDECIDED
from hegui.rules.internal.rule_crashed import RULE as CRASHED
from hegui.rules.rule import Apart, Fault, Rule
from hegui.rules.undecided import Unanswered
from hegui.source.bilingual import both
from hegui.source.place import Place, Related

_NOT_UNDERSTOOD = both(
    "所依据的文档未能读懂，见其 document/* 发现",
    "a document that it depends on was not understood; see the document/* findings",
)
_STOPPED = both("规则超出限额，已中止", "the rule took too much and was stopped")


def assess(rule: Rule, context: Context) -> Iterator[Outcome]:
    """The outcome of one rule on each of its subjects; and of itself, where it gave no answer."""
    open_: list[tuple[Entity, Unanswered]] = []
    for subject in _subjects(rule, context.repository):
        try:
            yield _outcome(rule, subject, context)
        except Unanswered as error:
            open_.append((subject, error))
            yield Outcome(rule.id, subject.identity, Status.NOT_ASSESSED, reason=error.reason)
    if open_:
        yield _undecided(rule, open_, context)
    for document in context.repository.undecoded:
        if document.kind in rule.kinds:
            name = Subject(document.kind or "document", document.id or document.place.path)
            yield Outcome(rule.id, name, Status.NOT_ASSESSED, reason=_NOT_UNDERSTOOD)


def _subjects(rule: Rule, repository: Repository) -> Iterator[Entity]:
    if WHOLE in rule.kinds:
        yield whole(repository)
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
        faults = tuple(rule.check(subject, context))
        if not faults:
            return Outcome(rule.id, name, Status.PASSED)
        findings = tuple(finding_of(rule, subject, fault, context) for fault in faults)
    except (Unanswered, MemoryError):
        raise
    except (Unassessable, NoSuchMilestone):
        return Outcome(rule.id, name, Status.NOT_ASSESSED, reason=_NOT_UNDERSTOOD)
    except Exception as error:  # the promise is that a crash is a finding, whatever it is
        return _crash(rule, subject, error, context)
    return Outcome(rule.id, name, Status.FAILED, findings)


def finding_of(rule: Rule, subject: Entity, fault: Fault, context: Context) -> Finding:
    """A fault as people and machines are told of it, with its place and fingerprint."""
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
    finding = finding_of(CRASHED, subject, Fault(values=values, discriminator=rule.id), context)
    return Outcome(CRASHED.id, subject.identity, Status.FAILED, (finding,))


def _undecided(rule: Rule, open_: list[tuple[Entity, Unanswered]], context: Context) -> Outcome:
    """A rule that gave no answer about some subjects, as a finding on the rule itself.

    A rule of the program has no document here: there it is a defect, and told as a crash.
    """
    subject, error = open_[0]
    declared = rule.declared
    if declared is None or not own(rule, context.repository):
        return _crash(rule, subject, error, context)
    values = {"count": len(open_), "example": str(subject.identity), "reason": error.reason}
    fault = Fault(at=error.at, values=values, related=(see(subject),))
    finding = finding_of(UNDECIDED, declared, fault, context)
    return Outcome(UNDECIDED.id, declared.identity, Status.FAILED, (finding,))


def stopped(rule: Rule, context: Context) -> Iterator[Outcome]:
    """The outcomes of a rule that was stopped: it judged nothing, and says so itself."""
    assert rule.declared is not None
    finding = finding_of(STOPPED, rule.declared, Fault(at=("require",)), context)
    yield Outcome(STOPPED.id, rule.declared.identity, Status.FAILED, (finding,))
    for subject in _subjects(rule, context.repository):
        yield Outcome(rule.id, subject.identity, Status.NOT_ASSESSED, reason=_STOPPED)


def own(rule: Rule, repository: Repository) -> bool:
    """Whether a rule is declared by a document of the repository, or of a pack that it enables."""
    declared = rule.declared
    return declared is not None and repository.items.get("rule", {}).get(rule.id) is declared
