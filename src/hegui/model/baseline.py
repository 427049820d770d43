"""A baseline: the findings that an old repository is known to have, so that only new ones fail."""

from __future__ import annotations

from hegui.findings.severity import Severity
from hegui.model.compound import ListOf, Record
from hegui.model.reference import KIND
from hegui.model.role import SEVERITIES
from hegui.model.rule import RULE_ID
from hegui.model.table import column, many, record
from hegui.model.types import Choice, Integer, String
from hegui.source.bilingual import both
from hegui.source.document import Document

BASELINE = "baseline"
"""What the file says that it is."""

VERSION = 1
"""The version of the file's format; one of another version is not read."""


@record
class Known:
    """One finding that is known: no graver than here it does not fail."""

    rule: str = column(RULE_ID, "规则", "rule", required=True)
    subject: str = column(
        String(f"^{KIND}/.+$", both("类别/编号，如 vendor/jieyuan", "kind/id as vendor/jieyuan")),
        "对象：类别/编号",
        "subject: kind/id",
        required=True,
    )
    severity: str = column(
        Choice(SEVERITIES),
        "当时的严重程度；此后升高的算新发现",
        "how grave it was; one that has become graver counts as new",
        required=True,
    )
    path: str = column(
        String(), "所在文件，供人查阅", "the file that it stands in, for the reader", required=True
    )
    field: str | None = column(String(), "所在字段，供人查阅", "the field, for the reader")
    fingerprint: str = column(
        String(r"^[0-9a-f]{32}$", both("32 位指纹", "a fingerprint of 32 digits")),
        "发现的指纹，措辞与行号变动时不变",
        "the identity of the finding; wording and lines do not change it",
        required=True,
    )

    @property
    def grade(self) -> Severity:
        """How grave it was."""
        return Severity.of(self.severity)


@record
class Baseline:
    """All findings that are known, as ``hegui check --output baseline=FILE`` writes them."""

    kind: str = column(Choice({BASELINE: both("基线", "baseline")}), "类别", "kind", required=True)
    version: int = column(Integer(VERSION, VERSION), "格式版本", "format version", required=True)
    findings: tuple[Known, ...] = many(
        ListOf(Record(Known), key=("fingerprint",)), "已知的发现", "findings that are known"
    )
    document: Document
