"""``hegui coverage``: what the law asks for, what is done about it, and what is proved."""

from __future__ import annotations

import click

from hegui.cli.common import (
    PATH,
    as_of_option,
    colored,
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    width,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.source.bilingual import both

WAYS = ("obligation", "objective", "regulation", "area", "department", "milestone", "phase")


@command(
    "coverage",
    both(
        "义务覆盖与得分：条款、目标、措施、检查、证据逐级落实到哪一步\n\n"
        "口径与手算的例子见 docs/proof.zh.md。",
        "Coverage of obligations and score: from clause to objective, control, check and evidence\n\n"
        "How they are counted, with an example by hand: docs/proof.md.",
    ),
    arguments=[PATH],
    example="hegui coverage\nhegui coverage --by department\n"
    "hegui coverage --by objective --format json",
)
@click.argument("path", default=".")
@as_of_option
@option(
    "--by",
    type=click.Choice(WAYS),
    default=WAYS[0],
    words=both(
        "按什么列示：条款（默认）、目标（适用性声明）、法规、领域、部门、里程碑或阶段",
        "what the rows are: obligations (by default), objectives (the statement of applicability), "
        "regulations, areas, departments, milestones or phases",
    ),
)
@option(
    "--all",
    "every",
    is_flag=True,
    words=both("连同已覆盖与不适用的条款（text）", "covered and not-applicable ones too (text)"),
)
@format_option("text", "json")
@lang_option
def run(path: str, as_of: object, by: str, every: bool, format_: str) -> int:
    loaded = open_repository(locate(path).root)
    from hegui.api import instant, judge
    from hegui.reporters.coverage import Teller
    from hegui.reporters.ink import Ink

    result = judge(loaded, instant(loaded.repository.settings, as_of))  # type: ignore[arg-type]
    teller = Teller(result, Speech.language)
    if format_ == "json":
        emit(teller.json(by))
    else:
        emit(teller.text(by, width(), Ink(colored()), every=every))
    return 0
