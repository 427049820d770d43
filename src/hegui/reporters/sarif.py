"""The result as SARIF 2.1.0, within what GitHub's code scanning reads.

Columns count code points. What a waiver accepts is there, suppressed. A file of a shipped pack
lies outside the repository, so it is never the primary location.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from hegui import __version__
from hegui.engine.baseline import Comparison, Outdated, Standing
from hegui.engine.result import Result, shipped
from hegui.findings.finding import Finding, Status
from hegui.reporters.json import dump
from hegui.reporters.options import Options
from hegui.reporters.sarif_rules import LEVELS, descriptors
from hegui.reporters.standing import leaving, outdated_count, renewal, standing
from hegui.reporters.view import accepted_by, hidden, shown_findings
from hegui.reporters.words import authority_data, counted
from hegui.source.bilingual import Text, both
from hegui.source.place import Place, Related

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
_IN_PACK = both("规则包中的位置", "the place in the pack")

MAX_RESULTS = 25_000
"""More than these are refused; the gravest are kept."""
MAX_RELATED = 100
"""More related locations of one result are not shown."""

MAX_OUTDATED = 1_000
"""More entries that have to leave the baseline are only counted."""

_PLACEHOLDER = re.compile(r"\{[0-9]+\}")
_BRACKET = re.compile(r"[\\\[\]]")

Json = dict[str, Any]


def report(result: Result, options: Options) -> str:
    """One run with all findings to show, waived ones suppressed."""
    shown = shown_findings(result, options)
    findings = _gravest(result, shown)
    named = {finding.rule for finding in findings}
    rules = descriptors(named, result.rules, options.language)
    order = {rule["id"]: position for position, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "hegui", "version": __version__, "rules": rules}},
        "invocations": [_invocation(result, options, len(shown) - len(findings))],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": both("仓库根目录", "the root").get(options.language)}}
        },
        "columnKind": "unicodeCodePoints",
        "language": _LANGUAGES[options.language],
        "results": [_result(result, one, order[one.rule], options.language) for one in findings],
        "properties": {
            "asOf": result.as_of.isoformat(timespec="seconds"),
            "failOn": options.fail_on.word,
            "authority": " ".join(authority_data(result).values()),
        },
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _gravest(result: Result, findings: Sequence[Finding]) -> Sequence[Finding]:
    """As many as may be sent, what fails before what is waived or known; still by place."""
    if len(findings) <= MAX_RESULTS:
        return findings
    ranked = sorted(findings, key=lambda one: (_accepted(result, one), -one.severity))
    kept = {id(finding) for finding in ranked[:MAX_RESULTS]}
    return [finding for finding in findings if id(finding) in kept]


def _accepted(result: Result, finding: Finding) -> bool:
    return finding.waiver is not None or standing(result, finding) is Standing.KNOWN


def _invocation(result: Result, options: Options, dropped: int) -> Json:
    """How the run went: not successful when something was not decided."""
    unknown = result.statuses[Status.NOT_ASSESSED]
    decided = not unknown and not result.repository.undecoded
    notes: list[tuple[str, Text]] = []
    if unknown:
        notes.append(("error", counted(unknown, "{} 项未能评估", "outcome", " not assessed")))
    if dropped:
        zh = "另有 {} 项发现超出上限，未列出"
        notes.append(("warning", counted(dropped, zh, "finding", " left out")))
    if options.below:
        notes.append(("note", hidden(result, options)))
    if result.outdated:
        notes.append(("error", _how_to_renew(result, options)))
    told: list[Json] = [
        {"level": level, "message": _message(text, options.language)} for level, text in notes
    ]
    return {
        "executionSuccessful": decided and bool(result.documents),
        "exitCode": int(result.exit(options.fail_on)),
        "toolExecutionNotifications": [
            *told,
            *(_outdated(one, options.language) for one in result.outdated[:MAX_OUTDATED]),
        ],
    }


def _how_to_renew(result: Result, options: Options) -> Text:
    count, command = outdated_count(result), renewal(options)
    zh, en = (
        f"{count.get(one)}{sign}{command.get(one)}" for one, sign in (("zh", "；"), ("en", "; "))
    )
    return both(zh, en)


def _outdated(one: Outdated, language: str) -> Json:
    """An entry that has to leave the baseline, at its line there."""
    place = one.place
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"artifactLocation": {"uri": _quoted(place.path)}, "region": region}
    return {
        "level": "error",
        "message": _message(leaving(one), language),
        "locations": [{"physicalLocation": location}],
    }


def _result(result: Result, finding: Finding, index: int, language: str) -> Json:
    place, related = _placed(result, finding)
    told: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": _message(finding.message, language),
        "locations": [_location(place)],
        "partialFingerprints": {"hegui/v1": finding.fingerprint},
        "properties": {
            "severity": finding.severity.word,
            "subject": str(finding.subject),
            "remedy": finding.remedy.get(language),
        },
    }
    if related:
        told["relatedLocations"] = [
            _location(one.place) | {"message": _message(one.label, language)}
            for one in list(dict.fromkeys(related))[:MAX_RELATED]
        ]
    if finding.waiver is not None:
        told["suppressions"] = [_suppression(result, finding, language)]
    if result.comparison is not None:
        told["baselineState"] = _state(result.comparison, finding)
    return told


def _state(comparison: Comparison, finding: Finding) -> str:
    """Its state, as the standard has it for each result of a run or for none.

    What became graver is new here, for pipelines stop at what is new.
    """
    if comparison.standing(finding) is not Standing.KNOWN:
        return "new"
    entry = comparison.entry(finding)
    same = entry is not None and entry.grade is finding.severity and finding.waiver is None
    return "unchanged" if same else "updated"


def _placed(result: Result, finding: Finding) -> tuple[Place, tuple[Related, ...]]:
    """The primary place, in the repository, and the related ones."""
    if not shipped(finding.place.path):
        return finding.place, finding.related
    pack = finding.place.path.removeprefix("pack:").partition("/")[0]
    settings = result.repository.settings
    position = next((n for n, used in enumerate(settings.packs) if used.id == pack), None)
    place = settings.document.place(() if position is None else ("packs", position))
    return place, (Related(finding.place, _IN_PACK), *finding.related)


def _location(place: Place) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(place.path),
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
            },
        }
    }


def _artifact(path: str) -> Mapping[str, str]:
    if shipped(path):
        return {"uri": "pack:" + _quoted(path.removeprefix("pack:"))}
    return {"uri": _quoted(path), "uriBaseId": _ROOT}


def _quoted(path: str) -> str:
    return quote(path, safe="/", errors="replace")


def _suppression(result: Result, finding: Finding, language: str) -> Json:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": accepted_by(result, finding).get(language),
    }


def _message(text: Text, language: str) -> Json:
    return {"text": escaped(text.get(language))}


def escaped(text: str) -> str:
    """A message in which nothing is a placeholder or a link (SARIF 2.1.0, 3.11.5 and 3.11.6).

    Other braces and brackets stay as they are: viewers show them unchanged.
    """
    text = _PLACEHOLDER.sub(r"{\g<0>}", text)
    return _BRACKET.sub(r"\\\g<0>", text) if "](" in text else text
