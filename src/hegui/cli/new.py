"""``hegui new``: begin something new in the repository."""

from __future__ import annotations

from hegui.cli.group import Noun
from hegui.source.bilingual import both

run = Noun(
    "new",
    both(
        "新写：自定义规则，带注释和两个通过的案例",
        "Begin something new: a rule, commented, with two cases that pass",
    ),
    ("rule",),
    "hegui new rule vendor/no-exit-plan",
)
