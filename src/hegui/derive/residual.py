"""Residuals: what is left of a risk by what is proved, and by what is claimed.

Expected residual = inherent × Π over layers of (1 − max(reduction × reliability)), not below a
declared floor; reliability of a mitigation = the lowest credit among its objective's applicable
requirements × the lowest such credit among its needs (design §7).

Ranges are 90 % intervals: of a lognormal, whose mean is exp(μ + σ²/2) with μ = (ln low + ln high)/2
and σ = (ln high − ln low)/(2 × 1.6449); of an even spread where the low end is zero. The mean picks
the band. Where one layer works on both frequency and magnitude, only one of them acts: the expected
residual takes the greater, the level the better of the two: so no proof makes a level worse.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from hegui.derive.credit import caps, claimed, lowest
from hegui.derive.derived import Derived
from hegui.derive.records import appetite_of
from hegui.model.appetite import Appetite, Dimension, Grade, Likelihood
from hegui.model.item import Part
from hegui.model.risk import LAYERS, Inherent, Mitigation, Risk
from hegui.source.bilingual import both

Z90 = 1.6448536269514722
"""The 95th percentile of the standard normal: both ends of a 90 % interval."""
_MONTHS = 12


class Gap(StrEnum):
    """Why a residual cannot be worked out."""

    APPETITE = "appetite"
    INHERENT = "inherent"
    RANGE = "range"
    CURRENCY = "currency"
    SCALE = "scale"
    OBJECTIVE = "objective"


GAPS = {
    Gap.APPETITE: both(
        "没有唯一可用的风险偏好文件", "there is not exactly one appetite file that can be read"
    ),
    Gap.INHERENT: both("没有写明固有风险的可能性", "its inherent likelihood is not stated"),
    Gap.RANGE: both("区间的下限高于上限", "the low end of a range is above its high end"),
    Gap.CURRENCY: both(
        "损失的币种与风险偏好不同", "its loss is in another currency than the appetite file's"
    ),
    Gap.SCALE: both("风险偏好里没有相应的等级", "the appetite file lacks a grade that it needs"),
    Gap.OBJECTIVE: both("缓解所引的目标不存在", "an objective that mitigates it is not there"),
}


class Share(NamedTuple):
    """A mitigation at work: what it takes off, by its reduction at best and its reliability."""

    mitigation: Mitigation
    objective: Part
    own: Fraction
    """The lowest credit among the requirements of its objective."""
    needs: Fraction
    """The lowest among those of the objectives that it needs; 1 where it needs none."""

    @property
    def takes(self) -> Fraction:
        """The share of the risk that it takes off."""
        return Fraction(self.mitigation.reduction) * self.own * self.needs


class Harm(NamedTuple):
    """The harm in one dimension: its size where it has one, its grade, the level it gives."""

    dimension: Dimension
    size: float | None
    grade: Grade
    level: Grade


class Estimate(NamedTuple):
    """A risk in one state of its mitigations.

    ``likelihood`` is a chance in the window, or events a year; ``loss`` the mean of one event and
    ``expected`` their product, both ``None`` where no loss is stated; ``factor`` what the layers
    leave of the inherent risk.
    """

    likelihood: float
    band: Likelihood
    loss: float | None
    expected: float | None
    factor: Fraction
    harms: tuple[Harm, ...]
    level: Grade


class Residual(NamedTuple):
    """A risk as it is without, with the claimed and with the proved mitigations."""

    risk: Risk
    yearly: bool
    inherent: Estimate
    claimed: Estimate
    proved: Estimate
    shares: tuple[Share, ...]
    floor: Fraction

    def above(self, appetite: Appetite) -> bool | None:
        """Whether the proved level is above the limit of its category; ``None`` without a limit."""
        names = [level.id for level in appetite.levels]
        for limit in appetite.limits:
            if limit.category == self.risk.category and limit.level in names:
                return names.index(self.proved.level.id) > names.index(limit.level)
        return None


class _Unknown(Exception):
    def __init__(self, gap: Gap) -> None:
        self.gap = gap


def residual(risk: Risk, derived: Derived) -> Residual | Gap:
    """The residual of a risk, or why it cannot be worked out."""
    appetite = appetite_of(derived.grounds)
    if appetite is None:
        return Gap.APPETITE
    if risk.inherent is None:
        return Gap.INHERENT
    try:
        return _residual(risk, risk.inherent, appetite, derived)
    except _Unknown as unknown:
        return unknown.gap


def _residual(risk: Risk, inherent: Inherent, appetite: Appetite, derived: Derived) -> Residual:
    worth = caps(appetite)
    proved = tuple(_shares(risk, derived, lambda one: lowest(one, worth, derived)))
    said = tuple(_shares(risk, derived, lambda one: claimed(one, derived)))
    scale = _Scale(risk, inherent, appetite)
    floor = Fraction(appetite.floor or 0)
    return Residual(
        risk,
        inherent.chance is None,
        scale.estimate((), floor),
        scale.estimate(said, floor),
        scale.estimate(proved, floor),
        proved,
        floor,
    )


def _shares(risk: Risk, derived: Derived, worth: Callable[[Part], Fraction]) -> Iterator[Share]:
    def of(ref: object) -> Fraction:
        return worth(_objective(ref, derived))

    for one in risk.mitigations:
        objective = _objective(one.objective, derived)
        needs = min(map(of, one.needs), default=Fraction(1))
        yield Share(one, objective, worth(objective), needs)


def _objective(ref: object, derived: Derived) -> Part:
    found = derived.grounds.repository.find(ref)  # type: ignore[arg-type]
    if not isinstance(found, Part):
        raise _Unknown(Gap.OBJECTIVE)
    return found


def mean(low: Decimal, high: Decimal) -> float:
    """The mean of a quantity with the 90 % interval ``low`` to ``high``.

    Raises `ValueError` where ``low`` is above ``high``.
    """
    if low > high:
        raise ValueError(f"{low} > {high}")
    if low == 0:
        return float(high) / 2
    bottom, top = math.log(low), math.log(high)
    spread = (top - bottom) / (2 * Z90)
    return math.exp((bottom + top) / 2 + spread**2 / 2)


class _Scale:
    """Measures one risk by the bands and the matrix of the appetite file."""

    def __init__(self, risk: Risk, inherent: Inherent, appetite: Appetite) -> None:
        self.risk, self.inherent, self.appetite = risk, inherent, appetite
        try:
            self.likelihood = self._likelihood()
            self.loss = self._loss()
        except ValueError:
            raise _Unknown(Gap.RANGE) from None

    def estimate(self, shares: tuple[Share, ...], floor: Fraction) -> Estimate:
        """The risk with some mitigations at work, not below ``floor``."""
        layers = [_takes(shares, layer) for layer in LAYERS]
        factor = max(_product(1 - max(both) for both in layers), floor)
        # of a layer that works on both sides only one acts: the one that takes the level further down
        choices = [((1 - f, Fraction(1)), (Fraction(1), 1 - m)) if f and m else ((1 - f, 1 - m),)
                   for f, m in layers]  # fmt: skip
        seen = [self._level(*_sides(choice, floor)) for choice in product(*choices)]
        harms, band, likelihood, level = min(seen, key=lambda one: self._rank(one[3]))
        expected = None if self.loss is None else self.likelihood * self.loss * float(factor)
        return Estimate(likelihood, band, self.loss, expected, factor, harms, level)

    def _level(
        self, frequency: Fraction, magnitude: Fraction
    ) -> tuple[tuple[Harm, ...], Likelihood, float, Grade]:
        likelihood = self.likelihood * float(frequency)
        band = self._band(likelihood)
        harms = tuple(self._harms(band, float(magnitude)))
        if not harms:
            raise _Unknown(Gap.SCALE)
        level = max((harm.level for harm in harms), key=self._rank)
        raised = self.risk.raised
        if raised is not None and raised.approved_by is not None:
            level = max(level, self._grade(raised.level, self.appetite.levels), key=self._rank)
        return harms, band, likelihood, level

    def _harms(self, band: Likelihood, magnitude: float) -> Iterator[Harm]:
        stated: Mapping[str, object] = self.inherent.harm or {}
        if stated.keys() - {dimension.id for dimension in self.appetite.dimensions}:
            raise _Unknown(Gap.SCALE)  # a harm that nobody can grade is not left out
        for dimension in self.appetite.dimensions:
            value = stated.get(dimension.id)
            if value is None and dimension.unit and dimension.unit == self.appetite.currency:
                value = self.loss
            if value is None:
                continue
            size = None
            if isinstance(value, str):
                grade = self._grade(value, self.appetite.grades)
            else:
                size = float(value) * magnitude  # type: ignore[arg-type]
                grade = self._graded(size, dimension)
            yield Harm(dimension, size, grade, self._matrix(band, grade))

    def _graded(self, size: float, dimension: Dimension) -> Grade:
        """The grade of a size: the highest band that it reaches, in whatever order they stand."""
        bands = [(band.from_, band.grade) for band in dimension.bands if band.from_ is not None]
        if not bands:
            raise _Unknown(Gap.SCALE)
        reached = [band for band in bands if size >= float(band[0])] or [min(bands)]
        return self._grade(max(reached)[1], self.appetite.grades)

    def _band(self, likelihood: float) -> Likelihood:
        """The first band that a likelihood does not exceed; the last has no end."""
        for band in self.appetite.likelihoods:
            end = band.per_year if self.inherent.chance is None else band.chance
            if end is not None and likelihood <= float(end):
                return band
        if not self.appetite.likelihoods:
            raise _Unknown(Gap.SCALE)
        return self.appetite.likelihoods[-1]

    def _matrix(self, band: Likelihood, grade: Grade) -> Grade:
        for row in self.appetite.matrix:
            if row.likelihood == band.id and grade.id in row.levels:
                return self._grade(str(row.levels[grade.id]), self.appetite.levels)
        raise _Unknown(Gap.SCALE)

    def _grade(self, name: str, grades: tuple[Grade, ...]) -> Grade:
        for grade in grades:
            if grade.id == name:
                return grade
        raise _Unknown(Gap.SCALE)

    def _rank(self, level: Grade) -> int:
        return self.appetite.levels.index(level)

    def _likelihood(self) -> float:
        if self.inherent.chance is not None:
            return float(self.inherent.chance)
        frequency = self.inherent.frequency
        if frequency is None:
            raise _Unknown(Gap.INHERENT)
        return mean(frequency.low, frequency.high) * (_MONTHS if frequency.per == "month" else 1)

    def _loss(self) -> float | None:
        loss = self.inherent.loss
        if loss is None:
            return None
        if None not in (loss.currency, self.appetite.currency) and (
            loss.currency != self.appetite.currency
        ):
            raise _Unknown(Gap.CURRENCY)
        return mean(loss.low, loss.high)


def _takes(shares: tuple[Share, ...], layer: str) -> tuple[Fraction, Fraction]:
    """What a layer takes off the frequency, and off the magnitude."""
    best = {"frequency": Fraction(0), "magnitude": Fraction(0)}
    for share in shares:
        if share.mitigation.layer == layer:
            side = share.mitigation.side
            best[side] = max(best[side], share.takes)
    return best["frequency"], best["magnitude"]


def _sides(
    choice: tuple[tuple[Fraction, Fraction], ...], floor: Fraction
) -> tuple[Fraction, Fraction]:
    """What is left of frequency and magnitude, neither below the floor."""
    frequency = _product(one[0] for one in choice)
    magnitude = _product(one[1] for one in choice)
    return max(frequency, floor), max(magnitude, floor)


def _product(factors: Iterable[Fraction]) -> Fraction:
    return Fraction(math.prod(factors))
