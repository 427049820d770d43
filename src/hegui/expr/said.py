"""What the CEL library says of a bad expression, in our words and with the place in its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hegui.expr.library import LIBRARY
from hegui.expr.shape import Fields, Many, Shape


class Fault(NamedTuple):
    """What is wrong with an expression, and at which offset of its text.

    ``what`` is one of: syntax, field, name, function, operator, result, other. ``word`` is the text
    it is about, ``known`` what could stand there instead.
    """

    what: str
    at: int
    word: str
    known: tuple[str, ...] = ()
    detail: str = ""


_ERROR = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_FIELD = re.compile(r"undefined field '([^']*)' not found in struct '([^']*)'")
_NAME = re.compile(r"undeclared reference to '([^']*)'")
_OVERLOAD = re.compile(r"found no matching overload for '([^']*)' applied to '(.*)'")
_SELECT = "cannot be the operand of a select operation"
_CASCADE = "'*error*'"
_GAP = r"(?:\s|//[^\n]*\n)*"
"""What may stand between two tokens."""
_STATUS = re.compile(r"^[A-Z_]+: | \[[A-Z_]+\]$")


def faults(told: str, text: str, sees: Mapping[str, Shape]) -> list[Fault]:
    """Everything that the library says of ``text``, in the order of the text."""
    found = [
        _fault(text, _offset(text, int(line), int(column)), message, sees)
        for line, column, message in _ERROR.findall(told)
        if _CASCADE not in message  # an error of an error
    ]
    if not found:
        return [Fault("other", 0, "", detail=first_line(told))]
    first = min(found, key=lambda fault: fault.at)
    return [first] if first.what == "syntax" else sorted(found, key=lambda fault: fault.at)


def _fault(text: str, at: int, message: str, sees: Mapping[str, Shape]) -> Fault:
    if field := _FIELD.search(message):
        fields = _fields(sees.values()).get(field[2].rpartition(".")[2], ())
        return Fault("field", *_selected(text, at, re.escape(field[1])), fields)
    if _SELECT in message:
        return Fault("field", *_selected(text, at, r"\w+"))
    if name := _NAME.search(message):
        word = name[1].lstrip(".").partition(".")[0]
        return _unknown(word, _named(text, at, word), text, sees)
    if overload := _OVERLOAD.search(message):
        word = _operator(overload[1])
        return Fault("operator", _named(text, at, word), word, detail=overload[2])
    if message.startswith("Syntax error"):
        token = re.compile(r"\w+|.?").match(text, at)
        return Fault("syntax", at, token[0] if token else "", detail=message)
    return Fault("other", at, "", detail=first_line(message))


def _unknown(word: str, at: int, text: str, sees: Mapping[str, Shape]) -> Fault:
    """A name that means nothing here: of a variable, or of a function where a bracket follows."""
    if re.compile(_GAP + r"\(").match(text, at + len(word)):
        stage = "later" if word in LIBRARY else ""
        return Fault("function", at, word, tuple(LIBRARY), detail=stage)
    return Fault("name", at, word, tuple(sees))


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a line and column, both from 1."""
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


def _selected(text: str, at: int, field: str) -> tuple[int, str]:
    """Where a field stands: CEL points at the dot before it, or at the bracket of ``has(``."""
    found = re.compile(rf"\.{_GAP}({field})\b").search(text, at)
    return (found.start(1), found[1]) if found else (at, "")


def _named(text: str, at: int, word: str) -> int:
    """Where a word stands: CEL points at it, at the dot behind it, or at its bracket."""
    before = re.escape(word) + _GAP if text[at : at + 1] in ("(", ".") else None
    if before is None or not word[:1].isalpha():
        return at
    ends = [one for one in re.finditer(rf"\b{before}(?=[.(])", text) if one.end() <= at]
    return ends[-1].start() if ends else at


def _operator(overload: str) -> str:
    """An operator as people write it: ``_>_`` is ``>``."""
    if overload.isidentifier() and overload.strip("_"):
        return overload
    return overload.strip("_").removeprefix("@").replace("_", " ").replace("[ ]", "[]").strip()


def _fields(shapes: Iterable[Shape]) -> dict[str, tuple[str, ...]]:
    """The names of the fields of every mapping among ``shapes``, by the mapping's name."""
    found: dict[str, tuple[str, ...]] = {}
    for shape in shapes:
        while isinstance(shape, Many):
            shape = shape.of
        if isinstance(shape, Fields):
            found[shape.name] = tuple(shape.fields)
            found |= _fields(shape.fields.values())
    return found


def first_line(told: str) -> str:
    """The first line of what CEL says, without its codes."""
    return _STATUS.sub("", told.partition("\n")[0]).removesuffix(".")
