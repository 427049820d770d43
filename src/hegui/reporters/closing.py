"""The end of the text report: what was counted, as of when, by whose authority, the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegui.derive.score import STATES
from hegui.engine.result import Result
from hegui.model.naming import kind_title
from hegui.reporters.figures import percent
from hegui.reporters.flow import GAP, Count, flow
from hegui.reporters.ink import BOLD, DIM, GRADES, GREEN, RED, Ink
from hegui.reporters.layout import pad, width, wrap
from hegui.reporters.options import Options
from hegui.reporters.standing import BASELINE, LEAVE
from hegui.reporters.verdict import verdict
from hegui.reporters.view import hidden
from hegui.reporters.words import COLON, STATUSES, WAIVED, authority, instant
from hegui.source.bilingual import Text, both

_FINDINGS = both("发现", "Findings")
_OUTCOMES = both("判定", "Outcomes")
_DOCUMENTS = both("文档", "Documents")
_SCORE = both("得分", "Score")
_AS_OF = both("时点", "As of")
_AUTHORITY = both("依据", "Authority")
_SHOWN = both("范围", "Shown")
_VERDICT = both("结论", "Verdict")
_KNOWN, _NEW = both("已知", "known"), both("新发现", "new")
_LABELS = (_FINDINGS, BASELINE, _SCORE, _OUTCOMES, _DOCUMENTS, _AS_OF, _AUTHORITY, _SHOWN, _VERDICT)


def closing(result: Result, options: Options, ink: Ink, cells: int) -> Iterator[str]:
    """The lines of the summary, none wider than ``cells``."""
    language = options.language
    indent = max(width(label.get(language)) for label in _LABELS) + len(GAP)
    ruling = verdict(result, options.fail_on, options.gate)
    rows: list[tuple[Text, Iterable[str]]] = [
        (_FINDINGS, flow(_severities(result), language, ink, cells - indent)),
        (_OUTCOMES, flow(_statuses(result), language, ink, cells - indent)),
        (
            _SCORE,
            flow(
                _score(result),
                language,
                ink,
                cells - indent,
                percent(result.derived.headline.value),
            ),
        ),
        (_DOCUMENTS, flow(_documents(result), language, ink, cells - indent)),
        (_AS_OF, [instant(result.as_of)]),
        (_AUTHORITY, wrap(authority(result).get(language), cells - indent)),
    ]
    if result.baseline is not None:
        rows.insert(1, (BASELINE, flow(_baseline(result), language, ink, cells - indent)))
    if options.below:
        rows.append((_SHOWN, wrap(hidden(result, options).get(language), cells - indent)))
    text = f"{ruling.word.get(language)}{COLON.get(language)}{ruling.why.get(language)}"
    color = GREEN if ruling.passed else RED
    rows.append((_VERDICT, [ink(line, BOLD, color) for line in wrap(text, cells - indent)]))
    for label, lines in rows:
        head = ink(pad(label.get(language), indent), DIM)
        for line in lines:
            yield head + line
            head = " " * indent


def _severities(result: Result) -> Iterator[Count]:
    for severity, count in result.severities.items():
        yield severity.title, count, GRADES[severity]
    yield WAIVED, len(result.findings) - len(result.open), GREEN


def _baseline(result: Result) -> Iterator[Count]:
    yield _KNOWN, len(result.known), ""
    yield _NEW, len(result.new), RED
    yield LEAVE, len(result.outdated), RED


def _statuses(result: Result) -> Iterator[Count]:
    for status, count in result.statuses.items():
        yield STATUSES[status], count, ""


def _score(result: Result) -> Iterator[Count]:
    for state, count in result.derived.headline.counts.items():
        yield STATES[state], count, ""


def _documents(result: Result) -> Iterator[Count]:
    yield both("共", "total"), sum(result.documents.values()), ""
    for kind, count in result.documents.items():
        yield kind_title(kind), count, ""
