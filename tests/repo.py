"""Small governance repositories for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from hegui import api
from hegui.engine.result import Result
from hegui.findings.finding import Finding

SETTINGS = """\
organization: acme
languages: [zh, en]
time_zone: Asia/Shanghai
as_of: 2026-11-23
"""
ORGANIZATION = """\
kind: organization
id: acme
title: {zh: 甲, en: Acme}
---
kind: party
id: target
title: {zh: 标的, en: Target}
role: target
---
kind: department
id: it
title: {zh: 科技部, en: IT}
party: target
head: p-001
deputy: p-002
---
kind: person
id: p-001
department: it
---
kind: person
id: p-002
department: it
"""
APPROVER = """\
kind: department
id: law
title: {zh: 法务部, en: Legal}
party: target
head: p-008
deputy: p-009
---
{kind: person, id: p-008, department: law, roles: [approver]}
---
{kind: person, id: p-009, department: law}
---
kind: role
id: approver
title: {zh: 有权批准, en: May approve}
rank: 9
may_approve: [{decision: waiver, up_to: critical}]
"""
"""Somebody outside of the department accountable, who may approve waivers: ``p-008``."""
BASE = {"hegui.yaml": SETTINGS, "controls/organization.yaml": ORGANIZATION}


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``root``; text is dedented."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            target.write_bytes(dedent(content).encode())
    return root


def judged(root: Path, files: Mapping[str, str | bytes]) -> Result:
    """The result of the base repository with ``files`` added or replaced."""
    return api.check(write(root, {**BASE, **files}))


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, int, int]]:
    """Rule, path, line and column of each finding."""
    return [(f.rule, f.place.path, f.place.line, f.place.column) for f in findings]
