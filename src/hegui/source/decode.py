"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re

from hegui.source.bilingual import both
from hegui.source.characters import forbidden
from hegui.source.file import File
from hegui.source.limits import MAX_BYTES
from hegui.source.place import Place, Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Chinese text in GB18030 is mostly common ideographs and full-width punctuation.
_CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_FOREIGN = re.compile("[^\x00-\x7f]")


def decode(path: str, data: bytes) -> File | Problem:
    """The file whose bytes are ``data``, or why they are no text that can be read.

    ``document/too-large`` (values ``size``, ``limit`` in bytes); ``document/encoding`` (values
    ``byte``, the first that is not UTF-8, and ``encoding``, the likely one, or None,
    and ``hint``, a text that names it or is empty); ``document/control-character``.
    """
    if len(data) > MAX_BYTES:
        return too_large(path, len(data))
    wide = _wide(data)
    if wide is not None:
        return _encoding(Place(path), data[:1], wide)
    try:
        file = File(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        guess = None if _CHINESE.search(before) else _chinese(data)
        return _encoding(_after(path, before), data[error.start : error.start + 1], guess)
    return forbidden(file) or file


def too_large(path: str, size: int) -> Problem:
    """``document/too-large`` for a file of ``size`` bytes."""
    return Problem("document/too-large", Place(path), {"size": size, "limit": MAX_BYTES})


def _encoding(place: Place, byte: bytes, guess: str | None) -> Problem:
    hint = both(f"，像是 {guess} 编码", f"; it looks like {guess}") if guess else both("", "")
    values: dict[str, object] = {
        "byte": f"0x{byte.hex().upper()}",
        "encoding": guess,
        "hint": hint,
    }
    return Problem("document/encoding", place, values)


def _after(path: str, before: str) -> Place:
    """The place of the one character that follows the text ``before``."""
    file = File(path, before + "?")
    return file.place(len(file.text) - 1, len(file.text))


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 if ``data`` starts with their mark, or with ASCII in UTF-16."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    head = data[:4]
    if len(head) == 4 and (head[0] == head[2] == 0 or head[1] == head[3] == 0) and any(head):
        return "UTF-16"
    return None


def _chinese(data: bytes) -> str | None:
    """GB18030 if ``data`` reads as Chinese in it."""
    try:
        foreign = _FOREIGN.findall(data.decode("gb18030"))
    except UnicodeDecodeError:
        return None
    chinese = sum(1 for character in foreign if _CHINESE.match(character))
    return "GB18030" if chinese >= 0.8 * len(foreign) else None
