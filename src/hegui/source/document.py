"""Documents as they were read: plain data, and beside it where everything stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, TypeAlias

from hegui.source.file import File
from hegui.source.place import Place

Step: TypeAlias = str | int
"""A key of a mapping or an index of a list."""

ScalarNode: TypeAlias = tuple[int, int]
"""Start and end; as in all nodes, offsets into the file's text."""

Entry: TypeAlias = "tuple[int, int, Node]"
"""Where a key starts and ends, and the node of its value."""

MappingNode: TypeAlias = "tuple[int, int, dict[str, Entry]]"
SequenceNode: TypeAlias = "tuple[int, int, list[Node]]"
Node: TypeAlias = "ScalarNode | MappingNode | SequenceNode"


class Guess(NamedTuple):
    """An unquoted value that YAML 1.2 took for a number, a boolean or null.

    ``path`` leads to it from the document; ``lexeme`` is what was written ("" for nothing at
    all). The field's own type may know better: see `Document.set`.
    """

    path: tuple[Step, ...]
    lexeme: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A document that could not be read, and what its text shows of its kind and id."""

    ordinal: int
    place: Place
    kind: str | None = None
    id: str | None = None


@dataclass(slots=True, eq=False)
class Document:
    """One document of a file.

    ``ordinal`` counts the file's documents from 0, ``start`` is the offset at which this one
    begins. ``data`` holds only dict, list, str, int, float, bool and None; all keys are text.
    """

    file: File
    ordinal: int
    start: int
    data: dict[str, object] = field(repr=False)
    places: MappingNode = field(repr=False)
    guesses: list[Guess] = field(repr=False)

    def place(self, path: Sequence[Step], of: Literal["value", "key"] = "value") -> Place:
        """Where ``path`` stands.

        A scalar: its own text. A mapping or list: its key, and in a list the first line of its
        content. The document: the value of ``id``, else of ``kind``, else the first key. For a
        path that does not exist, the nearest part of it that does.
        """
        node: Node = self.places
        key: tuple[int, int] | None = None
        steps = 0
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            steps += 1
        if not steps:
            return self._own_place()
        if key is None:
            return self.file.place(node[0], self._first_line(node))
        if steps < len(path):
            of = "value"
        return self.file.place(*(key if of == "key" or len(node) > 2 else _visible(node, key)))

    def place_within(self, path: Sequence[Step], offset: int) -> Place:
        """The one character at ``offset`` of the text that stands at ``path``.

        Folding, indentation and quotes are seen through: both texts have the same characters
        beside white space. Where they have not, as with an escaped letter, the place of the
        whole text.
        """
        whole = self.place(path)
        value: Any = self.data
        node: Node = self.places
        for step in path:
            found = _child(node, step)
            if found is None:
                return whole
            value, node = value[step], found[1]
        visible = _signs(self.file.text, node[0], node[1])
        signs = [sign for sign in value if not sign.isspace()]
        before = sum(not sign.isspace() for sign in value[:offset])
        if before >= len(signs) or signs != [self.file.text[at] for at in visible]:
            return whole
        return self.file.place(visible[before], visible[before] + 1)

    def set(self, path: Sequence[Step], value: object) -> None:
        """Put ``value`` in place of the one at ``path``; KeyError if there is none."""
        parent: object = self.data
        for step in path[:-1]:
            parent = _container(parent, step)[step]
        last = path[-1]
        container = _container(parent, last)
        container[last] = value

    def _own_place(self) -> Place:
        entries = self.places[2]
        for name in ("id", "kind", *entries):
            if name in entries:
                start, end, node = entries[name]
                scalar = name in ("id", "kind") and len(node) == 2
                return self.file.place(*(_visible(node, (start, end)) if scalar else (start, end)))
        return self.file.place(self.places[0], self.places[1])

    def _first_line(self, node: Node) -> int:
        """The offset at which the first line of a list item's own content ends."""
        while len(node) > 2 and self.file.text[node[0]] not in "{[":
            children = node[2]
            if isinstance(children, list):
                node = children[0]
                continue
            _, end, value = next(iter(children.values()))
            if len(value) > 2:
                return end
            return max(end, value[1])
        return node[1]


def _child(node: Node, step: Step) -> tuple[tuple[int, int] | None, Node] | None:
    """The key's span (None in a list) and the node that ``step`` leads to."""
    if len(node) == 2:
        return None
    children = node[2]
    if isinstance(children, dict):
        entry = children.get(step) if isinstance(step, str) else None
        return None if entry is None else (entry[:2], entry[2])
    if isinstance(step, int) and 0 <= step < len(children):
        return None, children[step]
    return None


_SINGLE, _DOUBLE = re.compile("''|[^']"), re.compile(r"\\[\"\\/nt\s]|[^\"]")
_BLANK = ("\\n", "\\t")


def _signs(text: str, start: int, end: int) -> list[int]:
    """Where the signs of a scalar stand that are no white space, without its quotes."""
    style = text[start : start + 1]
    if style in ("'", '"'):
        tokens = (_SINGLE if style == "'" else _DOUBLE).finditer(text, start + 1, end - 1)
        places = [token.end() - 1 for token in tokens if token[0] not in _BLANK]
    else:
        header = text.find("\n", start, end) if style in ("|", ">") else start
        places = list(range(header, end)) if header >= 0 else []
    return [at for at in places if not text[at].isspace()]


def _visible(node: Node, key: tuple[int, int]) -> tuple[int, int]:
    """The span of a scalar, or of its key where nothing is written as its value."""
    return (node[0], node[1]) if node[0] < node[1] else key


def _container(parent: object, step: Step) -> Any:
    """``parent``, which is a mapping or list that has ``step``; else KeyError."""
    if isinstance(parent, dict):
        found = step in parent
    else:
        found = isinstance(parent, list) and isinstance(step, int) and 0 <= step < len(parent)
    if not found:
        raise KeyError(step)
    return parent
