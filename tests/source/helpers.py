"""Short ways to parse and to say where something is."""

from collections.abc import Iterator

from hegui.source.document import Document, Node
from hegui.source.file import File
from hegui.source.parse import Parsed, parse
from hegui.source.place import Place, Problem


def parsed(text: str) -> Parsed:
    return parse(File("a.yaml", text))


def document(text: str) -> Document:
    """The one document of ``text``, which has no problem."""
    found = parsed(text)
    assert found.problems == []
    assert found.broken == []
    [only] = found.documents
    return only


def problem(text: str) -> Problem:
    """The one problem of ``text``, which has no sound document."""
    found = parsed(text)
    assert found.documents == []
    [only] = found.problems
    return only


def rules(text: str) -> list[str]:
    return [found.rule.removeprefix("document/") for found in parsed(text).problems]


def span(place: Place) -> str:
    """``line:column-end_line:end_column``."""
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def under(file: File, place: Place) -> str:
    """The text at ``place``, which lies in one line."""
    assert place.line == place.end_line
    return file.line(place.line)[place.column - 1 : place.end_column - 1]


def nodes(node: Node, value: object) -> Iterator[tuple[Node, object]]:
    """``node`` and all below it, each with its value in ``data``."""
    yield node, value
    if len(node) == 2:
        return
    children = node[2]
    if isinstance(children, dict):
        assert isinstance(value, dict)
        assert list(children) == list(value)
        for name, (_, _, child) in children.items():
            yield from nodes(child, value[name])
    else:
        assert isinstance(value, list)
        for child, item in zip(children, value, strict=True):
            yield from nodes(child, item)
