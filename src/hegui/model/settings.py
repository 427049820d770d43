"""Settings: ``hegui.yaml`` at the root of a governance repository."""

from __future__ import annotations

from hegui.model.compound import ListOf, Record
from hegui.model.fact import VALUES
from hegui.model.moment import Moment as MomentValue
from hegui.model.role import SEVERITIES
from hegui.model.table import column, many, record
from hegui.model.types import SLUG, Choice, Integer, Moment, String, Words
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
    document: Document
