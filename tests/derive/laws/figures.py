"""Figures: every number and grade of a result, and what it means that one is no better than another.

``None`` needs no convention. A score is no higher when its numerator did not grow and its
denominator did not shrink; that is stricter than comparing quotients, and says of a score over
nothing (``None``) that it stays one, or becomes nought of something. A residual that cannot be
worked out is as high as can be.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

from hegui import api
from hegui.derive.coverage import Covered, coverage
from hegui.derive.gate import Accepted, Decision, Lack
from hegui.derive.groups import BY
from hegui.derive.residual import Gap, residual
from hegui.derive.score import Score, score
from hegui.engine.result import Result
from hegui.model.appetite import Appetite
from hegui.model.catalogue import Catalogue
from hegui.model.risk import Risk
from hegui.rules.registry import all_rules
from tests.derive.laws.world import World

_COVERED = {Covered.COVERED: 2, Covered.PARTLY: 1}
"""How good a coverage is; what is unknown, excluded or said not to apply is no better than none."""
_DECIDED = {Decision.GO: 2, Decision.CONDITIONS: 1, Decision.NO: 0}
_BY_PERSONS = (Accepted.WAIVER, Accepted.EXCLUSION)
EVERYWHERE = ("regulation", "area", "milestone", "phase")
"""The ways to group that no control, check, waiver or action has a hand in."""


@dataclass(frozen=True)
class Left:
    """What is left of a risk."""

    expected: float
    level: int
    factor: Fraction


NOT_KNOWN = Left(math.inf, 99, Fraction(99))


@dataclass(frozen=True)
class Figures:
    """All that a result counts, by names that stay the same when documents move."""

    result: Result
    scores: Mapping[str, Score]
    states: Mapping[str, str]
    left: Mapping[str, Left]
    covered: Mapping[str, Covered]
    gates: Mapping[str, Decision]
    accepted: frozenset[str]
    """The gates of which a named person accepted something that they ask for."""
    unpromised: frozenset[str]
    """The gates that something is closed by which may be removed: a finding, a check that contradicts."""

    def better(
        self, before: Figures, groups: tuple[str, ...] = EVERYWHERE, *, strictly: bool = False
    ) -> Iterator[str]:
        """All that looks better than before; ``strictly``: no gate does, not even by acceptance."""
        for name, was in before.scores.items():
            if name.partition(" ")[0] not in ("all", "catalogue", *groups):
                continue
            now = self.scores.get(name, _NOTHING)
            if now.proved > was.proved or now.due < was.due:
                yield f"score of {name}: {_told(was)} -> {_told(now)}"
        for name, left in before.left.items():
            now_left = self.left.get(name, NOT_KNOWN)
            if now_left.expected < left.expected or now_left.level < left.level:
                yield f"residual of {name}: {left} -> {now_left}"
        for name, covered in before.covered.items():
            if covered is Covered.NOT_APPLICABLE:
                continue
            if _rank(self.covered[name]) > _rank(covered):
                yield f"coverage of {name}: {covered} -> {self.covered[name]}"
        for name, decision in before.gates.items():
            now_decision = self.gates[name]
            may = now_decision is Decision.CONDITIONS and name in self.accepted
            if not strictly and (may or name in before.unpromised):
                continue
            if _DECIDED[now_decision] > _DECIDED[decision]:
                yield f"gate of {name}: {decision} -> {now_decision}"

    def told(self) -> dict[str, object]:
        """All of it as plain values, to be compared."""
        return {
            "scores": {name: _told(one) for name, one in self.scores.items()},
            "states": dict(self.states),
            "left": dict(self.left),
            "covered": dict(self.covered),
            "gates": dict(self.gates),
        }


_NOTHING = score(())


def _told(one: Score) -> str:
    return f"{one.proved}/{one.due}"


def _rank(covered: Covered) -> int:
    return _COVERED.get(covered, 0)


_FOLDER = tempfile.TemporaryDirectory()
"""One for all worlds: to make folders and remove them takes longer than to judge."""


def judged(world: World, *, fully: bool = False) -> Figures:
    """The figures of a world, loaded from a folder and judged as the program does it.

    Only those rules are run on which a number may rest, unless ``fully``: that it makes no
    difference is law 5.
    """
    root = Path(_FOLDER.name)
    world.write(root)
    loaded = api.load(root)
    every = all_rules()
    wanted = every if fully else {name: every[name] for name in needed(world) if name in every}
    with patch("hegui.engine.judge.all_rules", lambda: wanted):
        result = api.judge(loaded, api.instant(loaded.repository.settings))
    return figures(result)  # artefacts are read while they are there


def needed(world: World) -> Iterator[str]:
    """The rules that checks use, those that gates ask about, and those about reading."""
    yield from (name for name, rule in all_rules().items() if rule.check is None)
    yield from ("requirement/failed", "internal/rule-crashed")
    yield from (one["rule"] for one in world.documents("check") if "rule" in one)
    if any("severity" in text for text in map(str, world.documents("transfer"))):
        yield from all_rules()


def figures(result: Result) -> Figures:
    """The figures of a result."""
    derived, repository = result.derived, result.repository
    crashes = [one for one in result.findings if one.rule.startswith("internal/")]
    assert not crashes, crashes
    covered = coverage(derived)
    return Figures(
        result,
        dict(_scores(result)),
        {name: str(one.state) for name, one in derived.requirements.items()},
        {risk.id: _left(risk, result) for risk in repository.all(Risk)},
        {row.obligation.id: row.covered for row in covered.rows},
        {name: gate.decision for name, gate in result.gates.items()},
        frozenset(
            name
            for name, gate in result.gates.items()
            if any(point.accepted in _BY_PERSONS for point in gate.points)
        ),
        frozenset(
            name
            for name, gate in result.gates.items()
            if any(point.lack in (Lack.FINDING, Lack.REFUTED) for point in gate.points)
        ),
    )


def _scores(result: Result) -> Iterator[tuple[str, Score]]:
    derived = result.derived
    yield "all", derived.headline
    for one in result.repository.all(Catalogue):
        yield f"catalogue {one.id}", score(derived.of_catalogues([one]))
    covered = coverage(derived)
    for by, groups in BY.items():
        for group in groups(derived, covered):
            yield f"{by} {group.entity.id if group.entity else '-'}", group.score


def _left(risk: Risk, result: Result) -> Left:
    found = residual(risk, result.derived)
    if isinstance(found, Gap):
        return NOT_KNOWN
    [appetite] = result.repository.all(Appetite)
    levels = [level.id for level in appetite.levels]
    proved = found.proved
    expected = math.inf if proved.expected is None else proved.expected
    return Left(expected, levels.index(proved.level.id), proved.factor)
