"""Findings for a person at a terminal: by file, with the source line, the verdict last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.reporters.closing import closing
from hegui.reporters.gates import lines as gate_lines
from hegui.reporters.harmless import harmless, one_line
from hegui.reporters.ink import BLUE, BOLD, DIM, GRADES, GREEN, MARKS, Ink
from hegui.reporters.layout import excerpt, wrap
from hegui.reporters.options import Options
from hegui.reporters.view import shown_findings
from hegui.reporters.words import REMEDY
from hegui.source.bilingual import both
from hegui.source.file import File
from hegui.source.place import Related

_NARROWEST = 40
_WIDEST_PROSE = 100
_HEAD = "  "
_BODY = "    "


def report(result: Result, options: Options) -> str:
    """The findings grouped by file, in the order of their lines, and the summary."""
    writer = _Writer(result.repository.files, options.language, Ink(options.color), options.width)
    if options.gate is None:
        lines = [*writer.files(shown_findings(result, options))]
    else:
        gate = result.gates[options.gate]
        lines = [*gate_lines(gate, result, options.language, writer.ink, writer.prose), ""]
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

    @property
    def width(self) -> int:
        """The width of source lines; a narrower terminal has to wrap by itself."""
        return max(self.columns, _NARROWEST)

    @property
    def prose(self) -> int:
        """The width of sentences, which are hard to read when very long."""
        return min(self.width, _WIDEST_PROSE)

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
        source = list(self.source(finding))
        yield from source
        margin = " " * len(str(finding.place.line)) if source else ""
        notes = [self.related(related) for related in finding.related]
        notes.append(REMEDY.get(self.language) + one_line(finding.remedy.get(self.language)))
        for position, note in enumerate(notes):
            yield from self.note(note, margin, last=position == len(notes) - 1)

    def head(self, finding: Finding) -> str:
        """Severity, rule and place, and the waiver that accepts it."""
        place = f"{finding.place.line}:{finding.place.column}"
        parts = [
            self.ink(finding.severity.title.get(self.language), GRADES[finding.severity]),
            self.ink(harmless(finding.rule), BOLD),
            self.ink(place, DIM),
        ]
        if finding.waiver is not None:
            waived = both(f"已豁免（{finding.waiver}）", f"waived ({finding.waiver})")
            parts.append(self.ink(harmless(waived.get(self.language)), GREEN))
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
