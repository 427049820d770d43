"""A character inside a scalar stands where it is written, however the scalar is written."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from hegui.source.document import Document
from hegui.source.place import Place
from tests.source.helpers import document, under

SIGNS = st.sampled_from("facts.核对'\"!&|>=<()[]{},:#?-0 \\中文，😀%@`*")
WORDS = st.text(SIGNS, min_size=1, max_size=8)
EXPRESSIONS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
LINES = st.lists(EXPRESSIONS, min_size=1, max_size=4).map("\n".join)


def assert_places(found: Document, *path: str | int) -> None:
    """Every sign of the text at ``path`` stands where it is written, in the order of the text."""
    value: object = found.data
    for step in path:
        value = value[step]  # type: ignore[index]
    assert isinstance(value, str)
    places: list[Place] = []
    for offset, sign in enumerate(value):
        if not sign.isspace():
            place = found.place_within(path, offset)
            assert under(found.file, place) == sign, (offset, sign)
            places.append(place)
    starts = [(place.line, place.column) for place in places]
    assert starts == sorted(set(starts))


def dumped(value: str, style: str | None, width: int, indent: int) -> str:
    """A document in which the value stands deep inside, in one style."""
    inner = yaml.dump(
        {"list": [{"key": value}]},
        Dumper=yaml.SafeDumper,
        allow_unicode=True,
        default_style=style,
        default_flow_style=False,
        width=width,
        indent=indent,
    )
    return f"# 前言\nkind: fact\n{inner}"


@settings(max_examples=400, deadline=None)
@given(
    LINES,
    st.sampled_from([None, "'", '"', ">", "|"]),
    st.sampled_from([20, 80]),
    st.integers(2, 6),
)
@example("a ''b'' c", "'", 20, 2)
@example("  a\n   b", "|", 80, 2)
@example("a\n\n b\nc", ">", 20, 4)
@example('"a" \\ \n b', '"', 20, 2)
@example("核 😀", '"', 80, 2)
def test_any_text_in_any_style(value: str, style: str | None, width: int, indent: int) -> None:
    found = document(dumped(value, style, width, indent))
    assume(found.data["list"] == [{"key": value}])  # PyYAML does not fold every text rightly
    place = found.place(("list", 0, "key"))
    written = "\n".join(found.file.text.split("\n")[place.line - 1 :])[place.column - 1 :]

    if written[0] == '"' and re.search(r"\\[uUx]", written.replace(r"\\", "")):
        assert found.place_within(("list", 0, "key"), 0) == place
    else:
        assert_places(found, "list", 0, "key")


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ("test: a && x", "x", "1:12"),
        ("test: a &&\n  x", "x", "2:3"),
        ("test: a # x\nother: x", "a", "1:7"),
        ("{test: a && x, other: y}", "x", "1:13"),
        ("test: 'a && x'", "x", "1:13"),
        ("test: 'a ''核'' x'", "x", "1:16"),
        ("test: 'a\n\n  x'", "x", "3:3"),
        ('test: "a \\"核\\" x"', "x", "1:16"),
        ('test: "a \\\n  x"', "x", "2:3"),
        ('test: "\\\\ x"', "x", "1:11"),
        ('test: "a\\tb\\n\\nx"', "x", "1:16"),
        ("test: >-\n  a\n  x", "x", "3:3"),
        ("test: >- # x\n  a\n\n  x", "x", "4:3"),
        ("test: |2+\n    a\n   x\n\n", "x", "3:4"),
        ("test: |\n  a\n\n    x\n", "x", "4:5"),
        ("test: |\r\n  a\r\n  x\r\n", "x", "3:3"),
    ],
)
def test_where_a_sign_stands(text: str, sign: str, place: str) -> None:
    found = document(text)
    value = found.data["test"]
    assert isinstance(value, str)
    at = found.place_within(("test",), value.index(sign))
    assert f"{at.line}:{at.column}" == place
    assert (at.end_line, at.end_column) == (at.line, at.column + 1)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ('test: "\\u6838 x"', 2),  # an escaped letter
        ('test: "a\\x20x"', 2),
        ("test: ''", 0),
        ('test: ""', 0),
        ("test: '  '", 1),
        ("test: |\n\n", 0),
        ("test: ax", 2),  # behind the end
        ("test: 'a  '", 2),  # in the white space at the end
    ],
)
def test_where_it_cannot_be_told_the_whole_is_shown(text: str, offset: int) -> None:
    found = document(text)
    assert found.place_within(("test",), offset) == found.place(("test",))


def test_white_space_stands_where_the_next_sign_does() -> None:
    found = document("test: a   b")
    assert found.place_within(("test",), 2).column == 11


def test_a_path_that_does_not_exist_is_the_nearest_part() -> None:
    found = document("kind: fact\ntest: {a: b}")
    assert found.place_within(("test", "c"), 0) == found.place(("test", "c"))
