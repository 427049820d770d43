"""Facts of records held against what their type of evidence declares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.moment import parse_moment
from hegui.model.types import Path
from hegui.source.bilingual import Text, both

_TYPES = {
    "integer": both("整数", "a whole number"),
    "number": both("数", "a number"),
    "boolean": both(" true 或 false", "true or false"),
    "string": both("文字", "text"),
    "array": both("列表", "a list"),
}
_FORMATS = {
    "date": both("日期，如 2026-11-23", "a date as 2026-11-23"),
    "date-time": both(
        "带时区的时刻，如 2026-11-23T16:40+08:00", "an instant with zone as 2026-11-23T16:40+08:00"
    ),
}


class BadFact(NamedTuple):
    """A fact that does not fit: where it stands below ``facts``, what is wrong, a hint.

    ``unknown`` says that it is the name which does not fit.
    """

    path: Path
    problem: Text
    hint: Text
    unknown: bool = False


def bad_facts(declared: Mapping[str, Any], facts: Mapping[str, Any]) -> list[BadFact]:
    """The facts that their declaration (JSON Schema properties) does not allow."""
    validator = _validator(json.dumps(declared, sort_keys=True))
    found = {}
    for error in validator.iter_errors(dict(facts)):
        path = tuple(error.instance_path)
        if path:
            found[path] = _unfit(declared, facts, path)
        else:
            found |= {(name,): _unknown(declared, name) for name in facts if name not in declared}
    return [found[path] for path in sorted(found, key=lambda path: [str(step) for step in path])]


def _unknown(declared: Mapping[str, Any], name: str) -> BadFact:
    problem = both("没有在类型中声明", "is not declared by its type")
    return BadFact((name,), problem, did_you_mean(name, declared), unknown=True)


def _unfit(declared: Mapping[str, Any], facts: Mapping[str, Any], path: Path) -> BadFact:
    from hegui.loading.explain import describe  # only what is wrong needs explaining

    value: Any = facts
    for step in path:
        value = value[step]
    fact = declared[str(path[0])]
    if len(path) > 1:
        fact = fact["items"]
    found, expected = describe(value), _expected(fact)
    problem = both(
        f"写的是{found.get('zh')}，应为{expected.get('zh')}",
        f"is {found.get('en')} and should be {expected.get('en')}",
    )
    return BadFact(path, problem, _quotes(fact, value))


def _expected(fact: Mapping[str, Any]) -> Text:
    if "enum" in fact:
        words = [str(word) for word in fact["enum"]]
        return both(f" {'、'.join(words)} 之一", f"one of {', '.join(words)}")
    told = _FORMATS.get(fact.get("format", "")) or _TYPES[fact["type"]]
    for bound, zh, en in (("minimum", "不小于", "at least"), ("maximum", "不大于", "at most")):
        if bound in fact:
            told = both(
                f"{told.get('zh')}，{zh} {fact[bound]}", f"{told.get('en')}, {en} {fact[bound]}"
            )
    return told


def _quotes(fact: Mapping[str, Any], value: Any) -> Text:
    """Whether quotes are what is missing, or too much."""
    if fact["type"] == "string" and isinstance(value, int | float):
        return both("像 012、true 这样的文字须加引号。", "Text such as 012 or true needs quotes.")
    if fact["type"] in ("integer", "number", "boolean") and isinstance(value, str):
        return both("数与 true、false 不加引号。", "Numbers, true and false stand without quotes.")
    return NOTHING


@lru_cache(maxsize=512)
def _validator(declared: str) -> Any:
    import jsonschema_rs

    schema = {
        "type": "object",
        "properties": json.loads(declared),
        "additionalProperties": False,
    }
    return jsonschema_rs.validator_for(schema, validate_formats=True, formats=_CHECKS)


def _is_day(text: str) -> bool:
    found = parse_moment(text)
    return found is not None and not isinstance(found, datetime)


def _is_instant(text: str) -> bool:
    return isinstance(parse_moment(text), datetime)


_CHECKS = {"date": _is_day, "date-time": _is_instant}
"""Days and instants as everywhere else: seconds need not be written."""
