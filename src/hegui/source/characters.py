"""Characters that no document may hold: unseen ones, and such as turn the reading direction."""

from __future__ import annotations

import re
import unicodedata

from hegui.source.file import File
from hegui.source.place import Problem

# C0 without tab, LF and CR; DEL and C1; the line ends that editors do not know; the characters
# that reorder what is shown ("trojan source"); a byte order mark inside the text; halves of
# surrogate pairs; the two noncharacters that libyaml refuses.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufeff\ufffe\uffff]"
)

_UNSHOWABLE = re.compile(rf"[\t\n\r]|{_FORBIDDEN.pattern}")

_NAMES = {
    0x00: "NULL",
    0x07: "BELL",
    0x08: "BACKSPACE",
    0x0B: "VERTICAL TABULATION",
    0x0C: "FORM FEED",
    0x1B: "ESCAPE",
    0x7F: "DELETE",
    0x85: "NEXT LINE",
    0xFEFF: "BYTE ORDER MARK",
}


def forbidden(file: File) -> Problem | None:
    """``document/control-character`` at the first such character of ``file``, if there is one.

    Values: ``character`` (``U+202E``), ``name``, ``count`` of such characters in the file.
    """
    found = _FORBIDDEN.search(file.text)
    if found is None:
        return None
    return Problem(
        "document/control-character",
        file.place(found.start(), found.end()),
        {
            "character": f"U+{ord(found[0]):04X}",
            "name": _name(found[0]),
            "count": len(_FORBIDDEN.findall(file.text)),
        },
    )


def showable(name: str) -> bool:
    """Whether a file's name can be shown in a terminal without harm."""
    return name.isprintable() or escaped(name) == name


def escaped(name: str) -> str:
    """A file's name with escapes in place of what must not be shown."""
    return _UNSHOWABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), name)


def _name(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "SURROGATE"
    return _NAMES.get(code, unicodedata.name(character, "CONTROL CHARACTER"))
