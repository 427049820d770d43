"""Scopes: what each kind sees, held against what stands beside what in the worked case."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui import api
from hegui.expr import scope
from hegui.expr.shape import Fields, Many
from hegui.model.item import Part
from hegui.model.kinds import KINDS, PARTS

ROOT = Path(__file__).parents[2]
EVERY = [*KINDS, *PARTS]


def test_whatever_a_link_joins_is_seen_from_both_sides() -> None:
    links = api.load(ROOT).repository.links
    joined = {(link.source.kind, link.target.kind) for link in links}

    assert len(joined) > 60
    for source, target in joined:
        assert target in scope.neighbours(source), (source, target)
        assert source in scope.neighbours(target), (source, target)


def test_a_part_and_what_holds_it_see_each_other() -> None:
    repository = api.load(ROOT).repository
    for kind, parts in repository.parts.items():
        part = next(iter(parts.values()))
        holders = [
            one.kind
            for some in repository.parts.values()
            for one in some.values()
            if one.holder is part.holder and one.path == part.path[:-2]
        ] or [part.holder.kind]
        assert isinstance(part, Part)
        assert set(holders) <= scope.neighbours(kind)
        assert all(kind in scope.neighbours(holder) for holder in holders)


@pytest.mark.parametrize("kind", EVERY)
def test_names_are_apart(kind: str) -> None:
    """The subject, its lists and the other variables never share a name."""
    lists = scope.lists(kind)

    assert scope.known(kind)
    assert {scope.singular(kind), "as_of", "options", "each", "settings"}.isdisjoint(lists)
    assert set(lists.values()) <= scope.neighbours(kind)
    shapes = scope.rule(kind)
    assert set(shapes) == {scope.singular(kind), "as_of", *lists}
    assert all(isinstance(shapes[name], Many) for name in lists)
    assert isinstance(shapes[scope.singular(kind)], Fields)


def test_plurals_are_words_and_apart() -> None:
    plurals = [scope.plural(kind) for kind in EVERY]

    assert len(set(plurals)) == len(plurals)
    assert {scope.plural(one) for one in ("party", "evidence", "data-class", "risk")} == {
        "parties", "evidence", "data_classes", "risks",
    }  # fmt: skip


def test_the_whole_repository() -> None:
    assert set(scope.lists(scope.WHOLE).values()) == set(EVERY)
    assert "settings" in scope.rule(scope.WHOLE)
    assert scope.known(scope.WHOLE)
    assert not scope.known("vendors")
