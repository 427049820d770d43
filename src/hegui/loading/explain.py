"""What a document that its schema refuses has wrong, one problem for each thing.

jsonschema-rs has judged it; here `jsonschema` says in detail what it saw. The schemas hold
no choices between schemas, so each error is about one field and says what was expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hegui.loading.suggest import NOTHING, did_you_mean
from hegui.model.compound import Record
from hegui.model.route import type_at
from hegui.model.table import columns_of
from hegui.model.types import Choice, FieldType, Path, Schema
from hegui.source.bilingual import Text, both
from hegui.source.document import Document
from hegui.source.place import Place, Problem

Error = Any
"""A `jsonschema.ValidationError`; its own types admit "unset" in every field."""
_LONGEST = 60
_COMMA = both(
    "花括号里的逗号会把文字断开，请给整段文字加引号。",
    "Inside braces a comma ends the text: put the whole text in quotes.",
)

_NUMBERS = (
    (
        re.compile(r"[-+]?[0-9]+(\.[0-9]+)?"),
        both("数字不要加引号。", "Numbers are written without quotes."),
    ),
    (
        re.compile(r"[-+]?[0-9]{1,3}([,，_ ][0-9]{3})+(\.[0-9]+)?"),
        both("数字里不写千分位分隔符。", "Numbers are written without separators of thousands."),
    ),
)


def explain(document: Document, cls: type, schema: Schema) -> list[Problem]:
    """The problems of ``document``, which ``schema`` refuses, in the order of the text."""
    from jsonschema import Draft202012Validator  # 0.2 s, and only documents with errors need it

    errors = Draft202012Validator(schema).iter_errors(document.data)
    found = [problem for error in errors for problem in _problems(error, document, cls)]
    return sorted(found, key=lambda problem: (problem.place, problem.rule))


def _problems(error: Error, document: Document, cls: type) -> Iterator[Problem]:
    path: Path = tuple(error.absolute_path)
    match error.validator:
        case "additionalProperties":
            yield from _unknown_fields(error, path, document)
        case "required":
            yield from _missing_field(error, path, document, cls)
        case "type" if error.instance is None:
            yield _problem("document/empty-value", path, document, field=_name(path))
        case "enum" | "const" if error.instance is None:
            pass  # said already: it has no value
        case "minLength" | "minItems" | "minProperties":
            yield _problem("document/empty-value", path, document, field=_name(path))
        case "type":
            yield _wrong_type(error, path, document, cls)
        case "enum" | "const":
            yield _not_allowed(error, path, document, cls)
        case _:
            type_ = type_at(cls, path)
            yield _problem(
                "document/bad-value",
                path,
                document,
                found=describe(error.instance),
                expected=_expected(type_),
            )


def _unknown_fields(error: Error, path: Path, document: Document) -> Iterator[Problem]:
    known = error.schema.get("properties", {})
    for name in error.instance:
        if name not in known:
            place = document.place((*path, name), of="key")
            hint = _COMMA if _has_no_colon(place, document) else did_you_mean(name, known)
            values = {"field": name, "allowed": tuple(known), "hint": hint}
            yield Problem("document/unknown-field", place, values)


def _has_no_colon(key: Place, document: Document) -> bool:
    """Whether a key is what a comma in braces has cut off from the text before it."""
    rest = document.file.line(key.end_line)[key.end_column - 1 :]
    return not rest.lstrip().startswith(":")


def _missing_field(error: Error, path: Path, document: Document, cls: type) -> Iterator[Problem]:
    for name in error.validator_value:
        # jsonschema gives one error for each missing name; this is the one whose turn it is
        if name not in error.instance and error.message.startswith(repr(name)):
            yield _problem(
                "document/missing-field", path, document, field=name, help=_help(cls, path, name)
            )


def _wrong_type(error: Error, path: Path, document: Document, cls: type) -> Problem:
    hint = NOTHING
    if isinstance(error.instance, str) and error.validator_value in ("integer", "number"):
        hint = next((hint for shape, hint in _NUMBERS if shape.fullmatch(error.instance)), NOTHING)
    return _problem(
        "document/wrong-type",
        path,
        document,
        field=_name(path),
        found=describe(error.instance),
        expected=_expected(type_at(cls, path)),
        hint=hint,
    )


def _not_allowed(error: Error, path: Path, document: Document, cls: type) -> Problem:
    allowed = error.schema.get("enum") or [error.schema["const"]]
    type_ = type_at(cls, path)
    wordings = type_.options if isinstance(type_, Choice) else {}
    return _problem(
        "document/not-allowed",
        path,
        document,
        field=_name(path),
        found=describe(error.instance),
        allowed=tuple(map(str, allowed)),
        hint=did_you_mean(str(error.instance), map(str, allowed), wordings),
    )


def _problem(rule: str, path: Path, document: Document, **values: object) -> Problem:
    return Problem(rule, document.place(path), values)


def _expected(type_: FieldType | None) -> Text:
    return both("别的内容", "something else") if type_ is None else type_.expected


def _help(cls: type, path: Path, name: str) -> Text:
    holder = type_at(cls, path)
    columns = columns_of(holder.cls if isinstance(holder, Record) else cls)
    return next((column.help for column in columns if column.name == name), NOTHING)


def _name(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    return names[-1] if names else ""


def describe(value: Any) -> Text:
    """What a value is, in words for people."""
    match value:
        case None:
            return both("空值", "nothing")
        case bool():
            return both(f"真假值 {str(value).lower()}", f"the truth value {str(value).lower()}")
        case int() | float():
            return both(f"数字 {value}", f"the number {value}")
        case str():
            short = value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
            return both(f"文字“{short}”", f"the text “{short}”")
        case list():
            return both("列表", "a list")
        case _:
            return both("键值对", "a mapping")
