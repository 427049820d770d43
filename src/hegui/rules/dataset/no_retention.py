"""Every dataset about people says how long it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


@rule(
    "dataset/no-retention",
    Dataset,
    severity=Severity.MEDIUM,
    title=both("数据集没有保存期限", "A dataset without a retention period"),
    message=both("{subject}没有写明保存多久", "{subject} does not say how long it is kept"),
    remedy=both(
        "在 retention 里写上 keep（期间）或 until（日期），并注明依据。",
        "Say keep (a duration) or until (a date) in retention, with the ground for it.",
    ),
    why=both(
        "保存期限应为实现目的所必要的最短时间；法定留存期未满的又不得提前销毁。",
        "Data is kept no longer than its purpose needs, and no shorter than the law demands.",
    ),
    references=("pipl#art-19", "aml-law-2024#art-34"),
    where=lambda dataset, context: dataset.persons != 0,
)
def check(dataset: Dataset, context: Context) -> Iterator[Fault]:
    retention = dataset.retention
    if retention is None or (retention.keep is None and retention.until is None):
        yield Fault(at=("retention",))
