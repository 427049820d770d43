"""Settings: ``hegui.yaml`` at the root of a governance repository."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hegui.findings.severity import Severity
from hegui.model.compound import ListOf, Record
from hegui.model.duration import Duration
from hegui.model.fact import VALUES
from hegui.model.moment import Moment as MomentValue
from hegui.model.role import SEVERITIES
from hegui.model.rule import RULE_ID
from hegui.model.table import column, many, record
from hegui.model.types import SLUG, Choice, Facts, Integer, Moment, Span, String, Words
from hegui.source.bilingual import Text, both
from hegui.source.document import Document

LANGUAGE = Choice({"zh": both("中文", "Chinese"), "en": both("英文", "English")})


@record
class EnabledPack:
    """A pack in use."""

    id: str = column(SLUG, "规则包", "pack", required=True)
    version: int | None = column(Integer(1), "版本", "version")


@record
class Fact:
    """What the repository cannot show: a stated fact with its reason."""

    id: str = column(SLUG, "事实", "fact", required=True)
    value: str = column(Choice(VALUES), "判断", "value", required=True)
    reason: Text = column(Words(), "理由", "reason", required=True)


@record
class Tuned:
    """The options of a rule that this organisation sets otherwise than the rule does."""

    id: str = column(RULE_ID, "规则", "rule", required=True)
    options: Mapping[str, Any] = column(
        Facts(), "参数：{名称: 值}", "options: {name: value}", required=True
    )


LONGEST = {
    "critical": Duration(30, "days"),
    "high": Duration(90, "days"),
    "medium": Duration(180, "days"),
    "low": Duration(365, "days"),
    "info": Duration(365, "days"),
}
"""How long a waiver may last where the settings do not say: no law sets it, this is a proposal."""


@record
class Term:
    """How long a waiver of a finding of one severity may last."""

    severity: str = column(Choice(SEVERITIES), "严重程度", "severity", required=True)
    at_most: Duration = column(Span(), "豁免最长多久", "a waiver lasts at most", required=True)


@record
class Settings:
    """How this repository is judged; read before everything else."""

    organization: str = column(
        SLUG, "本组织（organization 的编号）", "the organisation", required=True
    )
    languages: tuple[str, ...] = column(
        ListOf(LANGUAGE, one=True, minimum=1),
        "须具备的语言，第一个为准；默认只有中文",
        "languages required, the first prevails; Chinese alone by default",
        default=("zh",),
    )
    time_zone: str = column(
        String(
            r"^[A-Za-z]+(/[A-Za-z_+-]+)*$",
            both("时区，如 Asia/Shanghai", "a zone as Asia/Shanghai"),
        ),
        "时区",
        "time zone",
        required=True,
    )
    as_of: MomentValue | None = column(Moment(), "固定的判定时点", "pinned instant of judgement")
    fail_on: str = column(
        Choice(SEVERITIES), "达到此级即不通过", "fail at this severity", default="high"
    )
    packs: tuple[EnabledPack, ...] = many(
        ListOf(Record(EnabledPack), key=("id",)), "启用的规则包", "packs in use"
    )
    facts: tuple[Fact, ...] = many(ListOf(Record(Fact), key=("id",)), "声明的事实", "stated facts")
    waivers: tuple[Term, ...] = many(
        ListOf(Record(Term), key=("severity",)),
        "各级豁免的最长期限；未写的默认为严重 30 天、高 90 天、中 180 天、低与提示 365 天（建议值）",
        "how long waivers may last; where not written 30 days for critical, 90 for high, 180 for "
        "medium, 365 for low and info (proposals)",
    )
    rules: tuple[Tuned, ...] = many(
        ListOf(Record(Tuned), key=("id",)),
        "调整规则的参数，如 {id: agreement/expiring, options: {days: 90}}",
        "options of rules set otherwise, as {id: agreement/expiring, options: {days: 90}}",
    )
    document: Document

    def longest(self, severity: Severity) -> Duration:
        """How long a waiver of a finding of some severity may last at most."""
        written = {term.severity: term.at_most for term in self.waivers}
        return written.get(severity.word, LONGEST[severity.word])
