"""The words that reporters for people share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from hegui.engine.result import Result
from hegui.findings.finding import Status
from hegui.source.bilingual import Text, both

STATUSES: Mapping[Status, Text] = {
    Status.PASSED: both("通过", "passed"),
    Status.FAILED: both("不通过", "failed"),
    Status.WAIVED: both("已豁免", "waived"),
    Status.NOT_DUE: both("未到期", "not due"),
    Status.NOT_APPLICABLE: both("不适用", "not applicable"),
    Status.NOT_ASSESSED: both("未评估", "not assessed"),
}
"""What became of a rule on a subject, as people read it."""

WAIVED = STATUSES[Status.WAIVED]

WORKING_TREE = both("工作区（未指定基准）", "the working tree, as no base was named")

COLON = both("：", ": ")
REMEDY = both("整改：", "Remedy: ")
WAIVER = both("豁免：", "Waiver: ")


def authority(result: Result) -> Text:
    """Where ranks, limits and thresholds were read from."""
    if result.base is None:
        return WORKING_TREE
    commit = result.base.tree.commit
    if commit is None:
        return both("基准", "the base")
    return both(f"基准 {commit.ref}（{commit.short}）", f"the base {commit.ref} ({commit.short})")


def authority_data(result: Result) -> dict[str, str]:
    """The same for machines: the base with its commit, or the working tree."""
    if result.base is None:
        return {"from": "working-tree"}
    commit = result.base.tree.commit
    return {"from": "base"} | ({} if commit is None else {"ref": commit.ref, "commit": commit.id})


def counted(number: int, zh: str, noun: str, rest: str = "") -> Text:
    """A number with its noun; ``zh`` has ``{}`` where the number stands."""
    return both(zh.format(number), f"{number} {noun}{'' if number == 1 else 's'}{rest}")


def instant(moment: datetime) -> str:
    """An instant as people read it, to the second and with its zone."""
    return moment.isoformat(" ", "seconds")
