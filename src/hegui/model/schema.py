"""JSON Schema 2020-12 made from the field table."""

from __future__ import annotations

from functools import cache

from hegui.model.baseline import Baseline
from hegui.model.compound import mapping_schema
from hegui.model.kinds import KINDS
from hegui.model.settings import Settings
from hegui.model.table import columns_of
from hegui.model.types import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def kind_schema(kind: str) -> Schema:
    """The schema of one kind; ``KeyError`` when there is no such kind."""
    definitions: Schema = {}
    body = _kind_body(kind, definitions)
    return {"$schema": DIALECT, "title": _title(kind)} | body | {"$defs": definitions}


@cache
def settings_schema() -> Schema:
    """The schema of ``hegui.yaml``."""
    definitions: Schema = {}
    body = mapping_schema(columns_of(Settings), definitions)
    return {"$schema": DIALECT, "title": "hegui.yaml"} | body | {"$defs": definitions}


@cache
def baseline_schema() -> Schema:
    """The schema of a baseline file."""
    definitions: Schema = {}
    body = mapping_schema(columns_of(Baseline), definitions)
    return {"$schema": DIALECT, "title": "hegui check --baseline"} | body | {"$defs": definitions}


@cache
def document_schema() -> Schema:
    """The schema of a document of any kind, chosen by its ``kind``; for editors."""
    definitions: Schema = {}
    choices = []
    for kind in KINDS:
        definitions[kind] = _kind_body(kind, definitions)
        condition = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        choices.append({"if": condition, "then": {"$ref": f"#/$defs/{kind}"}})
    return {
        "$schema": DIALECT,
        "title": "Hegui",
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS), "description": "类别\nkind"}},
        "required": ["kind"],
        "allOf": choices,
        "$defs": definitions,
    }


def _kind_body(kind: str, definitions: Schema) -> Schema:
    body = mapping_schema(KINDS[kind].columns, definitions)
    body["properties"] = {"kind": {"const": kind, "description": "类别\nkind"}} | body["properties"]
    return body | {"required": ["kind", *body.get("required", [])]}


def _title(kind: str) -> str:
    title = KINDS[kind].title
    return f"{title.get('zh')} {title.get('en')}"
