"""From a document to an item of its kind."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any, NamedTuple

from hegui.model.baseline import Baseline
from hegui.model.compound import decode_fields
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.model.repository import Undecoded
from hegui.model.route import type_at
from hegui.model.schema import baseline_schema, kind_schema, settings_schema
from hegui.model.settings import Settings
from hegui.model.types import ABSENT, Schema, Trouble
from hegui.source.bilingual import Text, both
from hegui.source.document import Document
from hegui.source.place import Problem, Related

_NULLS = ("", "~", "null", "Null", "NULL")
_ENOUGH = 3
"""Fields that must fit before a kind is guessed from them; id and title fit every kind."""


class Decoded(NamedTuple):
    """What became of a document: an item, or the problems and what is known of it."""

    item: Item | None
    problems: list[Problem]
    undecoded: Undecoded | None


def decode(document: Document) -> Decoded:
    """The item that ``document`` holds, or all that is wrong with it."""
    name = document.data.get("kind")
    if not isinstance(name, str) or name not in KINDS:
        return Decoded(None, [_kind_problem(document, name)], Undecoded(document.place(())))
    kind = KINDS[name]
    value, problems = _decode(document, kind.cls, kind_schema(name), validator(name))
    if problems:
        own = document.data.get("id")
        known = Undecoded(document.place(()), name, own if isinstance(own, str) else None)
        return Decoded(None, problems, known)
    return Decoded(value, [], None)


def decode_settings(document: Document) -> tuple[Settings | None, list[Problem]]:
    """The settings that ``hegui.yaml`` holds, or all that is wrong with them."""
    value, problems = _decode(document, Settings, settings_schema(), validator(None))
    return (None if problems else value), problems


def decode_baseline(document: Document) -> tuple[Baseline | None, list[Problem]]:
    """The baseline that a file holds, or all that is wrong with it."""
    import jsonschema_rs

    schema = baseline_schema()
    value, problems = _decode(document, Baseline, schema, jsonschema_rs.validator_for(schema))
    return (None if problems else value), problems


def _decode(document: Document, cls: type, schema: Schema, judge: Any) -> tuple[Any, list[Problem]]:
    _read_as_declared(document, cls)
    if not judge.is_valid(document.data):
        from hegui.loading.explain import explain  # only what is wrong needs explaining

        return None, explain(document, cls, schema)
    troubles: list[Trouble] = []
    value = decode_fields(cls, document.data, (), troubles, document=document)
    return (None if value is ABSENT else value), [_problem(t, document) for t in troubles]


@cache
def validator(kind: str | None) -> Any:
    """The compiled schema of a kind, or of the settings."""
    import jsonschema_rs

    return jsonschema_rs.validator_for(settings_schema() if kind is None else kind_schema(kind))


def _read_as_declared(document: Document, cls: type) -> None:
    """Let plain values mean what the type of their field says: ``012`` in a text is text."""
    for path, lexeme in document.guesses:
        if lexeme in _NULLS:
            continue
        type_ = type_at(cls, path)
        if type_ is not None and type_.textual:
            document.set(path, lexeme)


def _problem(trouble: Trouble, document: Document) -> Problem:
    related: tuple[Related, ...] = ()
    if trouble.first is not None:
        related = (Related(document.place(trouble.first), both("首次出现", "first seen here")),)
    return Problem(trouble.rule, document.place(trouble.path), trouble.values, related)


def _kind_problem(document: Document, name: object) -> Problem:
    from hegui.loading.explain import describe
    from hegui.loading.suggest import did_you_mean

    if name is None:
        values: dict[str, object] = {"hint": _guess_kind(document)}
        return Problem("document/missing-kind", document.place(()), values)
    values = {
        "found": describe(name),
        "allowed": tuple(KINDS),
        "hint": did_you_mean(str(name), KINDS, {kind.name: kind.title for kind in KINDS.values()}),
    }
    return Problem("document/unknown-kind", document.place(("kind",)), values)


def _guess_kind(document: Document) -> Text:
    """The kind whose fields fit best, where one clearly does."""
    given = set(document.data)
    fits = {
        kind.name: len(given & {column.name for column in kind.columns}) for kind in KINDS.values()
    }
    (best, most), (_, next_most) = Counter(fits).most_common(2)
    if most < _ENOUGH or most == next_most:
        return both("", "")
    return both(f"看字段像是 {best}。", f"Its fields look like those of {best}.")
