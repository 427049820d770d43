"""The management page: one self-contained HTML file in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hegui.derive.gate import DECISIONS, LACKS
from hegui.derive.score import STATES
from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.model.control import STATUSES as CONTROL_STATUSES
from hegui.reports import labels, units, wording
from hegui.reports.figures import View
from hegui.reports.view import view
from hegui.source.bilingual import LANGUAGES, Text

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
TAGS = {"zh": "zh-CN", "en": "en"}
NAMES = {"zh": "中文", "en": "English"}
LONGEST = 1000
"""Characters of one text that the page shows; who wants more opens the file."""
NAME = 120
"""Characters that it shows of a name."""
FIRST = 25
"""Rows of a table that stand open; the rest unfolds."""

# Controls but for white space, soft hyphen, joiners and marks of direction, line and paragraph
# ends, isolates and overrides, invisible operators, byte order mark, interlinear marks, halves of
# surrogate pairs, noncharacters, tags: the reporters spell out the same.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def render(result: Result, fail_on: Severity, languages: Sequence[str]) -> str:
    """The page on ``result``. The first of ``languages`` prevails; none means all there are.

    The same result gives the same bytes.
    """
    from markupsafe import Markup

    spoken = tuple(dict.fromkeys(languages)) or LANGUAGES
    figures = view(result, fail_on)
    halves = {language: Markup(_half(figures, language, spoken[0])) for language in spoken}
    style = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            halves=halves,
            tags=TAGS,
            names=NAMES,
            prevailing=spoken[0],
            style=Markup(style),
            titles={language: _title(figures, language) for language in spoken},
        )
    )


def clean(text: str, most: int = LONGEST) -> str:
    """Text made harmless to look at: unseen characters spelled out, the very long cut short."""
    shown = _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _half(figures: View, language: str, prevailing: str) -> str:
    """The whole page in one language."""
    return (
        _environment()
        .get_template("half.html.j2")
        .render(
            v=figures,
            language=language,
            t={name: text.get(language) for name, text in labels.LABELS.items()},
            words={
                name: getattr(module, name)
                for module in (units, wording)
                for name in module.PHRASES
            },
            stamp=labels.STAMPS[figures.stamp],
            note=labels.LABELS["stamp_gate" if "go" in figures.stamp else "stamp_check"],
            answer=_answer(figures),
            states=STATES,
            decisions=DECISIONS,
            lacks=LACKS,
            control_statuses=CONTROL_STATUSES,
            statuses=labels.STATUSES,
            say=_speaker(language, prevailing),
            Severity=tuple(reversed(Severity)),
            first=FIRST,
            name=NAME,
        )
    )


def _answer(figures: View) -> Text:
    """The short answer to whether one may go ahead."""
    if figures.gates and figures.gates[0].gate is not None and figures.verdict.word != "none":
        return DECISIONS[figures.gates[0].gate.decision]
    return labels.ANSWERS[figures.verdict.word]


def _speaker(language: str, prevailing: str) -> Callable[..., str]:
    """Says a text in ``language``, marked where it exists in another one only."""
    from markupsafe import Markup

    def say(text: Text, most: int = LONGEST) -> str | Markup:
        spoken = _language_of(text, language, prevailing)
        words = clean(text.get(language), most)
        if spoken == language or not words:
            return words
        return Markup('<span lang="{}">{}</span>').format(TAGS[spoken], words)

    return say


def _language_of(text: Text, language: str, prevailing: str) -> str:
    if getattr(text, language) is not None:
        return language
    if text.plain is not None:
        return prevailing
    return next(other for other in LANGUAGES if other != language)


def _title(figures: View, language: str) -> str:
    name = clean(figures.organization.get(language), NAME)
    return f"{name} · {labels.LABELS['page'].get(language)}"


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup, escape

    def finalize(value: Any) -> Any:
        return clean(value) if type(value) is str else value

    def path(value: str) -> Markup:
        """A path that may break after each slash."""
        return Markup("/<wbr>").join(escape(part) for part in clean(value).split("/"))

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=finalize,
    )
    environment.filters["path"] = path
    return environment
