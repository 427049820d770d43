"""The result as GitHub's Markdown: a job summary or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hegui.derive.gate import LACKS
from hegui.engine.baseline import CAUSES, Standing
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.findings.severity import Severity
from hegui.model.naming import kind_title
from hegui.reporters.escape import markdown
from hegui.reporters.gates import Teller, headline, notes, title
from hegui.reporters.options import Options
from hegui.reporters.standing import KNOWN, LEAVE, NEW, mark, renewal
from hegui.reporters.verdict import verdict
from hegui.reporters.view import accepted_by, hidden, shown_findings
from hegui.reporters.words import COLON, STATUSES, WAIVED, authority, counted, instant
from hegui.source.bilingual import Text, both

MAX_ROWS = 55_000
"""Code points of all rows; a comment may have 65,536. What does not fit is counted."""

MAX_OUTDATED = 50
"""Entries that have to leave the baseline; the others are counted."""

_FOLDED = (Severity.LOW, Severity.INFO)
_TITLE = both("合规检查：", "Compliance check: ")
_STOP = both("。", ".")
_NUMBER = both("（{}）", " ({})")
_DETAILS = both("本次检查", "This check")
_PLACE, _RULE = both("位置", "Place"), both("规则", "Rule")
_FINDING, _REMEDY = both("发现", "Finding"), both("整改", "Remedy")
_WAIVER = both("豁免", "Waiver")
_SUBJECT, _REASON = both("对象", "Subject"), both("原因", "Reason")
_OUTCOMES, _DOCUMENTS = both("判定", "Outcomes"), both("文档", "Documents")
_WHAT, _LACK = both("要求", "Asked"), both("状态", "State")
_OWNER, _NOTES = both("责任部门", "Owed by"), both("说明", "Notes")
_AS_OF, _AUTHORITY = both("时点", "As of"), both("依据", "Authority")


def report(result: Result, options: Options) -> str:
    """The verdict, the findings from the gravest down, the waived ones, what was counted."""
    return "\n".join(_Page(result, options).lines()) + "\n"


class _Page:
    """What is written, and how much more may be."""

    def __init__(self, result: Result, options: Options) -> None:
        self.result = result
        self.options = options
        self.room = MAX_ROWS
        self.left_out = 0

    def say(self, text: Text) -> str:
        """Our own wording in the language of the report."""
        return text.get(self.options.language)

    def quote(self, text: Text) -> str:
        """Wording that may hold text from documents."""
        return markdown(text.get(self.options.language))

    def lines(self) -> Iterator[str]:
        """The lines of the page."""
        ruling = verdict(self.result, self.options.fail_on, self.options.gate)
        mark = "✅" if ruling.passed else "❌"
        yield f"## {mark} {self.say(_TITLE)}{self.say(ruling.word)}"
        yield from (
            "",
            _sentence(self.say(ruling.why)) + self.say(_STOP),
            "",
            self.severities(),
            "",
        )
        yield from self.gate()
        shown = shown_findings(self.result, self.options)
        yield from self.outdated()
        new = [one for one in shown if one.waiver is None and not self.is_known(one)]
        for severity in reversed(Severity):
            findings = [one for one in new if one.severity is severity]
            heads = (_PLACE, _RULE, _FINDING, _REMEDY)
            yield from self.section(severity.title, heads, findings, folded=severity in _FOLDED)
        known = [one for one in shown if one.waiver is None and self.is_known(one)]
        heads = (_PLACE, _RULE, _FINDING, _REMEDY)
        yield from self.section(KNOWN, heads, known, folded=True)
        waived = [one for one in shown if one.waiver is not None]
        yield from self.section(WAIVED, (_PLACE, _RULE, _FINDING, _WAIVER), waived, folded=True)
        if self.left_out:
            text = counted(self.left_out, "另有 {} 项发现未列出", "more finding")
            yield from (f"**{self.say(text)}**", "")
        yield from self.details()

    def is_known(self, finding: Finding) -> bool:
        """Whether the baseline knows an open finding."""
        return self.result.standing(finding) is Standing.KNOWN

    def outdated(self) -> Iterator[str]:
        """What has to leave the baseline, and the command; nothing where nothing has to."""
        if not self.result.outdated:
            return
        number = self.say(_NUMBER).format(len(self.result.outdated))
        yield from (f"### {_sentence(self.say(LEAVE))}{number}", "")
        yield from (self.quote(renewal(self.options)), "")
        yield _row(self.say(head) for head in (_PLACE, _RULE, _SUBJECT, _REASON))
        yield _row("---" for _ in range(4))
        for one in self.result.outdated[:MAX_OUTDATED]:
            told = (str(one.place), one.entry.rule, one.entry.subject)
            cells = [f"<code>{markdown(cell)}</code>" for cell in told]
            yield _row((*cells, self.say(CAUSES[one.cause])))
        if (more := len(self.result.outdated) - MAX_OUTDATED) > 0:
            yield from ("", self.say(both(f"另有 {more} 项", f"and {more} more")))
        yield ""

    def gate(self) -> Iterator[str]:
        """What the asked gate lacks, as a table; nothing where none was asked."""
        if self.options.gate is None:
            return
        gate = self.result.gates[self.options.gate]
        teller = Teller(gate, self.result, self.options.language)
        yield from (f"### {self.quote(title(gate, teller))}", "")
        yield from (f"**{self.quote(headline(gate))}**", "")
        if not gate.points:
            return
        yield _row(self.say(head) for head in (_WHAT, _LACK, _OWNER, _NOTES))
        yield _row("---" for _ in range(4))
        for point in (*gate.missing, *gate.conditions):
            yield _row(
                (
                    markdown(teller.name(point)),
                    self.say(LACKS[point.lack]),
                    markdown(teller.owner(point.owner)),
                    "<br>".join(
                        markdown(note) for note in (str(teller.place(point)), *notes(point, teller))
                    ),
                )
            )
        yield ""

    def section(
        self, title: Text, heads: Sequence[Text], findings: Sequence[Finding], folded: bool
    ) -> Iterator[str]:
        """Findings as a table with its heading; nothing where there is none."""
        rows = list(self.rows(findings))
        if not rows:
            return
        heading = _sentence(self.say(title)) + self.say(_NUMBER).format(len(findings))
        yield from (f"<details><summary>{heading}</summary>" if folded else f"### {heading}", "")
        yield _row(self.say(head) for head in heads)
        yield _row("---" for _ in heads)
        yield from (*rows, "", *(("</details>", "") if folded else ()))

    def rows(self, findings: Iterable[Finding]) -> Iterator[str]:
        """The rows of findings, as long as there is room."""
        for finding in findings:
            last = finding.remedy if finding.waiver is None else accepted_by(self.result, finding)
            place, rule = markdown(str(finding.place)), markdown(finding.rule)
            message = self.quote(finding.message)
            if self.result.standing(finding) is Standing.GRAVER:
                told = mark(self.result, finding)
                message += f"<br>{self.quote(told)}" if told else ""
            row = _row((f"<code>{place}</code>", f"<code>{rule}</code>", message, self.quote(last)))
            self.room -= len(row)
            if self.room < 0:
                self.left_out += 1
            else:
                yield row

    def severities(self) -> str:
        """How many open findings there are of each severity, and how many are accepted."""
        counts = [(severity.title, count) for severity, count in self.result.severities.items()]
        waived = len(self.result.findings) - len(self.result.open)
        counts.append((WAIVED, waived))
        if self.result.baseline is not None:
            counts += [(KNOWN, len(self.result.known)), (NEW, len(self.result.new))]
        return f"**{self.counts(counts)}**"

    def counts(self, counts: Iterable[tuple[Text, int]]) -> str:
        """Numbers with their names, in one line."""
        return " · ".join(f"{self.say(title)} {count}" for title, count in counts)

    def details(self) -> Iterator[str]:
        """What was counted, as of when, by whose authority."""
        statuses = [(STATUSES[status], count) for status, count in self.result.statuses.items()]
        documents = [(kind_title(kind), count) for kind, count in self.result.documents.items()]
        yield from (f"<details><summary>{self.say(_DETAILS)}</summary>", "")
        for label, text in (
            (_OUTCOMES, self.counts(statuses)),
            (_DOCUMENTS, self.counts(documents)),
            (_AS_OF, instant(self.result.as_of)),
            (_AUTHORITY, self.quote(authority(self.result))),
        ):
            yield f"- {self.say(label)}{self.say(COLON)}{text}"
        if self.options.below:
            yield f"- {self.quote(hidden(self.result, self.options))}"
        yield from ("", "</details>")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
