"""The core schema of YAML 1.2: what an unquoted scalar is taken for."""

from __future__ import annotations

import re
from math import isfinite

from hegui.source.limits import MAX_DIGITS

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Null and the booleans, by what is written."""

NUMERIC = frozenset("+-.0123456789")
"""What a number can begin with."""

_NUMBER = re.compile(
    r"""(?P<int>[-+]?[0-9]+)
      | (?P<oct>0o[0-7]+)
      | (?P<hex>0x[0-9a-fA-F]+)
      | (?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)""",
    re.VERBOSE,
).fullmatch


def number(lexeme: str) -> int | float | str:
    """The number that ``lexeme`` stands for, else ``lexeme`` itself.

    What JSON and a float cannot hold stays text: infinities, ``.nan``, very many digits.
    """
    if len(lexeme) > MAX_DIGITS:
        return lexeme
    found = _NUMBER(lexeme)
    if found is None:
        return lexeme
    if found.lastgroup == "int":
        return int(lexeme)
    if found.lastgroup == "float":
        value = float(lexeme)
        return value if isfinite(value) else lexeme
    return int(lexeme, 0)
