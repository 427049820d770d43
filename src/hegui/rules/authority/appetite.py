"""No change accepts more risk, or gives more credit to proof, than the base does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from hegui.findings.severity import Severity
from hegui.model.appetite import Appetite, Grade
from hegui.model.whole import Whole
from hegui.rules.against import (
    PROBLEM,
    REMEDY,
    base_of,
    based,
    before,
    changed,
    distinct,
    gone,
    lost,
    of,
    removed,
    stood,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_FLOOR = both("残余下限", "the floor of residuals")
_GRACE = both("逾期宽限", "the grace of proof")
_RANK = both("批准级别", "the approving rank")
_CREDIT = {
    "asserted": both("仅有记录的证明分量", "the credit of a record alone"),
    "documented": both("有原件的证明分量", "the credit of a documented proof"),
    "witnessed": both("有见证的证明分量", "the credit of a witnessed proof"),
    "recomputed": both("经复算的证明分量", "the credit of a recomputed proof"),
}
_SCALES = {
    "grades": both("危害等级", "the scale of harm"),
    "levels": both("风险级别", "the scale of risk"),
    "likelihoods": both("可能性等级", "the scale of likelihood"),
}


@rule(
    "authority/appetite",
    Appetite,
    Whole,
    severity=Severity.CRITICAL,
    title=both("放宽了风险偏好", "An appetite that was loosened"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "多大的风险算大、证明值多少，须先定后评；随变更一起放宽，超限的风险就看不见了。",
        "What is too much is said before anything is measured; a limit that moves with the change "
        "hides the risk that exceeds it.",
    ),
    where=based,
)
def check(subject: Appetite | Whole, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        yield from (removed(old, context) for old in gone(Appetite, context))
        return
    base_of(context).complete("appetite")
    olds = before(subject, context)
    yield from distinct(
        fault
        for old in olds
        for compare in (_scales, _limits, _credit, _terms, _bands, _likelihoods, _matrix)
        for fault in compare(old, subject, context)
    )


def _limits(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """A limit that is gone, or that stands at a higher level; or at one that the base has not."""
    ranks = _ranks(old.levels)
    now = {limit.category: (limit.level, at) for at, limit in enumerate(new.limits)}
    for at, limit in enumerate(old.limits):
        what = both(f"类别 {limit.category} 的限值", f"the limit of category {limit.category}")
        if limit.category not in now:
            yield _missing(old, new, ("limits", at), what, limit.category, context)
            continue
        level, here = now[limit.category]
        if ranks.get(level, len(ranks)) > ranks.get(limit.level, len(ranks)):
            problem = changed(new, what, limit.level, level, context)
            yield Fault(("limits", here, "level"), {"problem": problem})


def _credit(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    for name, what in _CREDIT.items():
        was, now = (getattr(one.credit, name, None) for one in (old, new))
        if (now or 0) > (was or 0):
            problem = changed(new, what, _percent(was), _percent(now), context)
            yield Fault(("credit", name), {"problem": problem})


def _terms(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """The floor below which no residual falls, the grace of proof, the rank that approves."""
    if (new.floor or 0) < (old.floor or 0):
        problem = changed(new, _FLOOR, _percent(old.floor), _percent(new.floor), context)
        yield Fault(("floor",), {"problem": problem})
    start, due = context.clock.as_of, context.workdays.due
    if new.grace is not None and (
        old.grace is None or due(start, new.grace) > due(start, old.grace)
    ):
        was = None if old.grace is None else old.grace.words()
        problem = changed(new, _GRACE, was, new.grace.words(), context)
        yield Fault(("grace",), {"problem": problem})
    if (new.rank or 0) < (old.rank or 0):
        problem = changed(new, _RANK, old.rank, new.rank, context)
        yield Fault(("rank",), {"problem": problem})


def _scales(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """A scale of which a grade is gone, or that is put in another order."""
    for field, what in _SCALES.items():
        was = [one.id for one in getattr(old, field)]
        now = [one.id for one in getattr(new, field)]
        if [name for name in now if name in was] != was:
            problem = changed(new, what, was, now, context)
            yield Fault((field,), {"problem": problem})


def _bands(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """A dimension that is gone, or a band that begins with a greater harm."""
    now = {one.id: (one, at) for at, one in enumerate(new.dimensions)}
    for at, dimension in enumerate(old.dimensions):
        if dimension.id not in now:
            what = both(f"危害维度 {dimension.id}", f"the dimension {dimension.id}")
            yield _missing(old, new, ("dimensions", at), what, dimension.id, context)
            continue
        other, here = now[dimension.id]
        starts = {band.grade: (band.from_, n) for n, band in enumerate(other.bands)}
        for band in dimension.bands:
            start, n = starts.get(band.grade, (None, 0))
            if band.from_ is not None and (start is None or start > band.from_):
                what = both(
                    f"维度 {dimension.id} 中“{band.grade}”档的下限",
                    f"the start of band {band.grade} of dimension {dimension.id}",
                )
                path = ("dimensions", here, "bands", n, "from")
                problem = changed(new, what, band.from_, start, context)
                yield Fault(path, {"problem": problem}, band.grade)


def _likelihoods(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """A grade of likelihood that reaches further up, so that less counts as the next one."""
    now = {one.id: (one, at) for at, one in enumerate(new.likelihoods)}
    for grade in old.likelihoods[:-1]:  # the last has no end, whatever it states
        if grade.id not in now:
            continue
        other, at = now[grade.id]
        for field, told in (("per_year", str), ("chance", _percent)):
            was, end = getattr(grade, field), getattr(other, field)
            if was is not None and end is not None and end > was:
                what = both(f"可能性 {grade.id} 的上限", f"the upper end of likelihood {grade.id}")
                problem = changed(new, what, told(was), told(end), context)
                path = ("likelihoods", at, field)
                yield Fault(path, {"problem": problem})


def _matrix(old: Appetite, new: Appetite, context: Context) -> Iterator[Fault]:
    """A cell of the matrix that holds a lower level."""
    ranks = _ranks(old.levels)
    now = {row.likelihood: (row.levels, at) for at, row in enumerate(new.matrix)}
    for row in old.matrix:
        levels, at = now.get(row.likelihood, ({}, 0))
        for grade, level in row.levels.items():
            cell = levels.get(grade)
            if ranks.get(str(cell), len(ranks)) < ranks.get(str(level), 0):
                what = both(
                    f"矩阵中可能性 {row.likelihood}、危害 {grade} 的级别",
                    f"the level of likelihood {row.likelihood} and harm {grade}",
                )
                problem = changed(new, what, level, cell, context)
                path = ("matrix", at, "levels", grade)
                yield Fault(path, {"problem": problem})


def _missing(
    old: Appetite,
    new: Appetite,
    path: tuple[str | int, ...],
    what: Text,
    name: str,
    context: Context,
) -> Fault:
    """That an entry of a list is gone: it stands at the list."""
    problem = lost(of(new, what, context), stood(old, *path))
    return Fault(path[:1], {"problem": problem}, name)


def _ranks(grades: Iterable[Grade]) -> Mapping[str, int]:
    return {grade.id: rank for rank, grade in enumerate(grades)}


def _percent(share: Decimal | None) -> str | None:
    return None if share is None else f"{(share * 100).normalize():f}%"
