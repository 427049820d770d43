"""``hegui pack``: what is theirs of packs beside ``list`` and ``show``."""

from __future__ import annotations

from hegui.cli.group import Noun
from hegui.source.bilingual import both

run = Noun(
    "pack",
    both(
        "规则包：核对摘要、引用与每一项检验",
        "Packs: hold digests, references and every test to account",
    ),
    ("verify",),
    "hegui pack verify",
)
