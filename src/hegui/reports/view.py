"""The figures of the management page, computed once from a result."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256

from hegui import __version__
from hegui.derive.applicability import statement
from hegui.derive.asked import exclusion_of
from hegui.derive.owners import Owners
from hegui.derive.records import appetite_of, operating
from hegui.derive.residual import Residual, residual
from hegui.derive.score import score
from hegui.engine.baseline import Standing
from hegui.engine.judge import clock_of
from hegui.engine.remaining import remains
from hegui.engine.result import Result
from hegui.findings.finding import Finding, Status, Subject
from hegui.findings.severity import Severity
from hegui.model.catalogue import Catalogue
from hegui.model.control import Control
from hegui.model.item import Entity, Item, Part
from hegui.model.moment import Clock, end_of
from hegui.model.naming import kind_title
from hegui.model.organization import Organization
from hegui.model.reference import Ref
from hegui.model.repository import Repository
from hegui.model.risk import Risk
from hegui.model.transfer import Milestone
from hegui.model.waiver import Waiver
from hegui.reports.figures import (
    Ahead,
    AreaFigures,
    CatalogueFigures,
    Claims,
    Debt,
    Origin,
    RiskFigures,
    Silent,
    Task,
    Unassessed,
    Verdict,
    View,
    Waived,
)
from hegui.reports.ties import Ties
from hegui.source.bilingual import Text, both
from hegui.source.file import File


def view(result: Result, fail_on: Severity) -> View:
    """The figures of ``result``, held against a threshold."""
    repository = result.repository
    clock = clock_of(repository, result.as_of)
    found = _Subjects(result)
    ties, owners = Ties(repository), Owners(repository, clock)
    tasks = tuple(_tasks(result, found, ties, owners))
    unknown = Counter(
        area
        for outcome in result.outcomes
        if outcome.status is Status.NOT_ASSESSED
        for area in ties.areas(found.entity(outcome.subject))
    )
    unread = tuple(sorted({one.place for one in repository.undecoded}))
    return View(
        organization=_organization(repository),
        verdict=_verdict(result, fail_on, len(unread)),
        severities=result.severities,
        tasks=tasks,
        debts=_debts(tasks),
        catalogues=tuple(_catalogues(result, tasks, unknown)),
        untied=sum(not task.areas for task in tasks),
        waived=tuple(_waived(result, clock)),
        unread=unread,
        unassessed=_unassessed(result),
        milestones=tuple(_milestones(result, clock, owners)),
        score=result.derived.headline,
        claims=_claims(result),
        risks=tuple(_risks(result)),
        statement=tuple(statement(result.derived)),
        origin=_origin(result, fail_on, clock),
    )


def digest(files: Iterable[File]) -> str:
    """SHA-256 over the path and content of all files, whatever their order.

    It is the digest of the list that ``sha256sum`` prints for them, sorted by path.
    """
    lines = sha256()
    for file in sorted(files, key=lambda one: one.path):
        content = sha256(file.text.encode("utf-8", "surrogatepass")).hexdigest()
        lines.update(f"{content}  {file.path}\n".encode("utf-8", "surrogatepass"))
    return lines.hexdigest()


class _Subjects:
    """From the name of a subject to the item or part itself."""

    def __init__(self, result: Result) -> None:
        self._repository = result.repository
        self._by_path: dict[str, list[Item]] = defaultdict(list)
        for item in result.repository.every():
            self._by_path[item.document.file.path].append(item)

    def entity(self, subject: Subject) -> Entity | None:
        return self._repository.find(Ref(subject.kind, subject.id))

    def of(self, finding: Finding) -> Entity | None:
        """The subject of a finding; for a document, the item in which the place lies."""
        if finding.subject.kind != "document":
            return self.entity(finding.subject)
        for item in self._by_path[finding.place.path]:
            document = item.document
            first = document.file.place(document.places[0], document.places[0]).line
            last = document.file.place(document.places[0], document.places[1], clip=False).end_line
            if first <= finding.place.line <= last:
                return item
        return None


def _verdict(result: Result, fail_on: Severity, unread: int) -> Verdict:
    reached = sum(finding.severity >= fail_on for finding in result.new)
    known, outdated = len(result.known), len(result.outdated)
    return Verdict(result.exit(fail_on), fail_on, reached, unread, known, outdated)


def _tasks(result: Result, found: _Subjects, ties: Ties, owners: Owners) -> Iterator[Task]:
    """The gravest first; findings come by place."""
    for finding in sorted(result.open, key=lambda one: -one.severity):
        entity = found.of(finding)
        known = result.standing(finding) is Standing.KNOWN
        areas, remain = tuple(sorted(ties.areas(entity))), remains(finding, result)
        yield Task(finding, areas, owners.of(entity), known, remain)


def _counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in reversed(Severity) if counts[severity]}


def _debts(tasks: Iterable[Task]) -> tuple[Debt, ...]:
    """Who owes most of the gravest comes first; what nobody owes comes last."""
    owed: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        owed[task.owner.id if task.owner else ""].append(task)
    debts = [Debt(some[0].owner, _counted(t.finding for t in some)) for some in owed.values()]
    return tuple(sorted(debts, key=_rank))


def _rank(debt: Debt) -> tuple[bool, list[int], str]:
    weights = [-debt.severities.get(severity, 0) for severity in reversed(Severity)]
    return debt.owner is None, weights, debt.owner.id if debt.owner else ""


def _catalogues(
    result: Result, tasks: Iterable[Task], unknown: Mapping[str, int]
) -> Iterator[CatalogueFigures]:
    touching: dict[str, list[Finding]] = defaultdict(list)
    for task in tasks:
        for touched in task.areas:
            touching[touched].append(task.finding)
    grounds, by_objective = result.derived.grounds, result.derived.by_objective
    objectives = grounds.repository.parts.get("objective", {})
    excluded = {
        name for name, part in objectives.items() if exclusion_of(part, grounds) is not None
    }
    for catalogue in grounds.repository.all(Catalogue):
        areas = []
        for area in catalogue.areas:
            name = f"{catalogue.id}#{area.id}"
            inside = [f"{catalogue.id}#{o.ref}" for o in catalogue.objectives if o.area == area.id]
            areas.append(
                AreaFigures(
                    id=name,
                    area=area,
                    objectives=len(inside),
                    excluded=len(excluded.intersection(inside)),
                    severities=_counted(touching[name]),
                    unknown=unknown.get(name, 0),
                    score=score(one for objective in inside for one in by_objective[objective]),
                )
            )
        yield CatalogueFigures(catalogue.title, tuple(areas))


def _waived(result: Result, clock: Clock) -> Iterator[Waived]:
    waivers = {waiver.id: waiver for waiver in result.repository.all(Waiver)}
    for finding in result.findings:
        if finding.waiver is not None:
            waiver = waivers[finding.waiver]
            yield Waived(finding, waiver, _day(clock.end(waiver.expires), clock))


def _unassessed(result: Result) -> tuple[Unassessed, ...]:
    """By reason, then by subject."""
    counts: dict[Text, Counter[Subject]] = defaultdict(Counter)
    for outcome in result.outcomes:
        if outcome.status is Status.NOT_ASSESSED:
            counts[outcome.reason or both("未说明", "not stated")][outcome.subject] += 1
    return tuple(
        Unassessed(
            reason,
            tuple(Silent(one, kind_title(one.kind), n) for one, n in sorted(subjects.items())),
        )
        for reason, subjects in sorted(counts.items(), key=lambda entry: entry[0].get("en"))
    )


def _claims(result: Result) -> Claims:
    controls = [
        control
        for control in result.repository.all(Control)
        if control.status == "implemented" and operating(control, result.derived.grounds)
    ]
    unproved = sum(
        outcome.rule == "control/claimed-without-proof" and bool(outcome.findings)
        for outcome in result.outcomes
    )
    return Claims(len(controls), unproved)


def _risks(result: Result) -> Iterator[RiskFigures]:
    """Those above their limit first, then by the proved level from the highest down."""
    appetite = appetite_of(result.derived.grounds)
    order = [level.id for level in appetite.levels] if appetite else []
    found = []
    for risk in result.repository.all(Risk):
        one = residual(risk, result.derived)
        known = isinstance(one, Residual) and appetite is not None
        above = bool(known and one.above(appetite))  # type: ignore[union-attr,arg-type]
        rank = order.index(one.proved.level.id) if isinstance(one, Residual) else len(order)
        figures = RiskFigures(risk, one, above, appetite.currency if appetite else None)
        found.append(((not above, -rank, risk.id), figures))
    yield from (figures for _, figures in sorted(found, key=lambda one: one[0]))


def _milestones(result: Result, clock: Clock, owners: Owners) -> Iterator[Ahead]:
    """Those not yet past, the nearest first."""
    today = _day(clock.as_of, clock)
    ahead: list[tuple[date, str, Part]] = []
    for part in result.repository.parts.get("milestone", {}).values():
        assert isinstance(part.record, Milestone)
        day = _day(clock.begin(part.record.on), clock)
        if clock.end(part.record.on) >= clock.as_of:
            ahead.append((day, part.id, part))
    for day, _, part in sorted(ahead, key=lambda one: one[:2]):
        gate = result.gates.get(part.id)
        yield Ahead(part.title, day, (day - today).days, owners.of(part), gate)


def _day(moment: datetime, clock: Clock) -> date:
    """The day of a moment in the organisation's time zone, or in its own at the end of time."""
    try:
        return moment.astimezone(clock.zone).date()
    except OverflowError:
        return moment.date()


def _organization(repository: Repository) -> Text:
    name = repository.settings.organization
    found = repository.find(Ref("organization", name))
    return found.title if isinstance(found, Organization) else both(name, name)


def _origin(result: Result, fail_on: Severity, clock: Clock) -> Origin:
    settings = result.authority
    files = result.repository.files.values()
    pin = settings.as_of
    return Origin(
        as_of=result.as_of.astimezone(clock.zone),
        pinned=pin is not None and end_of(pin, clock.zone) == result.as_of,
        configured=settings.fail_on == fail_on.word,
        base=None if result.base is None else result.base.tree.commit,
        version=__version__,
        digest=digest(files),
        files=len(files),
        documents=tuple((kind_title(kind), n) for kind, n in result.documents.items()),
        statuses=result.statuses,
    )
