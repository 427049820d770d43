"""Repositories whose results the reporters tell."""

from __future__ import annotations

import json
from pathlib import Path

from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.reporters.options import Options
from tests.repo import APPROVER, ORGANIZATION, judged

CONTROL = """\
kind: control
id: reconciliation
title: {zh: 迁移数据核对, en: Migration reconciliation}
status: implemented
statement: {zh: 逐项核对, en: Reconcile each item}
raci: [{accountable: it}]
review: {last: 2026-07-31, every: 90 days}
"""
LEFT = """\
{kind: department, id: archives, title: {zh: 档案管理部, en: Archives}, \
party: target, deputy: p-025}
---
kind: person
id: p-025
department: archives
left: 2026-10-31
"""
VENDOR = """\
kind: vendor
id: jieyuan
title: {zh: 捷鸢云通信, en: Jieyuan Cloud Messaging}
status: active
raci: [{accountable: it}]
"""
AGREEMENT = """\
{kind: agreement, id: jieyuan-2025, type: entrusted-processing, with: vendor/jieyuan, \
title: {zh: 捷鸢云通信短信与语音通知服务协议（含个人信息委托处理条款）, \
en: Messaging services of Jieyuan}, \
from: 2025-01-01, expires: 2026-06-30} # 一行到底 / all on one line
"""
WAIVER = """\
kind: waiver
id: until-rehearsal
rule: control/no-check
subject: control/reconciliation
reason: {zh: 第二次演练后再定检查办法, en: How to check it is settled after the second rehearsal}
requested_by: p-001
approved_by: p-008
granted: 2026-11-01
expires: 2026-12-31
"""
BROKEN = """\
kind: control
id: broken
title: {zh: 写错的措施, en: A control with a slip}
status: implementd
statement: {zh: 做, en: Do}
"""
MESSY = {
    "controls/organization.yaml": f"{ORGANIZATION}---\n{LEFT}",
    "controls/approver.yaml": APPROVER,
    "controls/migration/reconciliation.yaml": CONTROL,
    "controls/migration/broken.yaml": BROKEN,
    "vendors/jieyuan/vendor.yaml": VENDOR,
    "vendors/捷鸢 云通信/agreement.yaml": AGREEMENT,
    "risks/waivers/until-rehearsal.yaml": WAIVER,
}
"""Findings of several severities, a related place, one waived, one document not understood."""


def options(language: str = "zh", **others: object) -> Options:
    """What a reporter is asked for, unless the test says otherwise."""
    return Options(language, others.pop("fail_on", Severity.HIGH), **others)  # type: ignore[arg-type]


def messy(root: Path) -> Result:
    """The result of the messy repository."""
    return judged(root, MESSY)


HOSTILE = (
    "\x1b[31mred\x07 \u202egnp.exe\u2066 \u200b\x9b2J ]]> <script>alert(1)</script> </details> |"
    " x | [a](http://evil.example) www.evil.example @octocat ::error::x ##[error] {0} `c` &lt; #1"
)
"""What no reporter may pass on as it is."""


BAD_NAME = "controls/<b>|@x [y](z) `&.yaml"


def hostile(root: Path) -> Result:
    """A result whose names come from somebody who means harm."""
    good = "statement: {zh: 做, en: Do}\nstatus: implemented\n"
    named = f"kind: control\nid: named\ntitle: {json.dumps(HOSTILE)}\n{good}"
    unseen = f"kind: control\nid: unseen\ntitle: x\n{good}achieves: [no\u200bne] # \U000e0041\n"
    return judged(root, {BAD_NAME: f"{named}---\n{unseen}"})
