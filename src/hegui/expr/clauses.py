"""Clauses: an expression taken apart where people would, to show what each part comes to.

This reads no CEL: it splits a text that CEL has accepted at its outermost ``&&`` and ``||``, and
finds the fields and lists that a part names. What it does not understand stays one clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

AND, OR = "&&", "||"
_TOKEN = re.compile(
    r"""r?"(?:\\.|[^"\\])*"|r?'(?:\\.|[^'\\])*'|//[^\n]*|&&|\|\||[][(){}?:]|.""", re.S
)
_CHAIN = re.compile(r"(?<![\w.'\"])([a-z_]\w*)((?:\s*\.\s*[a-z_]\w*)*)(\s*\()?")
_QUOTED = re.compile(r"""r?"(?:\\.|[^"\\])*"|r?'(?:\\.|[^'\\])*'""")
_MACRO = re.compile(r"^!?\s*([a-z_][\w.]*)\.(all|exists|exists_one)\(\s*([a-z_]\w*)\s*,")


class Clause(NamedTuple):
    """A part of an expression; ``joined`` is what holds its own parts together."""

    text: str
    joined: str = ""
    parts: tuple[Clause, ...] = ()


class Quantified(NamedTuple):
    """``LIST.all(NAME, CONDITION)``, or with ``exists``."""

    list: str
    macro: str
    name: str
    condition: str

    def of(self, position: int) -> str:
        """The condition on one item of the list, as an expression."""
        return f"[{self.list}[{position}]].all({self.name}, {self.condition})"


def clauses(text: str) -> Clause:
    """An expression with its parts, and theirs."""
    bare = _unwrapped(text.strip())
    for joined in ("?", OR, AND):
        parts = _split(bare, joined)
        if len(parts) > 1:
            if joined == "?":
                break
            return Clause(bare, joined, tuple(map(clauses, parts)))
    return Clause(bare)


def named(text: str, variables: Collection[str]) -> list[str]:
    """What a clause reads of its variables: ``vendor.status``, ``agreements``."""
    found: list[str] = []
    for one in _CHAIN.finditer(_QUOTED.sub("''", text)):
        steps = [one[1], *re.findall(r"\w+", one[2])]
        if one[3] is not None:
            steps = steps[:-1]  # a method or function, which is no field
        if steps and steps[0] in variables:
            found.append(".".join(steps))
    return list(dict.fromkeys(found))


def quantified(text: str) -> Quantified | None:
    """What a clause says of the items of a list; ``None`` where it says no such thing."""
    begun = _MACRO.match(text)
    if begun is None:
        return None
    depth = 1
    for token in _TOKEN.finditer(text, begun.end()):
        depth += (token[0] in "([{") - (token[0] in ")]}")
        if depth == 0:
            rest = text[token.end() :].strip()
            condition = text[begun.end() : token.start()].strip()
            return None if rest else Quantified(begun[1], begun[2], begun[3], condition)
    return None


def _unwrapped(text: str) -> str:
    """A text without brackets around the whole of it."""
    while text.startswith("(") and _closing(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closing(text: str) -> int:
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "([{") - (token[0] in ")]}")
        if depth == 0:
            return token.start()
    return -1


def _split(text: str, sign: str) -> list[str]:
    """A text at the outermost places where ``sign`` stands."""
    return [part.strip() for part in _pieces(text, sign)]


def _pieces(text: str, sign: str) -> Iterator[str]:
    depth, start = 0, 0
    for token in _TOKEN.finditer(text):
        if token[0] == sign and depth == 0:
            yield text[start : token.start()]
            start = token.end()
        elif len(token[0]) == 1:
            depth += (token[0] in "([{") - (token[0] in ")]}")
    yield text[start:]
