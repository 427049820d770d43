"""Credit: what proof is worth to a residual, by the caps of the appetite file.

Credit of a requirement = the greatest (cap of its level × freshness) among valid passes after the
last failure. Credit enters residuals only; the score counts requirements whole (design §6).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hegui.derive.derived import Derived
from hegui.derive.proof import credit
from hegui.derive.records import operating
from hegui.derive.score import Judged, State
from hegui.derive.showing import Level
from hegui.model.appetite import Appetite
from hegui.model.control import Control
from hegui.model.item import Part


def caps(appetite: Appetite) -> Mapping[int, Fraction]:
    """The most that a proof of each level is worth: no less than a lower level, 0 by default."""
    found, best = {}, Fraction(0)
    for level in Level:
        own = getattr(appetite.credit, level.word, None)
        best = max(best, Fraction(own or 0))
        found[int(level)] = best
    return found


def earned(judged: Judged, caps: Mapping[int, Fraction], derived: Derived) -> Fraction:
    """The credit of a requirement: the lowest among its subjects; none while it is excluded."""
    if judged.asked.exclusion is not None:
        return Fraction(0)
    now = derived.grounds.clock.as_of
    return min((credit(proof, caps, now) for proof in judged.proofs), default=Fraction(0))


def applicable(objective: Part, derived: Derived) -> tuple[Judged, ...]:
    """The requirements of an objective that apply, due or not."""
    return tuple(
        one for one in derived.by_objective[objective.id] if one.state is not State.NOT_APPLICABLE
    )


def lowest(objective: Part, caps: Mapping[int, Fraction], derived: Derived) -> Fraction:
    """The lowest credit among the applicable requirements of an objective; 0 where it has none."""
    return min(
        (earned(one, caps, derived) for one in applicable(objective, derived)),
        default=Fraction(0),
    )


def claimed(objective: Part, derived: Derived) -> Fraction:
    """What the controls claim: 1 where one in operation says that it is implemented, else 0."""
    controls = derived.grounds.repository.naming(objective, Control, "achieves")
    return Fraction(
        any(one.status == "implemented" and operating(one, derived.grounds) for one in controls)
    )
