"""The verdict in words: passed or not, and why."""

from __future__ import annotations

from dataclasses import dataclass

from hegui.derive.gate import DECISIONS
from hegui.engine.result import Exit, Result
from hegui.findings.finding import Status
from hegui.findings.severity import Severity
from hegui.reporters.standing import outdated_count
from hegui.reporters.words import counted
from hegui.source.bilingual import Text, both


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a result passes, and the reasons that people are told."""

    passed: bool
    reasons: tuple[Text, ...]

    @property
    def word(self) -> Text:
        """``pass`` or ``fail``."""
        return both("通过", "pass") if self.passed else both("不通过", "fail")

    @property
    def why(self) -> Text:
        """All reasons in one line."""
        zh, en = ([reason.get(language) for reason in self.reasons] for language in ("zh", "en"))
        return both("；".join(zh), "; ".join(en))


def verdict(result: Result, fail_on: Severity, gate: str | None = None) -> Verdict:
    """What ``Result.exit`` decides, with its reasons."""
    passed = result.exit(fail_on, gate) is Exit.CLEAN
    reasons = [_grave(result, fail_on)]
    if gate is not None:
        reasons.insert(0, DECISIONS[result.gates[gate].decision])
    if undecoded := len({document.place for document in result.repository.undecoded}):
        zh = "{} 份文档未能读懂，无法判定"
        reasons.append(counted(undecoded, zh, "document", " not understood"))
    elif not result.documents:
        reasons = [both("没有找到可以判定的文档", "there is no document to judge")]
    elif unknown := result.statuses[Status.NOT_ASSESSED]:
        reasons.append(counted(unknown, "{} 项未能评估", "outcome", " not assessed"))
    if result.outdated:
        reasons.append(outdated_count(result))
    return Verdict(passed, tuple(reasons))


def _grave(result: Result, fail_on: Severity) -> Text:
    count = sum(finding.severity >= fail_on for finding in result.new)
    findings, finding = (
        ("发现", "finding") if result.baseline is None else ("新发现", "new finding")
    )
    zh, en = f"“{fail_on.title.get('zh')}”级", f"{fail_on.title.get('en')} severity"
    if fail_on is not max(Severity):
        zh, en = f"{zh}及以上", f"{en} or above"
    if not count:
        return both(f"没有{zh}的{findings}", f"no {finding} of {en}")
    return counted(count, f"{zh}的{findings} {{}} 项", finding, f" of {en}")
