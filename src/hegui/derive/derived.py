"""Derived: what follows from the grounds, each thing worked out once and by one road.

The score on the page, in ``coverage``, in ``explain`` and in JSON is read from here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from hegui.derive.asked import asked
from hegui.derive.grounds import Grounds
from hegui.derive.owners import Owners
from hegui.derive.proof import proofs, undecided
from hegui.derive.score import Judged, Score, State, judged, score, together
from hegui.findings.finding import Outcome
from hegui.model.catalogue import Catalogue
from hegui.model.item import Part


class Derived:
    """What is proved at one instant, from the grounds and the outcomes of the structure stage."""

    def __init__(self, grounds: Grounds, outcomes: Iterable[Outcome] = ()) -> None:
        self.grounds = grounds
        self._outcomes: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in outcomes:
            self._outcomes[outcome.rule].append(outcome)

    @cached_property
    def requirements(self) -> Mapping[str, Judged]:
        """Every requirement, by id."""
        grounds = self.grounds
        objectives = grounds.repository.parts.get("objective", {})
        found = {}
        for name, part in grounds.repository.parts.get("requirement", {}).items():
            one = asked(part, objectives[name.rpartition(":")[0]], grounds)
            proved = proofs(part, self._outcomes, grounds)
            if one.unread:
                proved = tuple(map(undecided, proved))
            found[name] = judged(one, proved, grounds.clock.as_of)
        return found

    @cached_property
    def by_objective(self) -> Mapping[str, tuple[Judged, ...]]:
        """The requirements of each objective, by its id; none for one that asks nothing."""
        objectives = self.grounds.repository.parts.get("objective", {})
        found: dict[str, list[Judged]] = {name: [] for name in objectives}
        for one in self.requirements.values():
            found[one.objective.id].append(one)
        return {name: tuple(some) for name, some in found.items()}

    def state(self, objective: Part) -> State:
        """How an objective stands by its requirements."""
        return together(one.state for one in self.by_objective[objective.id])

    @cached_property
    def headline(self) -> Score:
        """The score over the catalogues of the enabled packs; over our own where no pack has any."""
        return score(self.of_catalogues(self.headline_catalogues))

    @cached_property
    def headline_catalogues(self) -> tuple[Catalogue, ...]:
        """The catalogues that the headline score is over."""
        every = self.grounds.repository.all(Catalogue)
        packed = tuple(one for one in every if one.document.file.path.startswith("pack:"))
        return packed or every

    def of_catalogues(self, catalogues: Iterable[Catalogue]) -> Iterable[Judged]:
        """The requirements of some catalogues."""
        names = {catalogue.id for catalogue in catalogues}
        return [one for one in self.requirements.values() if one.objective.holder.id in names]

    @cached_property
    def owners(self) -> Owners:
        """Who answers for what."""
        return Owners(self.grounds.repository, self.grounds.clock)
