"""How a gate answers, condition by condition."""

from __future__ import annotations

from hegui.derive.gate import DECISIONS, LACKS
from hegui.engine.result import Result
from hegui.model.item import Part
from hegui.reporters.derivation.step import Step
from hegui.reporters.gates import Teller as GateTeller
from hegui.reporters.gates import headline, notes, title
from hegui.source.bilingual import both


def gate(part: Part, result: Result) -> Step:
    """The answer of a gate, condition by condition."""
    answer = result.gates[part.id]
    teller = GateTeller(answer, result, "zh")
    english = GateTeller(answer, result, "en")
    below = []
    for position, condition in enumerate(part.record.gate):
        asked = condition.area or condition.objective
        what = (
            both(f"{asked.id} 到期的要求均须满足", f"all that is due of {asked.id} must hold")
            if asked
            else both(
                f"不得有“{condition.severity}”级及以上的发现",
                f"no open finding of severity {condition.severity} or above",
            )
        )
        points = [point for point in answer.points if point.condition == position]
        lacks = tuple(
            Step(
                both(
                    f"{LACKS[point.lack].get('zh')}  {teller.name(point)}",
                    f"{LACKS[point.lack].get('en')}  {english.name(point)}",
                ),
                teller.place(point),
                tuple(
                    Step(both(zh, en))
                    for zh, en in zip(notes(point, teller), notes(point, english), strict=True)
                ),
            )
            for point in points
        )
        state = (
            both("满足", "it holds")
            if not points
            else both(f"{len(points)} 项不满足", f"{len(points)} do not hold")
        )
        below.append(
            Step(
                both(
                    f"{what.get('zh')}：{state.get('zh')}", f"{what.get('en')}: {state.get('en')}"
                ),
                part.place("gate", position),
                lacks,
            )
        )
    told, name = headline(answer), title(answer, teller)
    return Step(
        both(f"{name.get('zh')}：{told.get('zh')}", f"{name.get('en')}: {told.get('en')}"),
        part.place(),
        (
            *below,
            Step(
                both(
                    f"结论：{DECISIONS[answer.decision].get('zh')}（有一项缺口即不得放行；未知即否）",
                    f"So: {DECISIONS[answer.decision].get('en')} (one thing missing is no; unknown is no)",
                )
            ),
        ),
    )
