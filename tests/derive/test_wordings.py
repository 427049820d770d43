"""Words for what is derived: in both languages, each its own, and none used twice in a table."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from hegui.derive.answers import SOURCES
from hegui.derive.coverage import COVERED, LEFT_OUT
from hegui.derive.gate import DECISIONS, LACKS
from hegui.derive.residual import GAPS
from hegui.derive.score import STATES
from hegui.derive.showing import LEVELS, VOIDS
from hegui.source.bilingual import Text

_CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    "table",
    [SOURCES, COVERED, LEFT_OUT, DECISIONS, LACKS, GAPS, STATES, LEVELS, VOIDS],
    ids=lambda table: type(next(iter(table))).__name__,
)
def test_every_word_is_there_in_both_languages(table: Mapping[object, Text]) -> None:
    assert table.keys() == set(type(next(iter(table))))  # type: ignore[call-overload]
    for words in table.values():
        assert words.zh
        assert words.en
        assert _CHINESE.search(words.zh)
        assert not _CHINESE.search(words.en)
    for language in ("zh", "en"):
        told = [words.get(language) for words in table.values()]
        assert len(set(told)) == len(told)
