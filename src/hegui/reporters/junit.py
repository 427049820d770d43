"""The result as JUnit XML: a suite for each rule, a case for each subject, passes too.

The schema (JUnit.xsd) wants times and a host; they are those of the data, never of the run,
so that the same commit gives the same bytes.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from hegui import __version__
from hegui.engine.baseline import Outdated, Standing
from hegui.engine.result import Result
from hegui.findings.finding import Finding, Outcome, Status
from hegui.reporters.harmless import harmless, one_line
from hegui.reporters.options import Options
from hegui.reporters.standing import KNOWN, LEAVE, leaving, mark, renewal, standing
from hegui.reporters.view import accepted_by, shown_outcomes
from hegui.reporters.words import COLON, REMEDY, STATUSES, authority_data

_SKIPPED = (Status.WAIVED, Status.NOT_DUE, Status.NOT_APPLICABLE)


def report(result: Result, options: Options) -> str:
    """All outcomes to show as test cases."""
    root = ET.Element("testsuites")
    outcomes = shown_outcomes(result, options)
    number = 0
    for rule, group in groupby(outcomes, lambda outcome: outcome.rule):
        root.append(_suite(result, options, number, rule, list(group)))
        number += 1
    if result.outdated:
        root.append(_outdated(result, options, number))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(
    result: Result, options: Options, number: int, rule: str, outcomes: list[Outcome]
) -> ET.Element:
    counts = Counter(outcome.status for outcome in outcomes)
    known = sum(_is_known(result, outcome) for outcome in outcomes)
    suite = _empty(
        result,
        options,
        id=str(number),
        name=harmless(rule),
        tests=str(len(outcomes)),
        failures=str(counts[Status.FAILED] - known),
        errors=str(counts[Status.NOT_ASSESSED]),
        skipped=str(sum(counts[status] for status in _SKIPPED) + known),
    )
    for name, outcome in _named(outcomes):
        case = ET.SubElement(suite, "testcase", name=name, classname=harmless(rule), time="0")
        _told(case, result, outcome, options.language)
    ET.SubElement(suite, "system-out")
    ET.SubElement(suite, "system-err")
    return suite


def _empty(result: Result, options: Options, **attributes: str) -> ET.Element:
    """A suite without cases, for the same instant and host as all others."""
    suite = ET.Element(
        "testsuite",
        {
            "id": attributes["id"],
            "package": "hegui",
            "name": attributes["name"],
            "timestamp": result.as_of.strftime("%Y-%m-%dT%H:%M:%S"),
            "hostname": "localhost",
            "tests": attributes["tests"],
            "failures": attributes["failures"],
            "errors": attributes["errors"],
            "skipped": attributes["skipped"],
            "time": "0",
        },
    )
    _properties(suite, result, options)
    return suite


def _outdated(result: Result, options: Options, number: int) -> ET.Element:
    """A suite for what has to leave the baseline: each entry fails, whatever is shown."""
    count = str(len(result.outdated))
    suite = _empty(
        result, options, id=str(number), name="baseline",
        tests=count, failures=count, errors="0", skipped="0",
    )  # fmt: skip
    for one in result.outdated:
        name = harmless(f"{one.entry.rule} {one.entry.subject} {one.entry.fingerprint}")
        case = ET.SubElement(suite, "testcase", name=name, classname="baseline", time="0")
        _leaving(case, one, renewal(options).get(options.language), options.language)
    ET.SubElement(suite, "system-out")
    ET.SubElement(suite, "system-err")
    return suite


def _leaving(case: ET.Element, one: Outdated, command: str, language: str) -> None:
    message = f"{LEAVE.get(language)}{COLON.get(language)}{leaving(one).get(language)}"
    failure = ET.SubElement(case, "failure", type=one.entry.severity, message=one_line(message))
    failure.text = f"{harmless(str(one.place))}\n{one_line(command)}"


def _is_known(result: Result, outcome: Outcome) -> bool:
    """Whether nothing of what failed is new."""
    return outcome.status is Status.FAILED and not _failing(result, outcome)


def _failing(result: Result, outcome: Outcome) -> list[Finding]:
    """The findings that neither a waiver accepts nor the baseline knows."""
    return [
        one
        for one in outcome.findings
        if one.waiver is None and standing(result, one) is not Standing.KNOWN
    ]


def _properties(suite: ET.Element, result: Result, options: Options) -> None:
    properties = ET.SubElement(suite, "properties")
    for name, value in (
        ("hegui", __version__),
        ("as_of", result.as_of.isoformat(timespec="seconds")),
        ("fail_on", options.fail_on.word),
        ("authority", harmless(" ".join(authority_data(result).values()))),
    ):
        ET.SubElement(properties, "property", name=name, value=value)


def _named(outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Outcome]]:
    """Outcomes with names that differ, though several problems of a file have one subject."""
    seen: Counter[str] = Counter()
    for outcome in outcomes:
        name = harmless(str(outcome.subject))
        seen[name] += 1
        yield (f"{name} #{seen[name]}" if seen[name] > 1 else name), outcome


def _told(case: ET.Element, result: Result, outcome: Outcome, language: str) -> None:
    """What the case says unless it passed."""
    reason = one_line((outcome.reason or STATUSES[outcome.status]).get(language))
    if _is_known(result, outcome):
        skipped = ET.SubElement(case, "skipped", message=_knowing(outcome, language))
        skipped.text = "\n\n".join(_finding(result, one, language) for one in outcome.findings)
    elif outcome.status is Status.FAILED:
        failed = _failing(result, outcome)
        worst = max(failed, key=lambda finding: finding.severity)
        message = one_line(failed[0].message.get(language))
        more = f" (+{len(failed) - 1})" if len(failed) > 1 else ""
        failure = ET.SubElement(case, "failure", type=worst.severity.word, message=message + more)
        failure.text = "\n\n".join(_finding(result, one, language) for one in failed)
    elif outcome.status is Status.NOT_ASSESSED:
        ET.SubElement(case, "error", type=outcome.status.value, message=reason)
    elif outcome.status is Status.WAIVED:
        skipped = ET.SubElement(case, "skipped", message=_waivers(result, outcome, language))
        skipped.text = "\n\n".join(_finding(result, one, language) for one in outcome.findings)
    elif outcome.status in _SKIPPED:
        ET.SubElement(case, "skipped", message=reason)


def _knowing(outcome: Outcome, language: str) -> str:
    """What is known, in a line."""
    message = one_line(outcome.findings[0].message.get(language))
    more = f" (+{len(outcome.findings) - 1})" if len(outcome.findings) > 1 else ""
    return f"{KNOWN.get(language)}{COLON.get(language)}{message}{more}"


def _finding(result: Result, finding: Finding, language: str) -> str:
    """One finding in lines of plain text."""
    told = mark(result, finding)
    known = f"  {told.get(language)}" if told else ""
    lines = [harmless(str(finding.place)) + known, one_line(finding.message.get(language))]
    for related in finding.related:
        lines.append(f"{harmless(str(related.place))} {one_line(related.label.get(language))}")
    return "\n".join([*lines, REMEDY.get(language) + one_line(finding.remedy.get(language))])


def _waivers(result: Result, outcome: Outcome, language: str) -> str:
    """The waivers that accept an outcome, with their reasons."""
    told = (accepted_by(result, finding).get(language) for finding in outcome.findings)
    return "; ".join(dict.fromkeys(one_line(one) for one in told))
