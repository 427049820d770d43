"""Options: what an organisation may set otherwise about a rule, and what it has set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hegui.model.settings import Settings, Tuned
from hegui.rules.rule import Rule

_LARGEST = 1 << 63
"""Whole numbers in CEL have 64 bits."""


def fits(value: Any, type_: str) -> bool:
    """Whether a value is of the type of an option."""
    match type_:
        case "int":
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST
        case "double":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "bool":
            return isinstance(value, bool)
        case "strings":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str)


def as_type(value: Any, type_: str) -> Any:
    """A value that fits, as expressions see it: 2 where a decimal number is declared is 2.0."""
    return float(value) if type_ == "double" else value


def type_of(default: object) -> str:
    """The type of an option, by its default."""
    types = {bool: "bool", int: "int", float: "double", list: "strings", tuple: "strings"}
    return types.get(type(default), "string")


def fitting(tuned: Tuned, rule: Rule) -> dict[str, Any]:
    """Those of the options set for a rule that it has, with a value of their type."""
    return {
        name: as_type(value, type_of(rule.options[name]))
        for name, value in tuned.options.items()
        if name in rule.options and fits(value, type_of(rule.options[name]))
    }


def with_options(rules: Mapping[str, Rule], settings: Settings) -> dict[str, Rule]:
    """The rules with the options that the settings set; what does not fit is left as it was."""
    found = dict(rules)
    for tuned in settings.rules:
        rule = found.get(tuned.id)
        if rule is not None:
            found[tuned.id] = replace(rule, options={**rule.options, **fitting(tuned, rule)})
    return found
