"""Another version of the pack."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.rules.rule import reading_rule
from hegui.source.bilingual import both

RULE = reading_rule(
    "settings/pack-version",
    severity=Severity.HIGH,
    title=both(
        "规则包版本不符",
        "Another version of the pack",
    ),
    message=both(
        "规则包 {id} 写的是第 {found} 版，程序自带第 {version} 版",
        "The settings ask for version {found} of {id}; the program ships version {version}",
    ),
    remedy=both(
        "核对升级说明后改写版本，或安装带有该版本的程序。",
        "Read what the upgrade changes and write its version, or install the "
        "program that ships the other.",
    ),
    why=both(
        "要求随版本变化，换版须经评审。",
        "What is required changes with the version, so a change is reviewed.",
    ),
)
