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
achieves: [own#{first}, own#{second}]
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
_CHECK = """\
kind: check
id: check-{n}
title: {{zh: 第 {n} 项措施的检查, en: Check of control {n}}}
control: control-{n}
requirements:
  - own#{first}:done
method: manual
cadence: {days} days
performed_by: d{a}
procedure:
  zh: >-
    抽取上一周期的全部访问日志与导出记录，逐笔与审批单核对；
    发现差异的，登记编号、经办人、时间与处理结果；
    核对人与复核人不得为同一人，工作底稿随证据一并归档；
    对连续两期出现同类差异的系统，通知责任部门限期整改并复查；
    涉及敏感个人信息的，另请个人信息保护负责人到场见证；
    全部记录在三个工作日内上传，逾期的在月报中列明原因。
  en: >-
    All access logs and export records of the last period are drawn and compared
    with the approvals one by one. Each difference is noted with number, person,
    time and result. Who checks is not who reviews, and the working papers are
    filed with the evidence. Where a system shows the same difference twice in a
    row, the department is told to mend it by a date and is checked again.
    Where sensitive information is concerned the data protection officer is
    present. All records are uploaded within three working days; what is late is
    listed in the monthly report with its reason. The sample is kept so that
    another person can draw it again and come to the same result; the query,
    the time and the version of the system are noted beside it.
"""
_TYPES = ("preventive", "detective", "corrective", "directive")
DEPARTMENTS = 20
OBJECTIVES = [f"{area}.{number}" for area in range(1, 10) for number in range(1, 10)]


def generate(folder: Path, documents: int, seed: int = 1) -> None:
    """Write a repository with as many ``documents`` of some 40 lines, one a file.

    Half of them are controls, half the checks that test them. It has no findings.
    """
    random.seed(seed)
    _write(folder / "hegui.yaml", _SETTINGS)
    people = [_DEPARTMENT.format(n=n, m=n % DEPARTMENTS + 1) for n in range(1, DEPARTMENTS + 1)]
    _write(folder / "controls/organization.yaml", _ORGANIZATION + "".join(people))
    _write(folder / "controls/obligations/own.yaml", _catalogue())
    datasets = [_DATASET.format(n=n) for n in range(1, DEPARTMENTS + 1)]
    _write(folder / "controls/information/datasets.yaml", "---\n".join(datasets))
    for n in range(documents // 2):
        a, b, c, d, e = random.sample(range(1, DEPARTMENTS + 1), 5)
        values = {
            "n": n, "a": a, "b": b, "c": c, "d": d, "e": e,
            "type": random.choice(_TYPES),
            "days": random.choice((30, 90, 180)),
            "first": OBJECTIVES[2 * n % len(OBJECTIVES)],
            "second": OBJECTIVES[(2 * n + 1) % len(OBJECTIVES)],
            "day": random.randint(1, 22),
        }  # fmt: skip
        _write(
            folder / f"controls/generated/{n // 100}/control-{n}.yaml", _CONTROL.format(**values)
        )
        _write(folder / f"checks/generated/{n // 100}/check-{n}.yaml", _CHECK.format(**values))


def _catalogue() -> str:
    areas = "".join(
        f'  - {{id: "{n}", title: {{zh: 领域{n}, en: Area {n}}}}}\n' for n in range(1, 10)
    )
    objectives = "".join(
        f'  - {{ref: "{n}.{m}", area: "{n}", title: {{zh: 目标 {n}.{m}, en: Objective {n}.{m}}}, '
        f"requirements: [{{key: done, title: {{zh: 已做, en: Done}}, evidence: record}}]}}\n"
        for n in range(1, 10)
        for m in range(1, 10)
    )
    return (
        "kind: catalogue\nid: own\ntitle: {zh: 自有目录, en: Own catalogue}\n"
        f"areas:\n{areas}objectives:\n{objectives}---\n"
        "kind: evidence-type\nid: record\ntitle: {zh: 记录, en: Record}\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
