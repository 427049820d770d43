"""A document lies where one looks for it."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both


def _ours(item: Item, context: Context) -> bool:
    return bool(KINDS[item.kind].folders) and not item.document.file.path.startswith("pack:")


@rule(
    "document/unexpected-folder",
    *(kind.cls for kind in KINDS.values()),
    severity=Severity.INFO,
    title=both("文件夹与类别不符", "A document in an unexpected folder"),
    message=both("{subject}通常放在 {folders}", "{subject} is usually kept in {folders}"),
    remedy=both(
        "移到该文件夹；确有理由放在这里的，可以不理会。",
        "Move it there; or leave it, where there is a reason.",
    ),
    why=both(
        "评审职责按文件夹分派，放错地方就会由别的部门来评审。",
        "Reviewers are assigned by folder; what lies elsewhere is reviewed by others.",
    ),
    where=_ours,
)
def check(item: Item, context: Context) -> Iterator[Fault]:
    folders = KINDS[item.kind].folders
    path = item.document.file.path
    if not any(path.startswith(f"{folder}/") for folder in folders):
        yield Fault(at=("kind",), values={"folders": folders})
