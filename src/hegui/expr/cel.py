"""CEL: compiling, checking against shapes, evaluating. The only module that knows a CEL library.

An expression is checked in an environment typed by shapes, before anything runs, and evaluated
over plain maps in an untyped one. The library (Google's C++ runtime) bounds every evaluation.
The language: https://github.com/google/cel-spec.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from cel_expr_python import cel

from hegui.expr.shape import Fields, Many, Scalar, Shape


class Fault(NamedTuple):
    """What is wrong with an expression, and at which offset of its text.

    ``what`` is one of: syntax, field, name, operator, result, other. ``word`` is the text it is
    about, ``known`` what could stand there instead.
    """

    what: str
    at: int
    word: str
    known: tuple[str, ...] = ()
    detail: str = ""


class Undecided(Exception):
    """An expression gave no answer: something it reads is absent, or it took too much work.

    ``absent`` is the name of what is absent, where that is the reason.
    """

    def __init__(self, reason: str, absent: str | None = None) -> None:
        super().__init__(reason)
        self.absent = absent


def check(text: str, sees: Mapping[str, Shape], result: Scalar = Scalar.BOOL) -> list[Fault]:
    """All that is wrong with an expression that sees these variables; nothing when it is sound."""
    try:
        compiled = _typed(tuple(sees.items())).compile(text)
    except (RuntimeError, ValueError) as error:
        return _faults(str(error), text, sees)
    found = compiled.return_type()
    if found in (_TYPES[result], cel.Type.DYN):
        return []
    return [Fault("result", 0, found.name().lower(), detail=result.value)]


def evaluate(text: str, values: Mapping[str, Any]) -> Any:
    """The value of an expression over plain values. Raises `Undecided` when there is none."""
    try:
        found = _compiled(text, tuple(values)).eval(data=dict(values))
    except (RuntimeError, ValueError, TypeError) as error:
        raise _undecided(str(error)) from None
    if found.type() == cel.Type.ERROR:
        raise _undecided(str(found.value()))
    return found.plain_value()


def holds(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a condition holds. Raises `Undecided` when it gives no yes or no."""
    found = evaluate(text, values)
    if not isinstance(found, bool):
        raise Undecided(type(found).__name__)
    return found


@lru_cache(maxsize=4096)
def _compiled(text: str, names: tuple[str, ...]) -> cel.Expression:
    return _untyped(names).compile(text)


@cache
def _untyped(names: tuple[str, ...]) -> cel.Env:
    return cel.NewEnv(variables=dict.fromkeys(names, cel.Type.DYN), functions=_library())


@lru_cache(maxsize=64)  # shapes are compared by identity, and those of facts are made anew
def _typed(sees: tuple[tuple[str, Shape], ...]) -> cel.Env:
    from hegui.expr.messages import pool_of

    shapes = dict(sees)
    variables = {name: _type_of(shape) for name, shape in shapes.items()}
    return cel.NewEnv(
        descriptor_pool=pool_of(shapes.values()), variables=variables, functions=_library()
    )


_TYPES = {
    Scalar.BOOL: cel.Type.BOOL,
    Scalar.INT: cel.Type.INT,
    Scalar.FLOAT: cel.Type.DOUBLE,
    Scalar.TEXT: cel.Type.STRING,
}


def _type_of(shape: Shape) -> cel.Type:
    match shape:
        case Many():
            return cel.Type.List(_type_of(shape.of))
        case Fields():
            from hegui.expr.messages import message_name

            return cel.Type(message_name(shape))
    return _TYPES.get(shape, cel.Type.DYN)


def _library() -> list[cel.FunctionDecl]:
    """The functions beside those of CEL: ``total`` and ``largest`` of a list of whole numbers."""
    numbers = [cel.Type.List(cel.Type.INT)]

    def function(name: str, impl: Any) -> cel.FunctionDecl:
        overload = cel.Overload(
            f"{name}(list)", return_type=cel.Type.INT, parameters=numbers, impl=impl
        )
        return cel.FunctionDecl(name, [overload])

    return [
        function("total", lambda values: sum(_plain(values))),
        function("largest", lambda values: max(_plain(values), default=0)),
    ]


def _plain(values: Any) -> list[int]:
    return [getattr(value, "plain_value", lambda value=value: value)() for value in values]


# ── what the library says, in our words ──

_ERROR = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_FIELD = re.compile(r"undefined field '([^']*)' not found in struct '([^']*)'")
_NAME = re.compile(r"undeclared reference to '([^']*)'")
_OVERLOAD = re.compile(r"found no matching overload for '([^']*)' applied to '(.*)'")
_SELECT = "cannot be the operand of a select operation"
_CASCADE = "'*error*'"
_GAP = r"(?:\s|//[^\n]*\n)*"
"""What may stand between two tokens."""
_STATUS = re.compile(r"^[A-Z_]+: | \[[A-Z_]+\]$")


def _faults(told: str, text: str, sees: Mapping[str, Shape]) -> list[Fault]:
    found = [
        _fault(text, _offset(text, int(line), int(column)), message, sees)
        for line, column, message in _ERROR.findall(told)
        if _CASCADE not in message  # an error of an error
    ]
    if not found:
        return [Fault("other", 0, "", detail=_first_line(told))]
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
        return Fault("name", _named(text, at, word), word, tuple(sees))
    if overload := _OVERLOAD.search(message):
        word = _operator(overload[1])
        return Fault("operator", _named(text, at, word), word, detail=overload[2])
    if message.startswith("Syntax error"):
        token = re.compile(r"\w+|.?").match(text, at)
        return Fault("syntax", at, token[0] if token else "", detail=message)
    return Fault("other", at, "", detail=_first_line(message))


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


def _fields(shapes: Any) -> dict[str, tuple[str, ...]]:
    """The names of the fields of every mapping among ``shapes``, by the mapping's name."""
    found: dict[str, tuple[str, ...]] = {}
    for shape in shapes:
        while isinstance(shape, Many):
            shape = shape.of
        if isinstance(shape, Fields):
            found[shape.name] = tuple(shape.fields)
            found |= _fields(shape.fields.values())
    return found


_ABSENT = re.compile(r'Key not found in map : "([^"]*)"')


def _undecided(told: str) -> Undecided:
    if absent := _ABSENT.search(told):
        return Undecided(absent[1], absent[1])
    return Undecided(_first_line(told))


def _first_line(told: str) -> str:
    """The first line of what CEL says, without its codes."""
    return _STATUS.sub("", told.partition("\n")[0]).removesuffix(".")
