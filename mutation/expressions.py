"""Mutants of rules that are written in CEL: of where they apply, what they require, their options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import hegui.model.kinds  # noqa: F401 (first, because the kinds stand in the order of import)
from hegui.expr.clauses import AND, Clause, clauses
from hegui.model.rule import DeclaredRule
from hegui.model.table import columns_of

_TOKEN = re.compile(
    r"""(?P<text>r?"(?:\\.|[^"\\])*"|r?'(?:\\.|[^'\\])*')|(?P<name>[A-Za-z_]\w*)"""
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<sign>&&|\|\||[=!<>]=|.)",
    re.S,
)
_OTHER = {
    "&&": "||", "||": "&&", "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "+": "-", "-": "+", "!": "", "all": "exists", "exists": "all", "true": "false", "false": "true",
}  # fmt: skip


class Mutant(NamedTuple):
    """A field of a rule with a mistake in it: what stood there, what stands there, all of it."""

    field: str
    was: str
    now: str
    value: Any


def mutants(declared: DeclaredRule) -> Iterator[Mutant]:
    """Every mistake that is tried in a declared rule."""
    for field in ("where", "require"):
        text = getattr(declared, field)
        if text is not None:
            yield from _of_text(field, text)
    if declared.where is not None:
        yield Mutant("where", declared.where, "", None)
    yield from _of_options(declared.options or {})


def mutated(declared: DeclaredRule, field: str, value: Any) -> DeclaredRule:
    """The rule with another value in a field."""
    values = {one.attribute: getattr(declared, one.attribute) for one in columns_of(DeclaredRule)}
    return DeclaredRule(**{**values, field: value}, document=declared.document)


def _of_text(field: str, text: str) -> Iterator[Mutant]:
    seen: set[str] = {text}
    for was, now, whole in (*_tokens(text), *_parts(clauses(text), text)):
        if whole not in seen:
            seen.add(whole)
            yield Mutant(field, was, now, whole)


def _tokens(text: str) -> Iterator[tuple[str, str, str]]:
    for token in _TOKEN.finditer(text):
        now = _changed(token)
        if now is not None:
            start, end = token.span()
            around = slice(max(0, start - 20), end + 20)
            whole = text[:start] + now + text[end:]
            yield text[around], whole[max(0, start - 20) : start + len(now) + 20], whole


def _changed(token: re.Match[str]) -> str | None:
    match token.lastgroup:
        case "number":
            return str(int(token[0]) + 1) if token[0].isdigit() else None
        case "text":
            return f"{token[0][:-1]}XX{token[0][-1]}"
    return _OTHER.get(token[0])


def _parts(clause: Clause, text: str) -> Iterator[tuple[str, str, str]]:
    """Each clause negated, and each of several left out."""
    for part in clause.parts:
        neutral = "true" if clause.joined == AND else "false"
        yield part.text, neutral, text.replace(part.text, neutral, 1)
        yield from _parts(part, text)
    if not clause.parts:
        negated = f"!({clause.text})"
        yield clause.text, negated, text.replace(clause.text, negated, 1)


def _of_options(options: Mapping[str, Any]) -> Iterator[Mutant]:
    for name, option in options.items():
        default = option["default"]
        for value in _others(default):
            changed = {**options, name: {**option, "default": value}}
            yield Mutant("options", f"{name}: {default}", f"{name}: {value}", changed)


def _others(default: Any) -> list[Any]:
    match default:
        case bool():
            return [not default]
        case int():
            return [default + 1, default - 1]
        case list():
            return [default[:-1]] if default else []
    return []
