import pytest

from hegui.source.limits import MAX_NODES
from hegui.source.split import split
from tests.source.helpers import parsed, span


def chunks(text: str) -> list[str]:
    return [
        text[chunk.start : chunk.stop] + ("(empty)" if chunk.empty else "") for chunk in split(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1", ["a: 1"]),
        ("a: 1\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]),
        ("---\na: 1\n---\nb: 2", ["---\na: 1\n", "---\nb: 2"]),
        ("--- # one\na: 1\n", ["--- # one\na: 1\n"]),
        ("---\ta: 1\n", ["---\ta: 1\n"]),
        ("a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "---\r\nb: 2\r\n"]),
        ("a: 1\r---\rb: 2\r", ["a: 1\r", "---\rb: 2\r"]),
        ("# c\n\n  # d\n---\na: 1\n", ["---\na: 1\n"]),
        ("# c\na: 1\n", ["a: 1\n"]),
        ("\n  a: 1\n  b: 2\n", ["  a: 1\n  b: 2\n"]),
        ("%YAML 1.1\n%TAG ! x\n# c\n---\na: 1\n", ["---\na: 1\n"]),
        ("%YAML 1.2\na: 1\n", ["a: 1\n"]),
        ("%a: 1\nb: 2\n", ["%a: 1\nb: 2\n"]),
        ("a: 1\n...\n# end\n", ["a: 1\n"]),
        ("a: 1\n... # end\n%YAML 1.2\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]),
        ("a: 1\n...\nb: 2\n", ["a: 1\n", "b: 2\n"]),
        ("a: 1\n---\n", ["a: 1\n"]),
        ("a: 1\n---\n# nothing more\n", ["a: 1\n"]),
        ("a: 1\n---\n---\nb: 2\n", ["a: 1\n", "---\n(empty)", "---\nb: 2\n"]),
        ("---\n# c\n---\nb: 2\n", ["---\n# c\n(empty)", "---\nb: 2\n"]),
        ("a: 1\n----\nb: 2", ["a: 1\n----\nb: 2"]),
        ("a: 1\n---b\n", ["a: 1\n---b\n"]),
        ("a: 1\n ---\n", ["a: 1\n ---\n"]),
        ("a: --- b\n", ["a: --- b\n"]),
        ("--- # c\n#d\n", []),
        ("# c", []),
        ("", []),
        (" \n\n", []),
        ("---", []),
        ("...\n", []),
    ],
)
def test_documents_are_cut_apart(text: str, expected: list[str]) -> None:
    assert chunks(text) == expected


def test_one_broken_document_does_not_hide_the_next() -> None:
    found = parsed("kind: a\n---\nkind: b\nx: [1\n---\n'kind: c\n---\nkind: d\n")
    assert [document.data for document in found.documents] == [{"kind": "a"}, {"kind": "d"}]
    assert [document.ordinal for document in found.documents] == [0, 3]
    assert [broken.ordinal for broken in found.broken] == [1, 2]
    assert [problem.values["ordinal"] for problem in found.problems] == [1, 2]
    assert [problem.place.line for problem in found.problems] == [4, 6]


def test_a_version_of_yaml_changes_nothing() -> None:
    [document] = parsed("%YAML 1.1\n---\na: 012\nb: NO\n").documents
    assert document.data == {"a": 12, "b": "NO"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "%YAML 1.2\n---\n"])
def test_a_file_without_documents(text: str) -> None:
    found = parsed(text)
    assert [problem.rule for problem in found.problems] == ["document/empty"]
    assert str(found.problems[0].place) == "a.yaml:1:1"
    assert found.broken == []


def test_an_empty_document_among_others() -> None:
    found = parsed("a: 1\n---\n# nothing\n---\nb: 2\n")
    assert len(found.documents) == 2
    [problem] = found.problems
    assert (problem.rule, span(problem.place)) == ("document/empty", "2:1-2:4")
    assert [broken.ordinal for broken in found.broken] == [1]


@pytest.mark.parametrize(
    ("text", "kind", "name", "where"),
    [
        ("kind: control\nid: backup\nx: [", "control", "backup", "2:5-2:11"),
        ("---\nid: 'b c'  # d\nx: [", None, "b c", "2:6-2:9"),
        ('kind: "control"\nx: [', "control", None, "1:8-1:15"),
        ("id: cip#4 # c\nx: [", None, "cip#4", "1:5-1:10"),
        ("a:\n  id: inner\n  kind: inner\nx: [", None, None, "1:1-1:3"),
        ("---\n\nx: [", None, None, "3:1-3:5"),
        ("a: 1\nkind:\nid: ''\nx: [", None, None, "1:1-1:5"),
    ],
)
def test_what_is_known_of_a_broken_document(
    text: str, kind: str | None, name: str | None, where: str
) -> None:
    [broken] = parsed(text).broken
    assert (broken.kind, broken.id, span(broken.place)) == (kind, name, where)


def test_a_broken_document_takes_nothing_from_its_neighbours() -> None:
    found = parsed("id: a\n---\nx: [\n---\nid: c\n")
    assert [broken.id for broken in found.broken] == [None]


def test_directives_without_end_are_never_parsed() -> None:
    text = "".join(f"%TAG !a{number}! x\n" for number in range(MAX_NODES)) + "---\na: 1\n"
    assert [document.data for document in parsed(text).documents] == [{"a": 1}]
