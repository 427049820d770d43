"""Comparing: how what was found on a case differs from what the case expects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hegui.engine.cases import Trial
from hegui.findings.finding import Finding, Status
from hegui.findings.message import fill
from hegui.rules.cases import Case, Expected
from hegui.source.bilingual import LANGUAGES, Text, both

TOLERATED = frozenset({"document/unknown-reference", "document/unexpected-folder"})
"""What is found in passing in nearly every small repository, and says nothing about a rule."""

_ELSEWHERE = both("应在 {wanted}，实际在 {found}", "expected at {wanted}, found at {found}")
_MISSING = both("应在 {wanted} 有发现，实际没有", "expected at {wanted}, and not found")
_SURPLUS = both("不应有的发现，在 {found}：{message}", "found at {found}, not expected: {message}")
_WORDED = both(
    "{found}：应为“{wanted}”，实际为“{told}”", "{found}: expected “{wanted}”, found “{told}”"
)
_ONE_PRINT = both("两条发现的指纹相同", "two findings have one fingerprint")
_OUTCOME = both(
    "{subject}：结论应为 {wanted}，实际为 {found}", "{subject}: expected {wanted}, found {found}"
)
_NO_SUBJECT = both("没有这个对象", "no such subject")
_IN_PASSING = both(
    "案例本身有读取问题 {rule}，规则因此可能什么都没看到；改正案例，确属有意的写进 also",
    "the case itself has {rule}, so that the rule may have seen nothing; mend the case, or name it "
    "in also where that is meant",
)
_OF_ITSELF = both(
    "规则在这个案例上给不出结论，或被中止：{rule}",
    "the rule gives no answer on this case, or was stopped: {rule}",
)
_NOT_IN_PASSING = both("also 所列的 {rule} 没有出现", "{rule}, which also names, is not found")


class Difference(NamedTuple):
    """One difference, in words, with what was expected and what was found where there is either."""

    text: Text
    expected: Expected | None = None
    found: Finding | None = None

    def __str__(self) -> str:
        return self.text.get("en")


def differences(case: Case, trial: Trial) -> list[str]:
    """How what the rule found differs from what the case expects, in English."""
    return [str(one) for one in compare(case, trial)]


def compare(case: Case, trial: Trial) -> list[Difference]:
    """How what the rule found differs from what the case expects; nothing where it does not."""
    pairs, missing, surplus = _paired(case.expect, trial.findings)
    told = [one for expected, finding in pairs for one in _worded(expected, finding)]
    moved = min(len(missing), len(surplus))
    told += [_elsewhere(*pair) for pair in zip(missing, surplus, strict=False)]
    told += [
        Difference(_said(_MISSING, wanted=_place(one)), expected=one) for one in missing[moved:]
    ]
    told += [_surplus(one) for one in surplus[moved:]]
    if len({finding.fingerprint for finding in trial.findings}) < len(trial.findings):
        told.append(Difference(_ONE_PRINT))
    told += [
        Difference(_outcome(subject, status, trial.outcomes.get(subject)))
        for subject, status in case.outcomes.items()
        if trial.outcomes.get(subject) != status
    ]
    return told


def in_passing(case: Case, trial: Trial) -> list[Difference]:
    """What reading found beside the rule, and the case does not say so: it may prove nothing."""
    unsaid = sorted(trial.also - case.also - TOLERATED)
    absent = sorted(case.also - trial.also)
    return [
        *(Difference(_said(_passing(one), rule=one)) for one in unsaid),
        *(Difference(_said(_NOT_IN_PASSING, rule=one)) for one in absent),
    ]


def _passing(rule: str) -> Text:
    """What a rule about reading says of a case: of the documents, or of the rule that is tried."""
    return _OF_ITSELF if rule.startswith(("declared/", "internal/")) else _IN_PASSING


def _paired(
    expected: Iterable[Expected], found: Iterable[Finding]
) -> tuple[list[tuple[Expected, Finding]], list[Expected], list[Finding]]:
    """What stands where it is expected, what is missing and what is too much.

    What leaves most open chooses last; of several at one place, each takes what is worded so.
    """
    left, pairs, missing = list(found), [], []
    for one in sorted(expected, key=_open):
        here = [finding for finding in left if _stands(one, finding)]
        if not here:
            missing.append(one)
            continue
        best = min(here, key=lambda finding, one=one: len(list(_worded(one, finding))))  # type: ignore[misc]
        left.remove(best)
        pairs.append((one, best))
    return pairs, sorted(missing, key=lambda one: (one.path, one.line, one.column or 0)), left


def _open(expected: Expected) -> int:
    return sum(one is None for one in (expected.column, expected.message, expected.remedy))


def _stands(expected: Expected, finding: Finding) -> bool:
    place = finding.place
    wanted = (expected.path, expected.line, expected.column or place.column)
    return wanted == (place.path, place.line, place.column)


def _worded(expected: Expected, finding: Finding) -> Iterator[Difference]:
    """What is worded otherwise than is expected, in each language that the case words."""
    for asked, told in ((expected.message, finding.message), (expected.remedy, finding.remedy)):
        for language in LANGUAGES:
            wording: str | None = None if asked is None else getattr(asked, language)
            if wording not in (None, told.get(language)):
                text = _said(_WORDED, found=finding.place, wanted=wording, told=told.get(language))
                yield Difference(text, expected, finding)


def _elsewhere(expected: Expected, finding: Finding) -> Difference:
    column = expected.column or finding.place.column
    wanted = f"{expected.path}:{expected.line}:{column}"
    return Difference(_said(_ELSEWHERE, wanted=wanted, found=finding.place), expected, finding)


def _surplus(finding: Finding) -> Difference:
    values = {"found": str(finding.place), "message": finding.message}
    return Difference(fill(_SURPLUS, values), found=finding)


def _place(expected: Expected) -> str:
    column = "" if expected.column is None else f":{expected.column}"
    return f"{expected.path}:{expected.line}{column}"


def _outcome(subject: str, wanted: Status, found: Status | None) -> Text:
    told = both(found, found) if found else _NO_SUBJECT
    return fill(_OUTCOME, {"subject": subject, "wanted": str(wanted), "found": told})


def _said(frame: Text, **values: object) -> Text:
    return fill(frame, {name: str(value) for name, value in values.items()})
