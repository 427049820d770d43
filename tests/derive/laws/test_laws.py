"""The laws of design §6, on repositories that hypothesis makes and edits.

What they promise besides, for what follows from proof: the score of a group obeys as the whole does
(that of a department only where nobody's control is touched, because who owns a control owns its
requirements); no obligation is covered any better; no gate says go, and none says go with
conditions but by what a named person accepted. Two things no gate can promise: one that asks for
the absence of grave findings opens when what they are about is gone, and one that is closed because
an automated check contradicts a record opens when the check is gone (regressions.yaml).

``HYPOTHESIS_PROFILE=thorough`` tries fifty times as many.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from hegui.findings.finding import Finding
from tests.derive.laws import edits
from tests.derive.laws.edits import Edit
from tests.derive.laws.figures import EVERYWHERE, Figures, judged
from tests.derive.laws.strategies import worlds
from tests.derive.laws.world import World

DEPARTMENTS_TOO = (*EVERYWHERE, "department")


def examples(number: int) -> Callable[[Any], Any]:
    """Settings for so many examples, and as many times more as the profile says."""
    return settings(
        max_examples=number * settings().max_examples // 100,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def never_better(data: st.DataObject, edit: Edit, groups: tuple[str, ...] = EVERYWHERE) -> None:
    """Edit a world several times: nothing looks better than before."""
    world = data.draw(worlds())
    before = judged(world)
    for _ in range(data.draw(st.integers(1, 6))):
        edited = edit(data.draw, world, before)
        after = judged(edited)
        note(told(world, edited))
        assert list(after.better(before, groups)) == []
        world, before = edited, after


def told(before: World, after: World) -> str:
    """What an edit did."""
    old, new = list(before.documents()), list(after.documents())
    gone = [one for one in old if not any(one is each for each in new)]
    come = [one for one in new if not any(one is each for each in old)]
    return f"gone: {gone}\ncome: {come}\nartefacts: {dict(after.artefacts)}"


@examples(250)
@given(st.data())
def test_1_fewer_valid_passes(data: st.DataObject) -> None:
    """Fewer valid passes never raise a score or lower a residual."""
    never_better(data, edits.fewer_passes, DEPARTMENTS_TOO)


@examples(150)
@given(st.data())
def test_2_what_persons_accept(data: st.DataObject) -> None:
    """A waiver, an exclusion or an acceptance never raises a score and never lowers a residual."""
    never_better(data, edits.accepted, DEPARTMENTS_TOO)


@examples(350)
@given(st.data())
def test_3_adding_without_a_pass_and_removing(data: st.DataObject) -> None:
    """With catalogues, packs, scope, the risks' own numbers and failing records fixed: adding anything
    without a valid pass, or removing any control, check, waiver or action, raises no score and lowers
    no residual.

    Two ways to add a pass are left out, because they are just that: a control or person that a record
    names already, and what an automated check looks at (an agreement, an assessment). So is the repair
    of what cannot be understood: the removal of one of two documents with one id.
    """
    never_better(data, edits.removed if data.draw(st.booleans()) else edits.added)


@examples(120)
@given(st.data())
def test_4_splitting_a_control(data: st.DataObject) -> None:
    """Splitting one control into several lowers no residual."""
    never_better(data, edits.split)


@examples(60)
@given(worlds())
def test_5_outcomes_of_rules(world: World) -> None:
    """Rule outcomes are counted, never scored: but for those that checks use, they are all one."""
    assert judged(world, fully=True).told() == judged(world).told()


@examples(120)
@given(st.data())
def test_6_order(data: st.DataObject) -> None:
    """The order of files, documents and list items changes nothing."""
    world = data.draw(worlds())
    before = judged(world)
    reordered = edits.reordered(data.draw, world, before)
    after = judged(reordered)

    assert after.told() == before.told()
    assert found(after) == found(before)


def found(figures: Figures) -> list[tuple[str, ...]]:
    """The findings without their places; those about reading go by the path of the file."""
    return sorted(_said(one) for one in figures.result.findings if "document/" not in one.rule)


def _said(one: Finding) -> tuple[str, ...]:
    return one.rule, str(one.subject), one.fingerprint, one.waiver or ""
