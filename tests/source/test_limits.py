"""Limits stop early: what is counted is the events pulled from the parser, never seconds."""

import gc
from collections.abc import Callable
from typing import Any

import pytest

from hegui.source import build
from hegui.source.events import EventParser, PureParser
from hegui.source.file import File
from hegui.source.limits import MAX_BYTES, MAX_DEPTH, MAX_NODES, MAX_PROBLEMS
from hegui.source.parse import Parsed, parse, parse_all
from tests.source.helpers import document, parsed, rules, span

DEEP = 60_000


@pytest.fixture(params=[EventParser, PureParser], ids=["c", "pure"])
def pulled(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many events were pulled so far, in a list of one."""
    count = [0]

    class Counting:
        def __init__(self, text: str) -> None:
            self.parser = request.param(text)

        def get_event(self) -> Any:
            count[0] += 1
            return self.parser.get_event()

    monkeypatch.setattr(build, "EventParser", Counting)
    return count


@pytest.mark.parametrize(
    "text",
    [
        "[" * DEEP,
        "a: " + "[" * DEEP,
        "{" * DEEP,
        "a: " + "{" * DEEP,
        "{a: " * DEEP,
        "[{" * DEEP,
        "- " * DEEP,
        "a:\n" + "- " * DEEP,
        "? " * DEEP,
        "- ? " * DEEP,
        "a: " + "[" * DEEP + "]" * DEEP,
        "".join(" " * depth + "a:\n" for depth in range(1000)),
        "".join(" " * depth + "-\n" for depth in range(1000)),
    ],
)
def test_deep_nesting_ends_reading_at_the_limit(text: str, pulled: list[int]) -> None:
    found = parsed(text)
    assert found.problems[-1].rule == "document/too-deep"
    assert found.problems[-1].values["limit"] == MAX_DEPTH
    assert found.documents == []
    assert pulled[0] <= 2 * MAX_DEPTH + 4


def nested(depth: int) -> str:
    return "a: " + "[" * (depth - 1) + "]" * (depth - 1)


def test_the_greatest_depth() -> None:
    assert rules(nested(MAX_DEPTH)) == []
    assert rules(nested(MAX_DEPTH + 1)) == ["too-deep"]
    assert rules("{a: " * (MAX_DEPTH + 1) + "}" * (MAX_DEPTH + 1)) == ["too-deep"]


def test_the_place_and_the_neighbours_of_what_is_too_deep() -> None:
    found = parsed("a: 1\n---\n" + nested(MAX_DEPTH + 1) + "\n---\nb: 2\n")
    assert [each.data for each in found.documents] == [{"a": 1}, {"b": 2}]
    assert span(found.problems[0].place) == "3:103-3:104"


@pytest.mark.parametrize("text", ["a: [" + "b," * MAX_BYTES, "- a\n" * MAX_BYTES])
def test_many_nodes_end_reading_at_the_limit(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 0

    class Counting:
        def __init__(self, text: str) -> None:
            self.parser = EventParser(text)

        def get_event(self) -> Any:
            nonlocal count
            count += 1
            return self.parser.get_event()

    monkeypatch.setattr(build, "EventParser", Counting)
    found = parsed(text[: MAX_BYTES - 10])
    assert [each.rule for each in found.problems] == ["document/too-many-nodes"]
    assert found.problems[0].values["limit"] == MAX_NODES
    assert count <= MAX_NODES + 10


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a: 1", 3),
        ("a: [b, c]", 5),
        ("a: [b, [c, {d: e}]]", 9),
        ("a: {b: c}\nd:\n- e", 8),
        ("a: 1\n---\nb: 2\n", 6),
        ("a: 1\n---\n---\nb: 2\n", 7),
        ("? [a, b]\n: c\n", 5),
    ],
)
def test_what_counts_as_a_node(monkeypatch: pytest.MonkeyPatch, text: str, nodes: int) -> None:
    monkeypatch.setattr(build, "MAX_NODES", nodes)
    assert "too-many-nodes" not in rules(text)
    monkeypatch.setattr(build, "MAX_NODES", nodes - 1)
    assert "too-many-nodes" in rules(text)


def test_nothing_is_read_beyond_a_limit_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "MAX_NODES", 7)
    found = parsed("a: 1\n---\nb: 2\n---\nid: c\n---\nd: [\n")
    assert [each.data for each in found.documents] == [{"a": 1}, {"b": 2}]
    assert [each.id for each in found.broken] == ["c"]
    assert [each.rule for each in found.problems] == ["document/too-many-nodes"]


def test_an_alias_bomb_is_never_unfolded(pulled: list[int]) -> None:
    names = "abcdefghijklmnopqrstuvwxyz"
    text = "a: &a [x, x]\n"
    for name, below in zip(names[1:], names, strict=False):
        text += f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]\n"
    found = parsed(text)
    assert {each.rule for each in found.problems} == {"document/alias"}
    assert len(found.problems) == 26 + 25 * 10
    assert pulled[0] < 400


def test_problems_end_reading_at_the_limit(pulled: list[int]) -> None:
    assert len(parsed("a:\n" + "- *x\n" * 100_000).problems) == MAX_PROBLEMS + 1
    assert pulled[0] <= MAX_PROBLEMS + 10


@pytest.mark.parametrize("text", ["---\n" * 500_000, "a\n---\n" * 500_000, "a: [\n---\n" * 500_000])
def test_masses_of_broken_documents(text: str) -> None:
    found = parsed(text)
    assert len(found.problems) == MAX_PROBLEMS + 1
    assert len(found.broken) == MAX_PROBLEMS


def test_directives_in_masses_are_never_pulled(pulled: list[int]) -> None:
    directives = "".join(f"%TAG !a{number}! x\n" for number in range(100_000))
    assert rules("a: 1\n" + directives) == ["syntax"]
    assert pulled[0] == 7


@pytest.mark.parametrize("text", ["a: " + "x" * 4_900_000, "a: |\n" + "  x\n" * 1_200_000])
def test_long_values_are_read(text: str) -> None:
    assert len(str(document(text).data["a"])) > 2_000_000


def test_a_number_of_many_digits_does_no_harm() -> None:
    text = "a: " + "9" * 4_900_000
    assert document(text).data["a"] == text[3:]


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_collection_rests_while_many_are_parsed(
    monkeypatch: pytest.MonkeyPatch, collecting: bool
) -> None:
    seen: list[bool] = []

    def watched(file: File) -> Parsed:
        seen.append(gc.isenabled())
        if file.path == "bad":
            raise RuntimeError
        return parse(file)

    monkeypatch.setattr("hegui.source.parse.parse", watched)
    before = gc.isenabled()
    switch: Callable[[], None] = gc.enable if collecting else gc.disable
    try:
        switch()
        assert len(parse_all([File("a", "a: 1"), File("b", "b: 1")])) == 2
        assert gc.isenabled() is collecting
        with pytest.raises(RuntimeError):
            parse_all([File("bad", "")])
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()
    assert seen == [False, False, False]
