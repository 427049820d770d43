"""The good and bad cases of a rule: small repositories, and what is found in each of them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from hegui.findings.finding import Status
from hegui.findings.message import fill
from hegui.loading.suggest import did_you_mean
from hegui.model.moment import Moment, parse_moment
from hegui.rules.registry import cases_path
from hegui.rules.rule import Rule
from hegui.source.bilingual import LANGUAGES, Text, both
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

Made = TypeVar("Made")

_NO_MAPPING = both("应为映射，如 {keys}：…", "write a mapping, as {keys}: …")
_NO_LIST = both("应为列表；没有发现就写 []", "write a list; [] where nothing is found")
_NO_KEY = both("没有“{word}”这个字段。{hint}", "there is no field “{word}”. {hint}")
_MISSING = both("缺少“{word}”", "“{word}” is missing")
_NO_TEXT = both(
    "应为文字，实际为 {word}；有冒号、逗号的加引号",
    "write text, not {word}; quote colons and commas",
)
_NO_NUMBER = both("应为自 1 起的整数，实际为 {word}", "write a whole number from 1, not {word}")
_NO_MOMENT = both(
    "应为日期（2026-11-23）或带时区的时刻（2026-11-23T16:40+08:00），实际为 {word}",
    "write a date (2026-11-23) or an instant with zone (2026-11-23T16:40+08:00), not {word}",
)
_NO_STATUS = both(
    "没有结论“{word}”，应为 {words} 之一。{hint}",
    "there is no outcome “{word}”; it is one of {words}. {hint}",
)
_COMMA = both("逗号没有加引号：{word}", "a comma without quotes: {word}")
_NO_BASE64 = both("不是 base64 编码", "this is not base64")
_OUTSIDE = both("不是仓库之内的路径：{word}", "not a path inside the repository: {word}")

_BASE = Path(__file__).parent / "base.yaml"
_BASE_PATH = "controls/obligations/base.yaml"


class BadCase(ValueError):
    """A case that is not written rightly: what is wrong, and at which path within the case."""

    def __init__(self, problem: Text, *at: str | int) -> None:
        super().__init__(problem.get("en"))
        self.problem, self.at = problem, at

    def below(self, *at: str | int) -> BadCase:
        """The same of what stands at ``at`` in something greater."""
        return BadCase(self.problem, *at, *self.at)


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


_KEYS = tuple(one.name for one in fields(Case))
_EXPECTED = tuple(one.name for one in fields(Expected))


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
        raise BadCase(_plain(f"{rule.id}: {error}")) from error
    parsed = parse(File(path.name, text))
    if parsed.problems:
        raise BadCase(_plain(f"{rule.id}: {parsed.problems[0]}"))
    return tuple(case_of(document.data) for document in parsed.documents)


def case_of(data: Mapping[str, Any]) -> Case:
    """The case that a mapping describes; `BadCase` where it does not."""
    _known(data, _KEYS, ("name", "expect"))
    path = _at("path", _inside, data.get("path", PATH))
    makers: dict[str, Callable[[Any], Any]] = {
        "name": _text,
        "expect": lambda value: tuple(_each(value, lambda one: _expected(one, path))),
        "settings": _string,
        "as_of": moment,
        "path": _inside,
        "documents": _string,
        "files": _files,
        "base": _files,
        "outcomes": _outcomes,
        "also": lambda value: frozenset(_each(value, _string)),
        "made_by": _string,
    }
    return Case(**{name: _at(name, makers[name], value) for name, value in data.items()})


def moment(text: Any) -> Moment:
    """The date or instant in ``text``."""
    found = parse_moment(_string(text))
    if found is None:
        raise BadCase(_said(_NO_MOMENT, word=text))
    return found


def good(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases in which nothing is found."""
    return tuple(case for case in cases if not case.expect)


def bad(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases in which something is found."""
    return tuple(case for case in cases if case.expect)


def _expected(data: Any, path: str) -> Expected:
    _known(data, _EXPECTED, ("line",))
    makers: dict[str, Callable[[Any], Any]] = {
        "line": _count,
        "column": _count,
        "path": _string,
        "message": _text,
        "remedy": _text,
    }
    read = {name: _at(name, makers[name], value) for name, value in data.items()}
    return Expected(**{"path": path, **read})


def _known(data: Any, keys: Iterable[str], needed: Iterable[str]) -> None:
    """Refuse what is no mapping, has a key that means nothing, or lacks one that it needs."""
    if not isinstance(data, Mapping):
        raise BadCase(_said(_NO_MAPPING, keys="、".join(keys)))
    for name in data:
        if name not in keys:
            hint = did_you_mean(str(name), keys)
            raise BadCase(fill(_NO_KEY, {"word": str(name), "hint": hint}), name)
    for name in needed:
        if name not in data:
            raise BadCase(_said(_MISSING, word=name))


def _at(name: str | int, make: Callable[[Any], Made], value: Any) -> Made:
    """What ``make`` reads; what it refuses stands at ``name``."""
    try:
        return make(value)
    except BadCase as bad:
        raise bad.below(name) from None


def _each(value: Any, make: Callable[[Any], Made]) -> Iterator[Made]:
    if not isinstance(value, list | tuple):
        raise BadCase(_NO_LIST)
    for position, one in enumerate(value):
        yield _at(position, make, one)


def _text(value: Any) -> Text:
    """Text for people; a comma that wants quotes makes a language of what stands behind it."""
    if isinstance(value, Mapping) and value.keys() - set(LANGUAGES):
        raise BadCase(_said(_COMMA, word=dict(value)))
    if isinstance(value, Mapping) and value and all(isinstance(w, str) for w in value.values()):
        return Text.of(value)
    return Text.of(_string(value))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise BadCase(_said(_NO_TEXT, word=value))
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise BadCase(_said(_NO_NUMBER, word=value))
    return value


def _outcomes(value: Any) -> dict[str, Status]:
    if not isinstance(value, Mapping):
        raise BadCase(_said(_NO_MAPPING, keys="kind/id"))
    return {name: _at(name, _status, one) for name, one in value.items()}


def _status(value: Any) -> Status:
    words = [str(one) for one in Status]
    if value not in words:
        told = {"word": str(value), "words": words, "hint": did_you_mean(str(value), words)}
        raise BadCase(fill(_NO_STATUS, told))
    return Status(value)


def _files(value: Any) -> dict[str, str | bytes]:
    if not isinstance(value, Mapping):
        raise BadCase(_said(_NO_MAPPING, keys=PATH))
    return {_inside(name): _at(name, _content, one) for name, one in value.items()}


def _content(value: Any) -> str | bytes:
    if isinstance(value, Mapping) and value.keys() == {"base64"}:
        try:
            return b64decode(value["base64"], validate=True)
        except (TypeError, ValueError):
            raise BadCase(_NO_BASE64, "base64") from None
    return _string(value)


def _inside(path: Any) -> str:
    """A path that stays where it is told to: cases also come from people not yet trusted."""
    parts = PurePosixPath(_string(path)).parts
    if not parts or ".." in parts or path.startswith("/") or "\\" in path or ":" in path:
        raise BadCase(_said(_OUTSIDE, word=path))
    return str(path)


def _said(frame: Text, **values: object) -> Text:
    return fill(frame, {name: str(value) for name, value in values.items()})


def _plain(words: str) -> Text:
    return both(words, words)
