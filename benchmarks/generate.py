"""Governance repositories of any size, made from a seed."""

from __future__ import annotations

import random
from pathlib import Path

_SETTINGS = """\
organization: group
languages: [zh, en]
time_zone: Asia/Shanghai
as_of: 2026-11-23
"""
_ORGANIZATION = """\
kind: organization
id: group
title: {zh: 示例集团, en: Example group}
---
kind: party
id: company
title: {zh: 示例公司, en: Example company}
role: target
"""
_DEPARTMENT = """\
---
kind: department
id: d{n}
title: {{zh: 部门{n}, en: Department {n}}}
party: company
head: p-{n:03}
deputy: p-{m:03}
---
kind: person
id: p-{n:03}
department: d{n}
joined: 2020-01-01
"""
_CONTROL = """\
kind: control
id: control-{n}
title: {{zh: 第 {n} 项控制措施, en: Control {n}}}
status: implemented
type: {type}
statement:
  zh: >-
    每 {days} 天核对一次访问权限与导出记录，差异逐项说明原因，
    由责任部门与数据保护负责人双方签字确认，记录保存三年备查。
  en: >-
    Every {days} days access rights and export logs are reconciled, each difference
    is explained, the department and the data protection officer both sign, and
    the record is kept for three years.
domain: generated
achieves: [own#{area}.{objective}]
raci:
  - until: 2026-12-31
    accountable: d{a}
    responsible: [d{b}, d{c}]
    consulted: [d{d}]
    informed: [d{b}, d{d}]
  - from: 2027-01-01
    accountable: d{b}
    responsible:
      - d{a}
      - d{c}
    consulted: [d{d}]
operated_by: [d{a}]
datasets:
  - files-{e}
from: 2024-01-01
until: 2029-12-31
review:
  last: 2026-11-{day:02}
  every: {days} days
"""
_DATASET = """\
kind: dataset
id: files-{n}
title: {{zh: 数据集 {n}, en: Dataset {n}}}
owner: d{n}
categories: [loan-basics, repayment]
classification: 3
sensitive: true
records: 1000
persons: 800
retention: {{keep: 10 years, starts: {{zh: 结清之日, en: when it is repaid}}}}
"""
_TYPES = ("preventive", "detective", "corrective", "directive")
DEPARTMENTS = 20


def generate(folder: Path, controls: int, seed: int = 1) -> None:
    """Write a repository with ``controls`` documents of some 40 lines, one a file."""
    random.seed(seed)
    _write(folder / "hegui.yaml", _SETTINGS)
    people = [_DEPARTMENT.format(n=n, m=n % DEPARTMENTS + 1) for n in range(1, DEPARTMENTS + 1)]
    _write(folder / "controls/organization.yaml", _ORGANIZATION + "".join(people))
    _write(folder / "controls/obligations/own.yaml", _catalogue())
    datasets = [_DATASET.format(n=n) for n in range(1, DEPARTMENTS + 1)]
    _write(folder / "controls/information/datasets.yaml", "---\n".join(datasets))
    for n in range(controls):
        a, b, c, d, e = random.sample(range(1, DEPARTMENTS + 1), 5)
        text = _CONTROL.format(
            n=n, a=a, b=b, c=c, d=d, e=e,
            type=random.choice(_TYPES),
            days=random.choice((30, 90, 180)),
            area=random.randint(1, 9),
            objective=random.randint(1, 9),
            day=random.randint(1, 22),
        )  # fmt: skip
        _write(folder / f"controls/generated/{n // 100}/control-{n}.yaml", text)


def _catalogue() -> str:
    areas = "".join(f'  - {{id: "{n}", title: {{zh: 领域{n}, en: Area {n}}}}}\n' for n in range(1, 10))
    objectives = "".join(
        f'  - {{ref: "{n}.{m}", area: "{n}", title: {{zh: 目标 {n}.{m}, en: Objective {n}.{m}}}}}\n'
        for n in range(1, 10)
        for m in range(1, 10)
    )
    return (
        "kind: catalogue\nid: own\ntitle: {zh: 自有目录, en: Own catalogue}\n"
        f"areas:\n{areas}objectives:\n{objectives}"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
