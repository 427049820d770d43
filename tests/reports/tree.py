"""A page as a tree, so that tests can ask it questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "wbr", "br", "link", "img"}


@dataclass
class Node:
    """An element: its attributes, and in order its children and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", **attributes: str) -> Iterator[Node]:
        """The elements below with a tag and, among the words of an attribute, a value."""
        for child in self.inside:
            if isinstance(child, Node):
                if child.matches(tag, attributes):
                    yield child
                yield from child.all(tag, **attributes)

    def one(self, tag: str = "", **attributes: str) -> Node:
        """The only one of `all`."""
        (found,) = self.all(tag, **attributes)
        return found

    def matches(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether it has the tag and the words."""
        if tag and tag != self.tag:
            return False
        return all(
            value in self.attributes.get(name.rstrip("_"), "").split()
            for name, value in attributes.items()
        )

    def pieces(self, without: tuple[str, ...] = ()) -> Iterator[str]:
        """All texts below, but for elements with a tag of ``without``."""
        for child in self.inside:
            if isinstance(child, str):
                yield child
            elif child.tag not in without:
                yield from child.pieces(without)

    @property
    def text(self) -> str:
        """All text below, in one line."""
        return re.sub(r"\s+", " ", "".join(self.pieces())).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parse(html: str) -> Node:
    """The tree of a page; fails where an element is not closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]


def half(page: Node, language: str) -> Node:
    """The half of a page in one language."""
    return page.one("div", class_=f"in-{language}")


def sections(within: Node) -> dict[str, Node]:
    """The sections by their headings."""
    return {next(node.all("h2")).text: node for node in within.all("section")}


def number(text: str) -> int:
    """The first number in a text."""
    found = re.search(r"[0-9][0-9,]*", text)
    assert found is not None, text
    return int(found[0].replace(",", ""))
