"""The result as a baseline file: what is known, one finding to a line, the same in every clone.

Where a baseline was given, only what it knows is written again: renewing it takes out what is
mended and never takes in what is new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from hegui.engine.baseline import may_be_known
from hegui.engine.result import Result
from hegui.findings.finding import Finding
from hegui.findings.severity import Severity
from hegui.model.baseline import BASELINE, VERSION
from hegui.reporters.options import Options
from hegui.source.scalar import CONSTANTS

_HEAD = f"""\
# 基线：采用 Hegui 时已知的发现，仍会显示，但不致不通过；整改一项，移除一项。由 hegui 写成，请勿手改。
# Baseline: findings known when Hegui was adopted. They are shown and do not fail; what is
# mended must leave. Written by hegui: do not edit.
kind: {BASELINE}
version: {VERSION}
"""
_PLAIN = re.compile(r"[A-Za-z]+([./#:_-]?[A-Za-z0-9]+)*")
_CONTROLS = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What JSON leaves as it is and no reader of a file would see."""


def report(result: Result, options: Options) -> str:  # noqa: ARG001
    """All of the repository, whatever part of it is shown."""
    lines = sorted(set(_lines(result)))
    return _HEAD + ("findings:\n" + "".join(lines) if lines else "findings: []\n")


def _lines(result: Result) -> Iterator[str]:
    """A line for each identity; of several findings with the same the gravest counts."""
    gravest: dict[str, tuple[Finding, Severity]] = {}
    for finding in result.open:
        severity = _severity(result, finding)
        if severity is None:
            continue
        before = gravest.get(finding.fingerprint)
        if before is None or before[1] < severity:
            gravest[finding.fingerprint] = finding, severity
    for finding, severity in gravest.values():
        yield _line(finding, severity)


def _severity(result: Result, finding: Finding) -> Severity | None:
    """The severity as which a finding is to be known; ``None`` where it is not to be."""
    if not may_be_known(finding.rule, result.rules):
        return None
    if result.comparison is None:
        return finding.severity
    entry = result.comparison.entry(finding)
    return None if entry is None else min(entry.grade, finding.severity)


def _line(finding: Finding, severity: Severity) -> str:
    fields = {
        "rule": finding.rule,
        "subject": str(finding.subject),
        "severity": severity.word,
        "path": finding.place.path,
        "field": finding.route,
    }
    told = [f"{name}: {_scalar(value)}" for name, value in fields.items() if value]
    return f'- {{{", ".join(told)}, fingerprint: "{finding.fingerprint}"}}\n'


def _scalar(text: str) -> str:
    """``text`` as YAML: plain where it can be taken for nothing else, else as JSON quotes it."""
    if _PLAIN.fullmatch(text) and text not in CONSTANTS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
