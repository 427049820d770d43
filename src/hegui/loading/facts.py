"""Facts of records held against what their type of evidence declares."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.types import Path
from hegui.source.bilingual import Text, both

_TYPES = {
    "integer": both("整数", "a whole number"),
    "number": both("数", "a number"),
    "boolean": both("true 或 false", "true or false"),
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
    """A fact that does not fit: where it stands below ``facts``, what is expected, a hint."""

    path: Path
    found: str
    expected: Text
    hint: Text


def bad_facts(declared: Mapping[str, Any], facts: Mapping[str, Any]) -> list[BadFact]:
    """The facts that their declaration (JSON Schema properties) does not allow."""
    validator = _validator(json.dumps(declared, sort_keys=True))
    found = []
    for error in validator.iter_errors(dict(facts)):
        path = tuple(error.instance_path)
        if path:
            value = _at(facts, path)
            found.append(BadFact(path, str(value), _expected(declared, path), NOTHING))
        else:
            found += [_unknown(declared, name) for name in facts if name not in declared]
    return sorted(set(found), key=lambda one: [str(step) for step in one.path])


def _unknown(declared: Mapping[str, Any], name: str) -> BadFact:
    names = tuple(declared)
    expected = both(f"{'、'.join(names)} 之一", f"one of {', '.join(names)}")
    return BadFact((name,), name, expected, did_you_mean(name, names))


def _expected(declared: Mapping[str, Any], path: Path) -> Text:
    fact = declared[str(path[0])]
    if len(path) > 1:
        fact = fact.get("items", {})
    if "enum" in fact:
        words = [str(word) for word in fact["enum"]]
        return both(f"{'、'.join(words)} 之一", f"one of {', '.join(words)}")
    told = _FORMATS.get(fact.get("format", "")) or _TYPES[fact["type"]]
    for bound, zh, en in (("minimum", "不小于", "from"), ("maximum", "不大于", "up to")):
        if bound in fact:
            told = both(
                f"{told.get('zh')}，{zh} {fact[bound]}", f"{told.get('en')}, {en} {fact[bound]}"
            )
    return told


def _at(facts: Any, path: Path) -> Any:
    for step in path:
        facts = facts[step]
    return facts


@lru_cache(maxsize=512)
def _validator(declared: str) -> Any:
    import jsonschema_rs

    schema = {
        "type": "object",
        "properties": json.loads(declared),
        "additionalProperties": False,
    }
    return jsonschema_rs.validator_for(schema, validate_formats=True)
