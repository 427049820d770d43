"""``hegui law``: which law applies, what changed, and what an incident calls for."""

from __future__ import annotations

from hegui.cli.group import Noun
from hegui.source.bilingual import both

run = Noun(
    "law",
    both(
        "法律：哪些事实决定适用、什么变了、事件须向谁报告",
        "The law: what decides that it applies, what changed, whom to tell of an incident",
    ),
    ("facts", "changes", "deadlines"),
    "hegui law facts\nhegui law deadlines inc-01",
)
