"""How a score comes about, requirement by requirement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from hegui.derive.score import STATES, Judged, Score, State, score
from hegui.engine.result import Result
from hegui.model.catalogue import Catalogue
from hegui.model.item import Entity
from hegui.reporters.derivation.step import Step, number
from hegui.reporters.figures import percent
from hegui.source.bilingual import Text, both
from hegui.source.place import Place


def whole(result: Result) -> Step:
    """The headline score, requirement by requirement."""
    derived = result.derived
    catalogues = derived.headline_catalogues
    own = [one for one in derived.grounds.repository.all(Catalogue) if one not in catalogues]
    requirements = list(derived.of_catalogues(catalogues))
    below = [
        Step(
            both(
                f"计入目录：{'、'.join(one.id for one in catalogues) or '无'}",
                f"Over the catalogues: {', '.join(one.id for one in catalogues) or 'none'}",
            )
        ),
        *_by_state(requirements),
        *(
            Step(
                both(
                    f"自有目录 {one.id} 另计：{percent(score(derived.of_catalogues([one])).value)}",
                    f"Our own catalogue {one.id} has a score of its own: "
                    f"{percent(score(derived.of_catalogues([one])).value)}",
                ),
                one.place(),
            )
            for one in own
        ),
        total(derived.headline),
    ]
    told = percent(derived.headline.value)
    return Step(both(f"得分 {told}", f"The score is {told}"), None, tuple(below))


def part_score(name: Text, place: Place, requirements: Iterable[Judged]) -> Step:
    """The score of an area, a regulation or a department, requirement by requirement."""
    some = list(requirements)
    own = score(some)
    told = percent(own.value)
    return Step(
        both(f"{name.get('zh')}：得分 {told}", f"{name.get('en')}: the score is {told}"),
        place,
        (*_by_state(some), total(own)),
    )


def _by_state(requirements: Iterable[Judged]) -> Iterator[Step]:
    some = list(requirements)
    for state in State:
        own = [one for one in some if one.state is state]
        if not own:
            continue
        weight = number(sum((one.weight for one in own), Fraction(0)))
        counted = sum(one.counted for one in own)
        yield Step(
            both(
                f"{STATES[state].get('zh')} {len(own)} 项，权重 {weight}，其中计入分母 {counted} 项",
                f"{STATES[state].get('en')}: {len(own)}, weight {weight}, {counted} of them counted",
            ),
            None,
            tuple(
                Step(
                    both(
                        f"{one.requirement.id}  {one.requirement.title.get('zh')}",
                        f"{one.requirement.id}  {one.requirement.title.get('en')}",
                    ),
                    next(
                        (proof.deciding.place for proof in one.proofs if proof.deciding),
                        one.requirement.place(),
                    ),
                )
                for one in own
            ),
        )


def total(own: Score) -> Step:
    """The quotient that a score is."""
    told = percent(own.value)
    proved, due = number(own.proved), number(own.due)
    return Step(
        both(
            f"得分 = 已证实权重 {proved} ÷ 适用且到期权重 {due} = {told}",
            f"Score = weight proved {proved} ÷ weight applicable and due {due} = {told}",
        )
    )


def of_group(entity: Entity, by: str, result: Result) -> Step | None:
    """The score of an area, a regulation, a department or a phase; ``None`` where it has none."""
    from hegui.derive.coverage import coverage
    from hegui.derive.groups import BY

    for group in BY[by](result.derived, coverage(result.derived)):
        if group.entity is entity:
            return part_score(entity.title, entity.place(), group.requirements)
    return None
