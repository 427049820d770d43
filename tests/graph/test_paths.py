"""Paths against networkx: what is reached, and what a way leads past."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from hegui.graph.edges import Edge
from hegui.graph.paths import Paths

NODES = st.sampled_from("abcdefg")
EDGES = st.lists(
    st.tuples(NODES, NODES, st.frozensets(st.sampled_from("xyz"), max_size=2)), max_size=14
)


def edges(some: list[tuple[str, str, frozenset[str]]]) -> list[Edge]:
    return [Edge(one, other, None, guards) for one, other, guards in some]  # type: ignore[arg-type]


def graph(some: list[tuple[str, str, frozenset[str]]], taboo: frozenset[str]) -> networkx.DiGraph:
    made: networkx.DiGraph = networkx.DiGraph()
    made.add_nodes_from("abcdefg")
    made.add_edges_from((one, other) for one, other, guards in some if not guards & taboo)
    made.remove_nodes_from(taboo)
    return made


@given(EDGES, NODES)
def test_what_is_reached(some: list[tuple[str, str, frozenset[str]]], source: str) -> None:
    other = graph(some, frozenset())
    reached = set(networkx.descendants(other, source))
    if any(source in networkx.descendants(other, one) for one in other.successors(source)) or (
        other.has_edge(source, source)
    ):
        reached.add(source)  # over a circle, which descendants leave out

    paths = Paths(edges(some))
    assert paths.from_(source) == reached
    assert paths.from_(source) == reached, "what is remembered is the same"


@given(EDGES, NODES, NODES, st.frozensets(st.sampled_from("abcdefgxyz"), max_size=4))
def test_ways_past_what_is_avoided(
    some: list[tuple[str, str, frozenset[str]]], source: str, target: str, taboo: frozenset[str]
) -> None:
    found = Paths(edges(some)).avoiding(source, target, taboo)

    if {source, target} & taboo:
        assert found is False
    elif source != target:
        assert found == networkx.has_path(graph(some, taboo), source, target)


@given(EDGES, NODES, st.randoms(use_true_random=False))
def test_the_order_of_edges_changes_nothing(
    some: list[tuple[str, str, frozenset[str]]], source: str, random: object
) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert Paths(edges(shuffled)).from_(source) == Paths(edges(some)).from_(source)


def test_a_guard_stands_on_the_flow_and_not_beside_it() -> None:
    some = [("a", "b", frozenset("x")), ("b", "c", frozenset()), ("a", "c", frozenset())]

    assert Paths(edges(some)).avoiding("a", "c", ["x"])
    assert not Paths(edges(some[:2])).avoiding("a", "c", ["x"])
    assert Paths(edges(some[:2])).avoiding("b", "c", ["x"])
