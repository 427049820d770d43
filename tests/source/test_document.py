from collections.abc import Sequence

import pytest

from hegui.source.document import Step
from tests.source.helpers import document, parsed, span, under

TEXT = """\
# a comment
kind: control
id: backup   # this one
title: {zh: 备份, en: Backup}
statement:
  zh: |
    第一行
    第二行
raci:
  - until: closing     # then the buyer
    accountable: it
  - from: closing
    informed: [deal, "the board"]
  - {from: x, until: y}
  - - nested: 1
      more: 2
  - review:  # by whom
      by: it
achieves: [cip#04.3, 4]
owner:
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        (["kind"], "control", "kind"),
        (["id"], "backup", "id"),
        (["title"], "title", "title"),
        (["title", "zh"], "备份", "zh"),
        (["title", "en"], "Backup", "en"),
        (["statement", "zh"], "|", "zh"),
        (["raci"], "raci", "raci"),
        (["raci", 0], "until: closing", "until: closing"),
        (["raci", 0, "accountable"], "it", "accountable"),
        (["raci", 1, "informed"], "informed", "informed"),
        (["raci", 1, "informed", 1], '"the board"', '"the board"'),
        (["raci", 2], "{from: x, until: y}", "{from: x, until: y}"),
        (["raci", 3], "- nested: 1", "- nested: 1"),
        (["raci", 3, 0, "more"], "2", "more"),
        (["raci", 4], "review", "review"),
        (["achieves", 1], "4", "4"),
        (["owner"], "owner", "owner"),
    ],
)
def test_where_things_stand(path: list[Step], value: str, key: str) -> None:
    found = document(TEXT)
    assert under(found.file, found.place(path)) == value
    assert under(found.file, found.place(path, of="key")) == key


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (["title", "fr"], "title"),
        (["raci", 9], "raci"),
        (["raci", "until"], "raci"),
        (["raci", -1], "raci"),
        (["raci", 0, "informed", 3], "until: closing"),
        (["kind", "x"], "control"),
        (["achieves", 0, 1], "cip#04.3"),
        (["statement", 0], "statement"),
        (["missing"], "backup"),
        ([], "backup"),
    ],
)
def test_what_does_not_exist_is_placed_at_what_does(path: list[Step], expected: str) -> None:
    found = document(TEXT)
    assert under(found.file, found.place(path)) == expected
    assert under(found.file, found.place(path, of="key")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: x\nid: y", "y"),
        ("title: t\nkind: x", "x"),
        ("title: t\nowner: o", "title"),
        ("kind: x\nid:", "id"),
        ("kind: x\nid: [y]", "id"),
        ("\n# only a comment\n--- {}", "{}"),
    ],
)
def test_the_place_of_a_document(text: str, expected: str) -> None:
    found = document(text)
    assert under(found.file, found.place([])) == expected


def test_an_empty_list_item_has_a_place() -> None:
    found = document("a:\n  - x\n  -\n")
    assert span(found.place(["a", 1])) == "3:3-3:4"


def test_places_in_later_documents_count_from_the_file() -> None:
    text = "kind: a\r\n---\r\nkind: b\r\nn: {x: [1, 2]}\r\n"
    documents = parsed(text).documents
    assert [found.ordinal for found in documents] == [0, 1]
    assert [found.start for found in documents] == [0, 9]
    assert span(documents[1].place(["n", "x", 1])) == "4:12-4:13"


def test_a_byte_order_mark_shifts_nothing() -> None:
    found = document("\ufeffkind: a")
    assert found.data == {"kind": "a"}
    assert span(found.place(["kind"], of="key")) == "1:1-1:5"


def test_set_replaces_a_guess() -> None:
    found = document("a: 012\nb: [1, {c: no, d: 1e3}]\n")
    for guess in found.guesses:
        found.set(guess.path, guess.lexeme)
    assert found.data == {"a": "012", "b": ["1", {"c": "no", "d": "1e3"}]}


@pytest.mark.parametrize("path", [["x"], ["b", 5], ["b", -1], ["a", "c"], ["b", "0"], ["b", 0, 0]])
def test_set_needs_an_existing_path(path: Sequence[Step]) -> None:
    with pytest.raises(KeyError):
        document("a: 1\nb: [2]\n").set(path, 3)
