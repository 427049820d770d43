"""Text of unknown origin inside Markdown: it is read as text, whatever it says."""

from __future__ import annotations

import re

from hegui.reporters.harmless import one_line

# What begins HTML, an entity, code, a link, an image, emphasis, a strike, a table cell or a formula.
_MARKUP = re.compile(r"[\\`*_<>&\[\]|~!$]")
# What begins an autolink, a mention, a reference to an issue, or a command to a CI runner.
_LINK = re.compile(r"(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)
_COMMAND = re.compile(r"::|##(?=\\\[)")
_REFERENCE = re.compile(r"@|(?<!\w)#(?=\d)|(?<=\w)#(?=\d)(?<=/[\w.-]{1,100}#)")
_APART = "&#8203;"


def markdown(text: str) -> str:
    """``text`` on one line, to be put into a paragraph or a table's cell of GitHub's Markdown.

    A backslash takes its meaning from a mark. Mentions and references are found after that,
    so they are broken with a space of no width.
    """
    text = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return text
