"""Repositories whose pages the tests read."""

from __future__ import annotations

from pathlib import Path

from hegui.engine.result import Result
from hegui.findings.severity import Severity
from hegui.reports.render import render
from tests.repo import APPROVER, ORGANIZATION, SETTINGS, judged
from tests.reports.tree import Node, parse

ROOT = Path(__file__).parent.parent.parent
HIGH = Severity.HIGH

CATALOGUE = """\
kind: evidence-type
id: sheet
title: {zh: 表, en: Sheet}
facts: {rows: {type: integer}}
---
kind: catalogue
id: cat
title: {zh: 目录, en: Catalogue}
areas:
  - {id: "01", title: {zh: 协议, en: Agreements}}
  - {id: "02", title: {zh: 迁移, en: Migration}}
  - {id: "03", title: {zh: 第三方, en: Third parties}}
  - {id: "04", title: {zh: 文化, en: Culture}}
objectives:
  - ref: "01.1"
    area: "01"
    title: {zh: 签署, en: Signed}
    requirements:
      - {key: all, title: {zh: 齐全, en: All}, evidence: sheet, test: facts.rows > 0}
  - ref: "02.1"
    area: "02"
    title: {zh: 核对, en: Reconciled}
    requirements:
      - {key: counts, title: {zh: 笔数, en: Counts}, evidence: sheet, test: facts.rows > 0}
  - ref: "03.1"
    area: "03"
    title: {zh: 评估, en: Assessed}
    requirements:
      - {key: held, title: {zh: 已评, en: Held}, evidence: sheet, for_each: vendor, test: facts.rows > 0}
"""
CONTROLS = """\
kind: control
id: signing
title: {zh: 签署管理, en: Signing}
status: implemented
statement: {zh: 先签后用, en: Sign first}
achieves: [cat#01.1]
raci: [{accountable: it}]
---
kind: control
id: reconciliation
title: {zh: 迁移核对, en: Reconciliation}
status: implemented
statement: {zh: 逐项核对, en: Reconcile}
achieves: [cat#02.1, cat#01.1]
raci:
  - {until: closing, accountable: it}
  - {from: closing, accountable: buyer-it}
datasets: [files]
---
kind: control
id: assessment
title: {zh: 第三方评估, en: Assessment}
status: implemented
statement: {zh: 每年评估, en: Assess each year}
achieves: [cat#03.1]
raci: [{accountable: buyer-it}]
"""
DEAL = """\
kind: department
id: buyer-it
title: {zh: 买方科技部, en: Buyer's IT}
party: target
head: p-001
deputy: p-002
---
kind: department
id: old
title: {zh: 旧部门, en: Old department}
party: target
head: p-001
deputy: p-002
until: 2026-06-30
successor: buyer-it
---
kind: transfer
id: deal
title: {zh: 转让, en: The deal}
milestones:
  - {id: data-room, title: {zh: 数据室开放, en: Data room opens}, on: 2026-06-15}
  - {id: closing, title: {zh: 交割, en: Closing}, on: 2026-12-01, decides: it}
  - {id: cut-over, title: {zh: 切换, en: Cut-over}, on: 2026-11-24}
  - {id: today, title: {zh: 启动, en: Start}, on: 2026-11-23}
"""
INFORMATION = """\
kind: dataset
id: files
title: {zh: 贷款档案, en: Loan files}
owner: old
"""
VENDOR = """\
kind: vendor
id: v
title: {zh: 甲方通信, en: Messaging}
status: active
raci: [{accountable: it}]
services: [{id: sms, access: process}]
"""
WAIVER = """\
kind: waiver
id: w
rule: vendor/not-assessed
subject: vendor/v
reason: {zh: 一次性作业, en: One job only}
requested_by: p-001
approved_by: p-008
granted: 2026-11-01
expires: 2026-12-31
"""
FILES = {
    "hegui.yaml": SETTINGS,
    "controls/organization.yaml": f"{ORGANIZATION}---\n{DEAL}",
    "controls/obligations/catalogue.yaml": CATALOGUE,
    "controls/approver.yaml": APPROVER,
    "controls/controls.yaml": CONTROLS,
    "controls/information/files.yaml": INFORMATION,
    "vendors/v/vendor.yaml": VENDOR,
    "risks/waivers/w.yaml": WAIVER,
}


def small(root: Path, **changed: str) -> Result:
    """The small case; ``changed`` replaces files by the first word of their name."""
    files = dict(FILES)
    for word, content in changed.items():
        path = next((p for p in files if Path(p).stem == word), f"controls/{word}.yaml")
        files[path] = content
    return judged(root, files)


def page(result: Result, fail_on: Severity = HIGH, *languages: str) -> Node:
    """The page of a result as a tree."""
    return parse(render(result, fail_on, languages or ("zh", "en")))
