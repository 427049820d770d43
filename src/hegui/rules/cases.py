"""The good and bad cases of a rule: small repositories, and what is found in each of them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from hegui.findings.finding import Status
from hegui.model.moment import Moment, parse_moment
from hegui.rules.registry import cases_path
from hegui.rules.rule import Rule
from hegui.source.bilingual import LANGUAGES, Text
from hegui.source.file import File
from hegui.source.parse import parse

PATH = "controls/case.yaml"
"""Where the documents of a case stand, unless it says otherwise."""

SETTINGS_PATH = "hegui.yaml"
SETTINGS = """\
organization: acme
languages: [zh, en]
time_zone: Asia/Shanghai
"""
"""The settings of a case that has none of its own."""

AS_OF = "2026-11-23"
"""The instant at which a case is judged, unless it says otherwise."""

_BASE = Path(__file__).parent / "base.yaml"
_BASE_PATH = "controls/obligations/base.yaml"


class BadCase(ValueError):
    """A case that is not written rightly."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One finding that a case expects; what is left open is not compared."""

    line: int
    column: int | None = None
    path: str = PATH
    message: Text | None = None
    remedy: Text | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A repository, the instant at which it is judged, and all that the rule finds in it.

    ``base`` holds the files that were different in the base, the common ones aside; without it
    no base is named.
    ``outcomes`` says of some subjects (``kind/id``) what becomes of the rule on them. ``also``
    names the rules about reading that find something in passing. Where the cause cannot be
    written as text, ``made_by`` names the function of the tests that makes it.
    """

    name: Text
    expect: tuple[Expected, ...]
    settings: str | None = None
    as_of: Moment = field(default_factory=lambda: moment(AS_OF))
    path: str = PATH
    documents: str | None = None
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    base: Mapping[str, str | bytes] | None = None
    outcomes: Mapping[str, Status] = field(default_factory=dict)
    also: frozenset[str] = frozenset()
    made_by: str | None = None

    @property
    def own(self) -> dict[str, str | bytes]:
        """The files that the case itself gives, by their path from the root."""
        texts = {SETTINGS_PATH: self.settings, self.path: self.documents}
        return {path: text for path, text in texts.items() if text is not None} | dict(self.files)

    @property
    def contents(self) -> dict[str, bytes]:
        """Every file of the repository, the common ones too."""
        return _whole(self.own)

    @property
    def base_contents(self) -> dict[str, bytes] | None:
        """Every file of the base, the common ones too; ``None`` where no base is named."""
        return None if self.base is None else _whole(self.base)


def _whole(own: Mapping[str, str | bytes]) -> dict[str, bytes]:
    common: dict[str, str | bytes] = {SETTINGS_PATH: SETTINGS, _BASE_PATH: _BASE.read_bytes()}
    return {
        path: text.encode() if isinstance(text, str) else text
        for path, text in {**common, **own}.items()
    }


def cases_of(rule: Rule) -> tuple[Case, ...]:
    """The cases of a rule; `BadCase` where its file is missing, or they are not written rightly."""
    if rule.declared is not None:
        return tuple(case_of(data) for data in rule.declared.cases)
    path = cases_path(rule)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadCase(f"{rule.id}: {error}") from error
    parsed = parse(File(path.name, text))
    if parsed.problems:
        raise BadCase(f"{rule.id}: {parsed.problems[0]}")
    return tuple(case_of(document.data) for document in parsed.documents)


def case_of(data: Mapping[str, Any]) -> Case:
    """The case that a mapping describes; `BadCase` where it does not."""
    path = data.get("path", PATH)
    makers: dict[str, Callable[[Any], Any]] = {
        "name": _text,
        "expect": lambda value: tuple(_expected(one, path) for one in value),
        "as_of": moment,
        "path": _inside,
        "files": _files,
        "base": _files,
        "outcomes": lambda value: {name: Status(one) for name, one in value.items()},
        "also": frozenset,
    }
    try:
        return Case(**{name: makers.get(name, _same)(value) for name, value in data.items()})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadCase(f"{data.get('name')}: {error}") from error


def moment(text: str) -> Moment:
    """The date or instant in ``text``."""
    found = parse_moment(text)
    if found is None:
        raise BadCase(f"neither a date nor an instant: {text}")
    return found


def good(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases in which nothing is found."""
    return tuple(case for case in cases if not case.expect)


def bad(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases in which something is found."""
    return tuple(case for case in cases if case.expect)


def _expected(data: Mapping[str, Any], path: str) -> Expected:
    texts = {name: _text(data[name]) for name in ("message", "remedy") if name in data}
    return Expected(**{"path": path, **data, **texts})


def _text(value: str | Mapping[str, str]) -> Text:
    """Text for people; a comma that wants quotes makes a language of what stands behind it."""
    if not isinstance(value, str) and value.keys() - set(LANGUAGES):
        raise BadCase(f"a comma without quotes: {dict(value)}")
    return Text.of(value)


def _files(value: Mapping[str, str | Mapping[str, str]]) -> dict[str, str | bytes]:
    return {_inside(name): _content(one) for name, one in value.items()}


def _content(value: str | Mapping[str, str]) -> str | bytes:
    return value if isinstance(value, str) else b64decode(value["base64"], validate=True)


def _inside(path: str) -> str:
    """A path that stays where it is told to: cases also come from people not yet trusted."""
    parts = PurePosixPath(path).parts
    if not parts or ".." in parts or path.startswith("/") or "\\" in path or ":" in path:
        raise BadCase(f"not a path inside the repository: {path}")
    return path


def _same(value: Any) -> Any:
    return value
