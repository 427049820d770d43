"""CEL: compiling, checking against shapes, evaluating. The only module that knows a CEL library.

An expression is checked in an environment typed by shapes, before anything runs, and evaluated
over plain maps in an untyped one. The library (Google's C++ runtime) bounds what an evaluation may
iterate over, not the memory it takes: `hegui.engine.guard` bounds that.
The language: https://github.com/google/cel-spec.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import product
from typing import Any

from cel_expr_python import cel

from hegui.expr.library import ALWAYS, LIBRARY, PLAIN, Function, Takes
from hegui.expr.said import Fault, faults, first_line
from hegui.expr.shape import Fields, Many, Scalar, Shape

Implementation = Callable[..., Any]
Expression = cel.Expression
"""An expression that can be evaluated."""
Seen = cel.Activation
"""The values of its variables, as the library takes them."""


class Undecided(Exception):
    """An expression gave no answer: something it reads is absent, or it took too much work.

    ``absent`` is the name of what is absent, where that is the reason.
    """

    def __init__(self, reason: str, absent: str | None = None) -> None:
        super().__init__(reason)
        self.absent = absent


class Language:
    """The variables and functions that expressions have, untyped: in it they are evaluated."""

    def __init__(
        self, variables: Iterable[str], functions: Mapping[str, Implementation] = PLAIN
    ) -> None:
        self._env = cel.NewEnv(
            variables=dict.fromkeys(variables, cel.Type.DYN),
            functions=[_runnable(LIBRARY[name], made) for name, made in functions.items()],
        )

    def compile(self, text: str) -> cel.Expression:
        """An expression that can be evaluated. Raises `Undecided` where it means nothing here."""
        try:
            return self._env.compile(text)
        except (RuntimeError, ValueError) as error:
            raise _undecided(str(error)) from None

    def seen(self, values: Mapping[str, Any]) -> cel.Activation:
        """Values for its variables: made once, whatever number of expressions read them."""
        return self._env.Activation(values)


def value(expression: cel.Expression, seen: cel.Activation) -> Any:
    """What an expression gives over plain values. Raises `Undecided` when it gives nothing."""
    try:
        found = expression.eval(activation=seen)
    except (RuntimeError, ValueError, TypeError) as error:
        raise _undecided(str(error)) from None
    if found.type() == cel.Type.ERROR:
        raise _undecided(str(found.value()))
    return found.plain_value()


def truth(expression: cel.Expression, seen: cel.Activation) -> bool:
    """Whether a condition holds. Raises `Undecided` when it gives no yes or no."""
    try:
        found = expression.eval(activation=seen).value()
        if found is True or found is False:  # nearly always, and twice as fast
            return found
    except (RuntimeError, ValueError, TypeError):
        pass
    found = value(expression, seen)
    if not isinstance(found, bool):
        raise Undecided(type(found).__name__)
    return found


def check(
    text: str,
    sees: Mapping[str, Shape],
    result: Scalar = Scalar.BOOL,
    functions: frozenset[str] = ALWAYS,
) -> list[Fault]:
    """All that is wrong with an expression that sees these variables; nothing when it is sound."""
    try:
        compiled = _typed(tuple(sees.items()), functions).compile(text)
    except (RuntimeError, ValueError) as error:
        return faults(str(error), text, sees)
    found = compiled.return_type()
    if result is Scalar.ANY or found in (_TYPES[result], cel.Type.DYN):
        return []
    return [Fault("result", 0, found.name().lower(), detail=result.value)]


def evaluate(text: str, values: Mapping[str, Any]) -> Any:
    """The value of an expression over plain values. Raises `Undecided` when there is none."""
    language = _language(tuple(values))
    return value(_compiled(text, language), language.seen(values))


def holds(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a condition holds. Raises `Undecided` when it gives no yes or no."""
    language = _language(tuple(values))
    return truth(_compiled(text, language), language.seen(values))


@lru_cache(maxsize=4096)
def _compiled(text: str, language: Language) -> cel.Expression:
    return language.compile(text)


@cache
def _language(names: tuple[str, ...]) -> Language:
    return Language(names)


@lru_cache(maxsize=64)  # shapes are compared by identity, and those of facts are made anew
def _typed(sees: tuple[tuple[str, Shape], ...], functions: frozenset[str]) -> cel.Env:
    from hegui.expr.messages import pool_of

    shapes = dict(sees)
    variables = {name: _type_of(shape) for name, shape in shapes.items()}
    return cel.NewEnv(
        descriptor_pool=pool_of(shapes.values()),
        variables=variables,
        functions=[_checkable(LIBRARY[name]) for name in sorted(functions)],
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


_LISTS = {
    Takes.TEXTS: cel.Type.List(cel.Type.STRING),
    Takes.NUMBERS: cel.Type.List(cel.Type.INT),
}
_RUNS = {
    Takes.TEXT: (cel.Type.STRING,),
    Takes.MAPPING: (cel.Type.MAP,),
    Takes.ITEM: (cel.Type.STRING, cel.Type.MAP),
    **{takes: (type_,) for takes, type_ in _LISTS.items()},
}
"""The types of a parameter when it runs: the library looks for the very type of the value."""
_CHECKS = {
    Takes.TEXT: cel.Type.STRING,
    Takes.MAPPING: cel.Type.DYN,
    Takes.ITEM: cel.Type.DYN,
    **_LISTS,
}


def _runnable(function: Function, made: Implementation) -> cel.FunctionDecl:
    every = product(*(_RUNS[one] for one in function.takes))
    return cel.FunctionDecl(
        function.name,
        [
            _overload(function, list(some), position, lambda *values: made(*map(_plain, values)))
            for position, some in enumerate(every)
        ],
    )


def _checkable(function: Function) -> cel.FunctionDecl:
    takes = [_CHECKS[one] for one in function.takes]
    return cel.FunctionDecl(function.name, [_overload(function, takes, 0, None)])


def _overload(
    function: Function, takes: list[cel.Type], position: int, made: Implementation | None
) -> cel.Overload:
    return cel.Overload(
        f"{function.name}_{position}",
        return_type=_type_of(function.gives),
        parameters=takes,
        impl=made,
    )


def _plain(value: Any) -> Any:
    """A value as Python has it; within a list the library hands over its own."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.plain_value() if hasattr(value, "plain_value") else value


_ABSENT = re.compile(r'Key not found in map : "([^"]*)"')


def _undecided(told: str) -> Undecided:
    if absent := _ABSENT.search(told):
        return Undecided(absent[1], absent[1])
    return Undecided(first_line(told))
