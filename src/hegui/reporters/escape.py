"""Text of unknown origin inside Markdown: it is read as text, whatever it says."""

from __future__ import annotations

import re

from hegui.reporters.harmless import one_line

# What begins HTML, an entity, code, a link, emphasis, a strike, a table's cell or a formula; two
# colons or hashes, which command a CI runner; slashes and dots that make a link of an address.
_MARKUP = re.compile(r"[\\`*_<>&\[\]|~$]|:(?=:)|(?<=:):|#(?=[#\[])|(?<=:)/(?=/)|(?<=www)\.", re.I)
_BLOCK = re.compile(r"^([0-9]*)([-+#=.)])")
_REFERENCE = re.compile(r"(@|(?<![A-Za-z0-9_])#(?=[0-9])|/[\w.-]+#(?=[0-9])|\bGH-(?=[0-9]))", re.I)


def markdown(text: str) -> str:
    """``text`` on one line, for a paragraph or a table's cell of GitHub's Markdown.

    A backslash takes its meaning from a mark. Mentions and references are looked for in what
    was rendered, so they are broken by a space without width.
    """
    marked = _BLOCK.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", one_line(text)))
    return _REFERENCE.sub(r"\1&#8203;", marked)
