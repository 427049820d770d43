"""The statement of applicability: every objective, included or not, why, by whom, and its proof.

What ISO/IEC 27001:2022, 6.1.3 d asks for, over any catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from hegui.derive.answers import Answer
from hegui.derive.coverage import Chain, chain, mandatory
from hegui.derive.credit import claimed
from hegui.derive.derived import Derived
from hegui.derive.score import Score, State, score
from hegui.model.exclusion import Exclusion
from hegui.model.item import Part
from hegui.source.bilingual import both


class Inclusion(StrEnum):
    """Whether an objective is pursued."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    NOT_APPLICABLE = "not-applicable"


INCLUSIONS = {
    Inclusion.INCLUDED: both("纳入", "included"),
    Inclusion.EXCLUDED: both("排除", "excluded"),
    Inclusion.NOT_APPLICABLE: both("不适用", "not applicable"),
}


class Entry(NamedTuple):
    """One objective of the statement.

    ``deciding`` are the facts that make it not applicable. ``claimed`` is whether a control says
    that it is implemented; ``state`` and ``score`` are what is proved. ``mandatory`` says that it
    serves mandatory law.
    """

    objective: Part
    inclusion: Inclusion
    deciding: tuple[Answer, ...]
    exclusion: Exclusion | None
    chain: Chain
    claimed: bool
    state: State
    score: Score
    mandatory: bool


def statement(derived: Derived) -> Iterator[Entry]:
    """The entries for all objectives, by id."""
    for objective in derived.grounds.repository.parts.get("objective", {}).values():
        requirements = derived.by_objective[objective.id]
        links = chain(objective, derived)
        inclusion = Inclusion.INCLUDED
        if links.exclusion is not None:
            inclusion = Inclusion.EXCLUDED
        elif not links.applies:
            inclusion = Inclusion.NOT_APPLICABLE
        facts = (
            dict.fromkeys(
                answer
                for one in requirements
                for answer in one.asked.scope.deciding
                if not one.asked.applies
            )
            if inclusion is Inclusion.NOT_APPLICABLE
            else {}
        )
        yield Entry(
            objective,
            inclusion,
            tuple(facts),
            links.exclusion,
            links,
            bool(claimed(objective, derived)),
            derived.state(objective),
            score(requirements),
            mandatory(objective, derived),
        )
