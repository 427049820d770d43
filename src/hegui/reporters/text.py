"""Findings for a person at a terminal: by file, with the source line, the verdict last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hegui.engine.baseline import Standing
from hegui.engine.remaining import remains
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.reporters.closing import closing
from hegui.reporters.gates import lines as gate_lines
from hegui.reporters.harmless import harmless, one_line
from hegui.reporters.ink import BLUE, BOLD, DIM, GRADES, GREEN, MARKS, RED, Ink
from hegui.reporters.layout import excerpt, wrap
from hegui.reporters.options import Options
from hegui.reporters.standing import LEAVE, NEW, leaving, mark, renewal, standing
from hegui.reporters.view import accepted_by, shown_findings
from hegui.reporters.words import REMEDY, WAIVER
from hegui.source.bilingual import Text, both
from hegui.source.file import File
from hegui.source.place import Related

_NARROWEST = 40
_WIDEST_PROSE = 100
_HEAD = "  "
_BODY = "    "
_ACCEPTED = both("基线已知或已豁免", "known or waived")
_FAILING = (Standing.NEW, Standing.GRAVER)


def report(result: Result, options: Options) -> str:
    """The findings grouped by file, in the order of their lines, and the summary."""
    writer = _Writer(
        result.repository.files, options.language, Ink(options.color), options.width, result
    )
    if options.gate is None:
        lines = [*writer.findings(shown_findings(result, options))]
    else:
        gate = result.gates[options.gate]
        lines = [*gate_lines(gate, result, options.language, writer.ink, writer.prose), ""]
    lines += writer.outdated(options)
    lines += closing(result, options, writer.ink, writer.prose)
    return "\n".join(lines) + "\n"


def list_findings(findings: Iterable[Finding], files: Mapping[str, File], language: str) -> str:
    """Findings alone, plain and without a summary: what is said where there is no result."""
    return "\n".join(_Writer(files, language, Ink(False)).files(findings)) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """How findings are written: in which language, how wide, with or without colour."""

    sources: Mapping[str, File]
    language: str
    ink: Ink
    columns: int = 80
    result: Result | None = None
    """What tells known findings from new ones, where there is a baseline."""

    @property
    def width(self) -> int:
        """The width of source lines; a narrower terminal has to wrap by itself."""
        return max(self.columns, _NARROWEST)

    @property
    def prose(self) -> int:
        """The width of sentences, which are hard to read when very long."""
        return min(self.width, _WIDEST_PROSE)

    def findings(self, findings: Sequence[Finding]) -> Iterator[str]:
        """All findings; with a baseline the new ones last, where the reader looks first."""
        if self.result is None or self.result.baseline is None:
            yield from self.files(findings)
            return
        new = [one for one in findings if standing(self.result, one) in _FAILING]
        rest = [one for one in findings if standing(self.result, one) not in _FAILING]
        for title, some in ((_ACCEPTED, rest), (NEW, new)):
            if some:
                yield from (self.title(title, len(some)), "")
                yield from self.files(some)

    def title(self, title: Text, count: int) -> str:
        """The heading above some findings."""
        number = both(f"{title.get('zh')}（{count}）", f"{title.get('en')} ({count})")
        return self.ink(number.get(self.language), BOLD)

    def outdated(self, options: Options) -> Iterator[str]:
        """What has to leave the baseline, at its places there, and how; whatever is shown."""
        if self.result is None or not self.result.outdated:
            return
        yield from (self.title(LEAVE, len(self.result.outdated)), "")
        for one in self.result.outdated:
            line = one_line(f"{one.place}  {leaving(one).get(self.language)}")
            yield from (f"{_HEAD}{part}" for part in wrap(line, self.prose - len(_HEAD)))
        command = one_line(renewal(options).get(self.language))
        yield from (f"{_HEAD}{self.ink(command, BOLD)}", "")

    def files(self, findings: Iterable[Finding]) -> Iterator[str]:
        """All findings, each file below its path."""
        for path, here in groupby(findings, lambda finding: finding.place.path):
            yield from (self.ink(harmless(path), BOLD), "")
            for finding in here:
                yield from (*self.finding(finding), "")

    def finding(self, finding: Finding) -> Iterator[str]:
        """The lines of one finding."""
        yield self.head(finding)
        for line in wrap(one_line(finding.message.get(self.language)), self.prose - len(_BODY)):
            yield _BODY + line
        if self.is_known(finding):
            return  # it was told in full when it was new; there may be very many
        source = list(self.source(finding))
        yield from source
        margin = " " * len(str(finding.place.line)) if source else ""
        notes = [self.related(related) for related in finding.related]
        notes.append(REMEDY.get(self.language) + one_line(finding.remedy.get(self.language)))
        notes += self.standing(finding)
        for position, note in enumerate(notes):
            yield from self.note(note, margin, last=position == len(notes) - 1)

    def standing(self, finding: Finding) -> Iterator[str]:
        """Who waived it, why and until when; else the actions that mend it, and if nobody may."""
        if self.result is None:
            return
        if finding.waiver is not None:
            by = accepted_by(self.result, finding)
            yield WAIVER.get(self.language) + one_line(by.get(self.language))
        elif (told := remains(finding, self.result)) is not None:
            yield one_line(told.get(self.language))

    def is_known(self, finding: Finding) -> bool:
        """Whether the baseline knows a finding."""
        return self.result is not None and standing(self.result, finding) is Standing.KNOWN

    def head(self, finding: Finding) -> str:
        """Severity, rule and place, and the waiver or baseline that accepts it."""
        place = f"{finding.place.line}:{finding.place.column}"
        parts = [
            self.ink(finding.severity.title.get(self.language), GRADES[finding.severity]),
            self.ink(harmless(finding.rule), BOLD),
            self.ink(place, DIM),
        ]
        if finding.waiver is not None:
            waived = both(f"已豁免（{finding.waiver}）", f"waived ({finding.waiver})")
            parts.append(self.ink(harmless(waived.get(self.language)), GREEN))
        elif self.result is not None and (told := mark(self.result, finding)) is not None:
            known = self.is_known(finding)
            parts.append(self.ink(told.get(self.language), GREEN if known else RED))
        return _HEAD + "  ".join(parts)

    def source(self, finding: Finding) -> Iterator[str]:
        """The source line and a mark below the place in it, where there is a line to show."""
        place = finding.place
        file = self.sources.get(place.path)
        line = file.line(place.line) if file else ""
        if not line.strip():
            return
        number = str(place.line)
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        room = self.width - len(_BODY) - len(number) - len(" │ ")
        shown = excerpt(line, place.column - 1, end, room)
        mark = self.ink("^" * shown.length, MARKS[finding.severity])
        bar = self.ink("│", BLUE)
        yield f"{_BODY}{self.ink(number, BLUE)} {bar} {shown.text}"
        yield f"{_BODY}{' ' * len(number)} {bar} {' ' * shown.start}{mark}"

    def related(self, related: Related) -> str:
        """A second place and what it is."""
        place, label = harmless(str(related.place)), one_line(related.label.get(self.language))
        return both(f"参见 {place}（{label}）", f"See {place} ({label})").get(self.language)

    def note(self, note: str, margin: str, last: bool) -> Iterator[str]:
        """A note below the source line, dimmed, hanging from its margin."""
        first, rest = ("└ " if last else "├ "), ("  " if last else "│ ")
        start = f"{_BODY}{margin}{' ' if margin else ''}"
        for position, line in enumerate(wrap(note, self.prose - len(start) - len(first))):
            yield start + self.ink(rest if position else first, BLUE) + self.ink(line, DIM)
