"""Judging the seeded case, and holding what is found against the list."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hegui import api
from hegui.engine.judge import reading_findings
from hegui.engine.result import Exit
from hegui.findings.finding import Finding, Status
from hegui.findings.severity import Severity
from hegui.rules.registry import all_rules
from hegui.rules.rule import Stage
from tests.defects.corpus import Defect, Expected
from tests.defects.edits import located
from tests.defects.known import Known

KNOWN = Known()
LATER = frozenset(
    rule.id for rule in all_rules().values() if rule.stage in (Stage.PROOF, Stage.DERIVED)
)
"""The rules on what is proved, and on what follows from that."""


class Trial(NamedTuple):
    """What the seeded case has more, and less, than the clean one."""

    new: list[Finding]
    gone: list[str]
    exit: Exit
    undecoded: bool


@cache
def clean(root: Path) -> api.Result:
    """The result of the case as it is."""
    with KNOWN.learnt():
        return api.check(root)


def judge(root: Path, case: Path, base: Path | None = None) -> Trial:
    """The seeded case at ``root`` compared with the clean one; by the authority of ``base``."""
    old = clean(case)
    gc.disable()  # a third of the time, and what one trial leaves is collected after it
    try:
        with KNOWN.used():
            result = _checked(root, base)
    except api.BadSettings as bad:
        return Trial(list(reading_findings(bad.problems)), [], Exit.USAGE, True)
    finally:
        gc.enable()
    return compare(result, old)


def _checked(root: Path, base: Path | None) -> api.Result:
    if base is None:
        return api.check(root)
    held = api.load(base, past=True)
    return api.judge(api.load(root), api.instant(held.repository.settings), held)


def compare(result: api.Result, old: api.Result) -> Trial:
    """What ``result`` has more, and less, than the ``old`` one; findings go by fingerprint."""
    before, after = _identified(old), _identified(result)
    undecided = {
        (outcome.rule, outcome.subject)
        for outcome in result.outcomes
        if outcome.status is Status.NOT_ASSESSED
    }
    gone = [before[key] for key in before.keys() - after.keys()]
    return Trial(
        [after[key] for key in after.keys() - before.keys()],
        sorted(
            f"{finding.rule} {finding.subject}"
            for finding in gone
            if (finding.rule, finding.subject) not in undecided
        ),
        result.exit(Severity.of(result.repository.settings.fail_on)),
        bool(result.repository.undecoded),
    )


def told(defect: Defect, trial: Trial) -> Trial:
    """A trial without what merely follows, for a defect that names nothing of it.

    Most slips in a record or a control leave some requirement unproved as well. A defect that
    names one finding of a stage after structure names them all.
    """
    named = {*defect.rules, *(one.partition(" ")[0] for one in defect.gone)}
    if named & LATER:
        return trial
    new = [one for one in trial.new if one.rule not in LATER]
    grave = any(one.severity >= Severity.HIGH for one in new)
    return trial._replace(
        new=new,
        gone=[one for one in trial.gone if one.partition(" ")[0] not in LATER],
        exit=trial.exit if grave or trial.undecoded or not trial.new else Exit.CLEAN,
    )


def _identified(result: api.Result) -> dict[tuple[str, Status], Finding]:
    """Findings by fingerprint; a finding that was waived and is open again is another one."""
    found = {(finding.fingerprint, finding.status): finding for finding in result.findings}
    assert len(found) == len(result.findings), "two findings have one fingerprint"
    return found


def differences(defect: Defect, root: Path, found: list[Finding]) -> list[str]:
    """What was expected and not found, and what was found and not expected."""
    told: list[str] = []
    left = sorted(found, key=lambda finding: (finding.place, finding.rule))
    for expected in sorted(defect.expect, key=lambda one: one.column is None):
        for line in (line for line in _lines(expected, root) for _ in range(expected.times)):
            match = next((one for one in left if _fits(one, expected, line)), None)
            if match is None:
                told.append(f"missing at line {line}: {expected}")
            else:
                left.remove(match)
    return told + [f"surplus: {one.rule} {one.place} {one.message.get('en')}" for one in left]


def _fits(finding: Finding, expected: Expected, line: int) -> bool:
    place = finding.place
    if (finding.rule, place.path, place.line) != (expected.rule, expected.path, line):
        return False
    told = f"{finding.message} {finding.remedy}".casefold()
    return expected.column in (None, place.column) and (expected.says or "").casefold() in told


def _lines(expected: Expected, root: Path) -> Iterator[int]:
    if expected.at is not None:
        yield _line(root / expected.path, expected.at, expected.after)
        return
    before = _line(root / expected.path, expected.after) if expected.after is not None else 0
    if expected.lines is not None:
        first, last = expected.lines
        yield from range(before + first, before + last + 1)
    else:
        assert expected.line is not None, expected
        yield before + expected.line


def _line(path: Path, text: str, after: str | None = None) -> int:
    data = path.read_bytes()
    return data.count(b"\n", 0, located(data, text, after)) + 1


def verdict(defect: Defect, undecoded: bool) -> Exit:
    """How the check must end by default, with what is listed."""
    if defect.settings:
        return Exit.USAGE
    grave = any(all_rules()[name].severity >= Severity.HIGH for name in defect.rules)
    return Exit.FINDINGS if grave or undecoded else Exit.CLEAN
