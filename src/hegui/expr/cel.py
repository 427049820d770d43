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
    """What is wrong with an expression, and where in its text (from 1).

    ``what`` is one of: syntax, field, name, operator, result, other. ``word`` is the text it is
    about, ``known`` what could stand there instead.
    """

    what: str
    line: int
    column: int
    word: str
    known: tuple[str, ...] = ()
    detail: str = ""


class Undecided(Exception):
    """An expression gave no answer: something it reads is absent, or it took too much work."""


def check(text: str, sees: Mapping[str, Shape], result: Scalar = Scalar.BOOL) -> list[Fault]:
    """All that is wrong with an expression that sees these variables; nothing when it is sound."""
    try:
        compiled = _typed(tuple(sees.items())).compile(text)
    except (RuntimeError, ValueError) as error:
        return _faults(str(error), sees)
    found = compiled.return_type()
    if found in (_TYPES[result], cel.Type.DYN):
        return []
    return [Fault("result", 1, 1, found.name().lower(), detail=result.value)]


def evaluate(text: str, values: Mapping[str, Any]) -> Any:
    """The value of an expression over plain values. Raises `Undecided` when there is none."""
    try:
        found = _compiled(text, tuple(values)).eval(data=dict(values))
    except (RuntimeError, ValueError, TypeError) as error:
        raise Undecided(_reason(str(error))) from None
    if found.type() == cel.Type.ERROR:
        raise Undecided(_reason(str(found.value())))
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


@cache
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


def _faults(told: str, sees: Mapping[str, Shape]) -> list[Fault]:
    found = [
        _fault(int(line), int(column), message, sees)
        for line, column, message in _ERROR.findall(told)
    ]
    return found or [Fault("other", 1, 1, "", detail=told.partition("\n")[0])]


def _fault(line: int, column: int, message: str, sees: Mapping[str, Shape]) -> Fault:
    if field := _FIELD.search(message):
        fields = _fields(sees.values()).get(field[2].rpartition(".")[2], ())
        return Fault("field", line, column + 1, field[1], fields)  # CEL points at the dot
    if name := _NAME.search(message):
        return Fault("name", line, column, name[1].partition(".")[0], tuple(sees))
    if overload := _OVERLOAD.search(message):
        operator = overload[1].strip("_").replace("_", " ").strip() or overload[1]
        return Fault("operator", line, column, operator, detail=overload[2])
    what = "syntax" if message.startswith("Syntax error") else "other"
    return Fault(what, line, column, "", detail=message.removesuffix(" [INVALID_ARGUMENT]"))


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


def _reason(told: str) -> str:
    if absent := _ABSENT.search(told):
        return absent[1]
    return told.partition("\n")[0]
