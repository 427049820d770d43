"""The result as JSON: a contract for machines, with the published ``result.schema.json``."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hegui import __version__
from hegui.engine.remaining import due_day, remaining
from hegui.engine.result import Result
from hegui.findings.finding import Finding, Outcome, Status, Subject
from hegui.findings.severity import Severity
from hegui.model.waiver import Waiver
from hegui.reporters.figures import score_data
from hegui.reporters.gates import gate_data
from hegui.reporters.harmless import UNSEEN
from hegui.reporters.options import Options
from hegui.reporters.standing import counts, standing
from hegui.reporters.view import shown_findings, shown_outcomes, waived_until
from hegui.reporters.words import authority_data

SCHEMA = Path(__file__).with_name("result.schema.json")

Json = dict[str, Any]

_UNSEEN = re.compile(f"(?!\n)[{UNSEEN}]")


def report(result: Result, options: Options) -> str:
    """The result by the contract: stable order, paths relative to the repository's root."""
    findings = shown_findings(result, options)
    data: Json = {
        "hegui": __version__,
        "as_of": result.as_of.isoformat(timespec="seconds"),
        "exit": int(result.exit(options.fail_on, options.gate)),
        "fail_on": options.fail_on.word,
        "authority": authority_data(result),
        "summary": _summary(result),
        "score": score_data(result.derived.headline),
        "not_assessed": _not_assessed(result, options.language),
        "not_shown": len(result.findings) - len(findings),
        "findings": [_finding(result, one, options.language) for one in findings],
    }
    if result.baseline is not None:
        data["baseline"] = _baseline(result)
    if options.gate is not None:
        data["gate"] = gate_data(result.gates[options.gate], result, options.language)
    if options.outcomes:
        outcomes = shown_outcomes(result, options)
        data["outcomes"] = [_outcome(outcome, options.language) for outcome in outcomes]
    return dump(data)


def result_schema() -> Json:
    """The JSON Schema 2020-12 that every report is valid against."""
    schema: Json = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return schema


def dump(data: object) -> str:
    """``data`` as JSON for a person's eyes too: what cannot be seen is written as an escape."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"


def _summary(result: Result) -> Json:
    summary: Json = {
        "documents": dict(result.documents),
        "outcomes": {_word(status): count for status, count in result.statuses.items()},
        "findings": _grades(result.severities),
    }
    if result.baseline is not None:
        known, new = counts(result)
        summary |= {"known": _grades(known), "new": _grades(new)}
    return summary


def _grades(counted: Mapping[Severity, int]) -> Json:
    return {severity.word: count for severity, count in counted.items()}


def _baseline(result: Result) -> Json:
    """What has to leave the baseline, and where it stands there."""
    assert result.baseline is not None
    return {
        "file": result.baseline.document.file.path,
        "outdated": [
            {
                "rule": one.entry.rule,
                "subject": one.entry.subject,
                "severity": one.entry.severity,
                "fingerprint": one.entry.fingerprint,
                "reason": one.cause.value,
                "line": one.place.line,
                "column": one.place.column,
            }
            for one in result.outdated
        ],
    }


def _not_assessed(result: Result, language: str) -> Json:
    """What could not be judged, and why."""
    undecoded = sorted(
        {(d.place.path, d.place.line, d.place.column) for d in result.repository.undecoded}
    )
    return {
        "documents": [
            {"path": path, "line": line, "column": column} for path, line, column in undecoded
        ],
        "reasons": [
            {"reason": reason, "outcomes": count}
            for reason, count in sorted(Counter(_reasons(result, language)).items())
        ],
    }


def _reasons(result: Result, language: str) -> Iterator[str]:
    for outcome in result.outcomes:
        if outcome.status is Status.NOT_ASSESSED:
            yield outcome.reason.get(language) if outcome.reason else ""


def _finding(result: Result, finding: Finding, language: str) -> Json:
    place = finding.place
    data = {
        "rule": finding.rule,
        "severity": finding.severity.word,
        "status": finding.status.value,
        "message": finding.message.get(language),
        "subject": _subject(finding.subject),
        "location": {
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "end_line": place.end_line,
            "end_column": place.end_column,
        },
        "related": [
            {
                "path": related.place.path,
                "line": related.place.line,
                "column": related.place.column,
                "message": related.label.get(language),
            }
            for related in finding.related
        ],
        "remedy": finding.remedy.get(language),
        "fingerprint": finding.fingerprint,
    }
    data |= _remaining(result, finding, language)
    known = standing(result, finding)
    return data if known is None else data | {"baseline": known.value}


def _remaining(result: Result, finding: Finding, language: str) -> Json:
    """The waiver that accepts a finding; else who mends it by when, and the law that nobody waives."""
    waiver = result.repository.items.get("waiver", {}).get(finding.waiver or "")
    if isinstance(waiver, Waiver):
        return {"waiver": _waiver(result, waiver, language)}
    left = remaining(finding, result)
    data: Json = {}
    if left.clause is not None:
        data["mandatory_law"] = left.clause.id
    if left.actions or left.clause is not None:
        data["actions"] = [
            {"id": action.id, "owner": action.owner.id, "due": due_day(action, result)}
            for action in left.actions
        ]
    return data


def _waiver(result: Result, waiver: Waiver, language: str) -> Json:
    return {
        "id": waiver.id,
        "reason": waiver.reason.get(language),
        "requested_by": waiver.requested_by.id,
        "approved_by": waiver.approved_by.id,
        "until": waived_until(result, waiver),
        "risk": waiver.risk.id if waiver.risk else None,
        "compensating": waiver.compensating.id if waiver.compensating else None,
    }


def _outcome(outcome: Outcome, language: str) -> Json:
    data = {
        "rule": outcome.rule,
        "subject": _subject(outcome.subject),
        "status": _word(outcome.status),
    }
    if outcome.reason is not None:
        data["reason"] = outcome.reason.get(language)
    return data


def _subject(subject: Subject) -> Json:
    return {"kind": subject.kind, "id": subject.id}


def _word(status: Status) -> str:
    """The status as the contract spells it."""
    return status.value.replace("-", "_")
