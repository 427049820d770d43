"""What only a base can show (law 3): the removal of a failing record, a scope that is narrowed.

And the converse: what changes nothing is not found, whatever the order of files and lists.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import assume, given, note
from hypothesis import strategies as st

from hegui import api
from hegui.engine.result import Exit, Result
from hegui.findings.severity import Severity
from hegui.rules.registry import all_rules
from tests.derive.laws import edits
from tests.derive.laws.figures import figures, judged, needed
from tests.derive.laws.strategies import one_of, stripped, worlds
from tests.derive.laws.test_laws import examples, told
from tests.derive.laws.world import RAW, Doc, World

_FOLDERS = tempfile.TemporaryDirectory()
SCOPE = ("dataset", "processing", "vendor", "party", "transfer", "system")
MAY_GO = ("exclusion", "agreement", "vendor-assessment")
"""Kinds whose removal may rightly look better: what was left out counts again, and what an automated
check looks at is looked at no more."""


def against(world: World, base: World) -> Result:
    """A world judged by the authority of another."""
    now, then = (Path(_FOLDERS.name) / name for name in ("now", "then"))
    world.write(now)
    base.write(then)
    held = api.load(then, past=True)
    wanted = {*needed(world), *(name for name in all_rules() if name.startswith("authority/"))}
    rules = {name: rule for name, rule in all_rules().items() if name in wanted}
    with patch("hegui.engine.judge.all_rules", lambda: rules):
        return api.judge(api.load(now), api.instant(held.repository.settings), held)


def loosened(result: Result) -> list[str]:
    """The rules on authority that found something; each finding fails whatever the threshold."""
    found = [one for one in result.findings if one.rule.startswith("authority/")]
    assert all(one.severity is Severity.CRITICAL and one.waiver is None for one in found)
    assert not found or result.exit(Severity.CRITICAL) is not Exit.CLEAN
    return [one.rule for one in found]


def understood(world: World) -> bool:
    """Whether no document is broken or there twice."""
    names = [(one.get("kind"), one.get("id")) for one in world.documents()]
    return len(names) == len(set(names)) and all(RAW not in one for one in world.documents())


@examples(30)
@given(st.data())
def test_another_order_loosens_nothing(data: st.DataObject) -> None:
    world = data.draw(worlds())
    assume(understood(world))
    reordered = edits.reordered(data.draw, world, judged(world))
    assert loosened(against(reordered, world)) == []


def _failing(world: World) -> list[Doc]:
    """The records that fail a requirement."""
    said = {
        one.source.id
        for requirement in judged(world).result.derived.requirements.values()
        for proof in requirement.proofs
        for one in proof.showings
        if one.position is not None and not one.passed
    }
    return [one for one in world.documents("evidence") if one["id"] in said]


@examples(30)
@given(st.data())
def test_a_failing_record_that_is_removed_or_edited_is_found(data: st.DataObject) -> None:
    world = data.draw(worlds())
    assume(understood(world))
    failing = _failing(world)
    assume(failing)
    record = one_of(data.draw, *failing)
    edit = one_of(
        data.draw,
        None,
        {"result": "pass", "facts": {"n": 9}},
        {"performed_at": "2020-01-01"},
        {"proves": record["proves"][:1]} if len(record["proves"]) > 1 else None,
        {"id": "another"},
    )
    new = () if edit is None else (stripped({**record, **edit}),)
    edited = world.with_instead(record, *new)
    note(told(world, edited))
    assert "authority/record" in loosened(against(edited, world))


@examples(30)
@given(st.data())
def test_whatever_is_removed_of_the_scope_is_found(data: st.DataObject) -> None:
    world = data.draw(worlds())
    assume(understood(world))
    there = [one for kind in SCOPE for one in world.documents(kind)]
    edited = world.without(one_of(data.draw, *there))
    note(told(world, edited))
    assert "authority/scope" in loosened(against(edited, world))


@examples(100)
@given(st.data())
def test_nothing_looks_better_by_a_removal_that_is_not_found(data: st.DataObject) -> None:
    """Whichever document is taken away: where anything looks better after it, authority was loosened,
    or something cannot be understood.
    """
    world = data.draw(worlds())
    assume(understood(world))
    there = [one for one in world.documents() if one["kind"] not in MAY_GO]
    edited = world.without(one_of(data.draw, *there))
    note(told(world, edited))
    after = against(edited, world)
    if not loosened(after) and not after.repository.undecoded:
        assert list(figures(after).better(figures(against(world, world)))) == []
