"""What people read stands in every language that the organisation asks for."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.findings.severity import Severity
from hegui.model.item import Item
from hegui.model.kinds import KINDS
from hegui.model.types import Words
from hegui.model.walk import walk
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_NAMES = {"zh": both("中文", "Chinese"), "en": both("英文", "English")}


@rule(
    "text/missing-language",
    *(kind.cls for kind in KINDS.values()),
    severity=Severity.LOW,
    title=both("缺少一种语言的文字", "A wording is missing in one language"),
    message=both("缺少{languages}的文字", "The wording in {languages} is missing"),
    remedy=both(
        "写成 {{zh: …, en: …}}；不区分语言的名称两处写成一样。",
        "Write {{zh: …, en: …}}; a name that is the same in both is written twice.",
    ),
    why=both(
        "读者各用各的语言；缺了一种，总有人看不懂自己要负责的事。",
        "Readers have different languages; whoever's is missing cannot read what they answer for.",
    ),
    packs=False,
)
def check(item: Item, context: Context) -> Iterator[Fault]:
    languages = context.repository.settings.languages
    for path, _, text in walk(item, Words):
        missing = text.missing(languages)
        if missing:
            yield Fault(at=path, values={"languages": [_NAMES[name] for name in missing]})
