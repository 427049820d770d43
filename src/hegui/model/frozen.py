"""Frozen classes made of columns.

What `dataclasses` would do, without compiling six methods for each of some seventy classes
at every start: that took longer than checking the repository.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, TypeVar

T = TypeVar("T")
_set = object.__setattr__


class Frozen:
    """Made once from named values; what is not named has its column's default."""

    __slots__ = ()
    columns: ClassVar[tuple[Any, ...]] = ()
    defaults: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, **values: Any) -> None:
        defaults = self.defaults
        if not values.keys() <= defaults.keys():
            unknown = sorted(values.keys() - defaults.keys())
            raise TypeError(f"{type(self).__name__} has no {', '.join(unknown)}")
        for name, default in defaults.items():
            _set(self, name, values.get(name, default))

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), {name: getattr(self, name) for name in self.defaults})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __repr__(self) -> str:
        told = [f"{name}={getattr(self, name)!r}" for name in self.defaults if name != "document"]
        return f"{type(self).__name__}({', '.join(told)})"


def _made(cls: type[Frozen], values: dict[str, Any]) -> Frozen:
    """An instance from all of its values, as pickle holds them."""
    made = cls.__new__(cls)
    for name, value in values.items():
        _set(made, name, value)
    return made


def freeze(cls: type[T], columns: Mapping[str, Any]) -> type[T]:
    """The class again, with slots for its columns and those of its base.

    A column that its base has too keeps its place and gets the new declaration. A column
    must not hide a method or property of its base.
    """
    base = next((base for base in cls.__bases__ if issubclass(base, Frozen)), Frozen)
    merged = {column.attribute: column for column in base.columns} | dict(columns)
    new = [name for name in columns if name not in base.defaults]
    declared = {column.attribute for column in base.columns}
    hidden = [name for name in columns if name not in declared and hasattr(base, name)]
    assert not hidden, (cls, hidden)
    extra = [name for name in vars(cls).get("__annotations__", {}) if name == "document"]
    body = {name: value for name, value in vars(cls).items() if name not in columns}
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body["__slots__"] = (*new, *extra)
    body["columns"] = tuple(merged.values())
    body["defaults"] = (
        {name: column.default for name, column in merged.items()}
        | {name: base.defaults[name] for name in base.defaults if name not in merged}
        | dict.fromkeys(extra)
    )
    bases = tuple(Frozen if parent is object else parent for parent in cls.__bases__)
    made: Any = type(cls.__name__, bases, body)
    made.__qualname__ = cls.__qualname__
    return made  # type: ignore[no-any-return]
