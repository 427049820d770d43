"""Rules as SARIF describes them: texts, level, severity and help."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from hegui.findings.severity import Severity
from hegui.reporters.escape import markdown
from hegui.rules.rule import Rule
from hegui.source.bilingual import both

LEVELS: Mapping[Severity, str] = {
    Severity.INFO: "note",
    Severity.LOW: "note",
    Severity.MEDIUM: "warning",
    Severity.HIGH: "error",
    Severity.CRITICAL: "error",
}
"""The four levels of SARIF have no word for critical."""

_SCORES = {
    Severity.INFO: "0.0",
    Severity.LOW: "3.0",
    Severity.MEDIUM: "5.5",
    Severity.HIGH: "8.0",
    Severity.CRITICAL: "9.5",
}
"""The middle of what GitHub calls low, medium, high and critical; 0.0 is none."""

_PLACEHOLDER = re.compile(r"\{\w+\}")
_WHY = both("为什么", "Why")
_REMEDY = both("怎样整改", "How to mend it")
_LAW = both("依据", "References")


def descriptors(
    ids: Collection[str], rules: Mapping[str, Rule], language: str
) -> list[dict[str, Any]]:
    """The descriptors of the rules ``ids``, sorted by id."""
    return [_descriptor(rules[id], language) if id in rules else {"id": id} for id in sorted(ids)]


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    why, remedy = rule.why.get(language), _PLACEHOLDER.sub("…", rule.remedy.get(language))
    parts = [(_WHY, why), (_REMEDY, remedy)]
    if rule.references:
        parts.append((_LAW, ", ".join(rule.references)))
    told = [(heading.get(language), body) for heading, body in parts]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.get(language)},
        "fullDescription": {"text": why},
        "help": {
            "text": "\n\n".join(f"{heading}\n{body}" for heading, body in told),
            "markdown": "\n\n".join(f"## {heading}\n\n{markdown(body)}" for heading, body in told),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "security-severity": _SCORES[rule.severity],
            "tags": list(dict.fromkeys(("security", "compliance", rule.category))),
        },
    }
