"""Shapes as protobuf messages: what lets CEL check the names and types of fields beforehand.

protobuf takes 40 ms to import, so this module is imported only when an expression is checked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, struct_pb2

from hegui.expr.shape import Fields, Many, Scalar, Shape

_PACKAGE = "hegui"
_FIELD = descriptor_pb2.FieldDescriptorProto
_TYPES = {
    Scalar.BOOL: _FIELD.TYPE_BOOL,
    Scalar.INT: _FIELD.TYPE_INT64,
    Scalar.FLOAT: _FIELD.TYPE_DOUBLE,
    Scalar.TEXT: _FIELD.TYPE_STRING,
}


def pool_of(shapes: Iterable[Shape]) -> descriptor_pool.DescriptorPool:
    """A pool with a message for every mapping in ``shapes``."""
    file = descriptor_pb2.FileDescriptorProto(
        name="hegui.proto",
        package=_PACKAGE,
        syntax="proto3",
        dependency=["google/protobuf/struct.proto"],
    )
    seen: set[str] = set()
    for shape in shapes:
        _add(shape, file, seen)
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(struct_pb2.DESCRIPTOR.serialized_pb)
    pool.AddSerializedFile(file.SerializeToString())
    return pool


def message_name(shape: Fields) -> str:
    """The full name of the message of a mapping."""
    return f"{_PACKAGE}.{shape.name}"


def _add(shape: Shape, file: Any, seen: set[str]) -> None:
    while isinstance(shape, Many):
        shape = shape.of
    if not isinstance(shape, Fields) or shape.name in seen:
        return
    seen.add(shape.name)
    message = file.message_type.add(name=shape.name)
    # tier_1 and tier1 are one name in the JSON of protobuf, which nobody writes here
    message.options.deprecated_legacy_json_field_conflicts = True
    for number, (name, inner) in enumerate(shape.fields.items(), 1):
        repeated = isinstance(inner, Many)
        field = message.field.add(
            name=name,
            json_name=name,
            number=number,
            label=_FIELD.LABEL_REPEATED if repeated else _FIELD.LABEL_OPTIONAL,
            proto3_optional=not repeated,
        )
        _type(field, inner.of if isinstance(inner, Many) else inner)
        if not repeated:
            field.oneof_index = len(message.oneof_decl)
            message.oneof_decl.add(name=f"_{name}")
    for inner in shape.fields.values():
        _add(inner, file, seen)


def _type(field: Any, shape: Shape) -> None:
    if isinstance(shape, Fields):
        field.type = _FIELD.TYPE_MESSAGE
        field.type_name = f".{message_name(shape)}"
    elif shape is Scalar.ANY:
        field.type = _FIELD.TYPE_MESSAGE
        field.type_name = ".google.protobuf.Value"
    else:
        assert isinstance(shape, Scalar)
        field.type = _TYPES[shape]
