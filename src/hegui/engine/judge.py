"""Judging: every rule on every one of its subjects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from hegui.derive.derived import Derived
from hegui.derive.grounds import Grounds
from hegui.engine.assess import assess, own, stopped
from hegui.engine.guard import guarded
from hegui.engine.result import Result, shipped
from hegui.engine.waive import waive
from hegui.findings.finding import Finding, Outcome, Status, Subject
from hegui.findings.fingerprint import fingerprint
from hegui.findings.message import fill
from hegui.loading.load import Loaded
from hegui.model.moment import Clock, Moment
from hegui.model.repository import Repository
from hegui.model.rule import DeclaredRule
from hegui.model.transfer import Milestone
from hegui.rules.context import Context
from hegui.rules.options import with_options
from hegui.rules.registry import all_rules
from hegui.rules.rule import Rule, Stage
from hegui.rules.written import rule_of
from hegui.source.place import Problem


def judge(loaded: Loaded, as_of: datetime, base: Loaded | None = None) -> Result:
    """All outcomes as of an instant. Never raises: a rule that crashes is a finding.

    Where a ``base`` is given, ranks, powers and limits are its own.
    """
    repository = loaded.repository
    clock = clock_of(repository, as_of)
    outcomes = [
        Outcome(finding.rule, finding.subject, Status.FAILED, (finding,))
        for finding in reading_findings(loaded.problems)
    ]
    grounds = Grounds(repository, clock, loaded.tree, base.repository if base else None)
    rules = rules_of(Context(grounds))
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


def rules_of(context: Context) -> Mapping[str, Rule]:
    """Every rule of a run, by id: those of the program, and those that are declared and sound."""
    rules = dict(all_rules())
    for declared in context.repository.all(DeclaredRule):
        if shipped(declared.document.file.path) or _sound(declared, context):
            rules.setdefault(declared.id, rule_of(declared))
    rules = with_options(rules, context.grounds.authority.settings)
    return dict(sorted(rules.items()))


def _sound(declared: DeclaredRule, context: Context) -> bool:
    from hegui.rules.soundness import sound  # which checks expressions, and not every run does

    return sound(declared, context)


def _run(stage: Stage, rules: Mapping[str, Rule], context: Context) -> Iterator[Outcome]:
    """The outcomes of all rules of a stage; those that the repository declares run under guard."""

    def judged(rule: Rule) -> list[Outcome]:
        return list(assess(rule, replace(context, options=rule.options)))

    theirs: list[Rule] = []
    for rule in rules.values():
        if rule.stage is stage and rule.check is not None:
            if own(rule, context.repository):
                theirs.append(rule)
            else:
                yield from judged(rule)
    for rule, outcomes in guarded(theirs, judged):
        yield from stopped(rule, context) if outcomes is None else outcomes


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
