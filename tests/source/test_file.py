import pytest

from hegui.source.file import File
from tests.source.helpers import span


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("a: b\nc: d\n", 3, 4, "1:4-1:5"),
        ("a: b\nc: d\n", 5, 9, "2:1-2:5"),
        ("a: b\r\nc: d\r\n", 9, 10, "2:4-2:5"),
        ("a: b\rc: d\r", 8, 9, "2:4-2:5"),
        ("\ufeffa: b", 0, 1, "1:1-1:2"),
        ("标题: 核对😀完\nb", 4, 8, "1:5-1:9"),
        ("标题: 核对😀完\nb", 9, 10, "2:1-2:2"),
        ("ab\ncd", 0, 5, "1:1-1:3"),
        ("ab\r\ncd", 0, 6, "1:1-1:3"),
        ("ab\r\ncd", 1, 3, "1:2-1:3"),
    ],
)
def test_offsets_become_lines_and_columns(text: str, start: int, end: int, expected: str) -> None:
    assert span(File("f", text).place(start, end)) == expected


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("ab", 0, "1:1-1:2"),
        ("ab", 2, "1:2-1:3"),
        ("ab\ncd", 2, "1:2-1:3"),
        ("ab\r\ncd", 2, "1:2-1:3"),
        ("a\n\nb", 2, "2:1-2:1"),
        ("", 0, "1:1-1:1"),
        ("ab\n", 3, "2:1-2:1"),
    ],
)
def test_an_empty_region_grows_where_its_line_has_text(
    text: str, start: int, expected: str
) -> None:
    assert span(File("f", text).place(start, start)) == expected


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [("ab\ncd", 5, "1:1-2:3"), ("ab\ncd", 3, "1:1-2:1"), ("ab\r\n\r\ncd", 8, "1:1-3:3")],
)
def test_unclipped_regions_span_lines(text: str, end: int, expected: str) -> None:
    assert span(File("f", text).place(0, end, clip=False)) == expected


def test_offsets_outside_are_moved_inside() -> None:
    file = File("f", "ab\ncd")
    assert span(file.place(-3, 99)) == "1:1-1:3"
    assert span(file.place(99, 99)) == "2:2-2:3"


def test_lines_come_without_their_ends() -> None:
    file = File("f", "a\r\nb\n\nc\rd")
    assert [file.line(number) for number in range(7)] == ["", "a", "b", "", "c", "d", ""]
    assert File("f", "a\n").line(2) == ""


def test_the_place_names_the_file() -> None:
    assert str(File("controls/a.yaml", "a").place(0, 1)) == "controls/a.yaml:1:1"
