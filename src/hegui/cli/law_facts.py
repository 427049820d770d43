"""``hegui law facts``: the facts that decide which law applies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hegui.cli.common import (
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    repository_option,
    width,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.derive.answers import Answer

_NONE = both(
    "没有适用事实：没有启用带法规的规则包。", "There are no facts: no pack with law is in use."
)
_OPEN = both(
    "{count} 项尚未声明，按适用处理；在 hegui.yaml 的 facts 里写明并附理由。",
    "{count} are not stated and count as applies; state them under facts in hegui.yaml.",
)


@command(
    "facts",
    both(
        "列出决定法律适用的事实：是、否或不确定，由什么得出",
        "List the facts that decide which law applies, and what decides each of them",
    ),
    example="hegui law facts\nhegui law facts --format json",
)
@repository_option
@format_option("text", "json")
@lang_option
def run(path: str, format_: str) -> int:
    from hegui.derive.answers import answers

    found = answers(open_repository(locate(path).root).repository)
    if format_ == "json":
        emit(json.dumps([_data(one) for one in found.values()], ensure_ascii=False, indent=2))
        return 0
    if not found:
        emit(Speech.say(_NONE))
        return 0
    from hegui.cli.table import table
    from hegui.derive.answers import SOURCES
    from hegui.model.fact import VALUES

    say = Speech.say
    rows = [
        (one.fact.id, say(VALUES[one.value]), say(SOURCES[one.source]), say(one.fact.title))
        for one in found.values()
    ]
    emit(table(rows, width()))
    if count := sum(one.source == "open" for one in found.values()):
        emit(f"\n{say(_OPEN).format(count=count)}")
    return 0


def _data(answer: Answer) -> dict[str, Any]:
    stated = answer.stated
    return {
        "id": answer.fact.id,
        "value": answer.value,
        "source": answer.source,
        "computed": answer.computed,
        "stated": stated.value if stated else None,
        "reason": {"zh": stated.reason.get("zh"), "en": stated.reason.get("en")}
        if stated
        else None,
        "missing": answer.undecided or None,
        "title": {"zh": answer.fact.title.get("zh"), "en": answer.fact.title.get("en")},
        "question": {"zh": answer.fact.question.get("zh"), "en": answer.fact.question.get("en")},
    }
