"""The baseline that ``--baseline`` names: it can be used, or nothing is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hegui.cli.language import Speech
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.model.baseline import Baseline

_BAD = both(
    "基线文件 {file} 有误，无法判定：", "The baseline file {file} is wrong; nothing is judged:"
)
_WRITE = both(
    "写出基线：hegui check --output baseline=FILE",
    "To write one: hegui check --output baseline=FILE",
)


def open_baseline(file: str) -> Baseline:
    """The baseline in ``file``. Where it cannot be used, says why and exits with 2."""
    from hegui.loading.baseline import BadBaseline, read_baseline

    try:
        return read_baseline(file)
    except BadBaseline as bad:
        remedy = Speech.say(_WRITE)
        if bad.text is not None:
            raise click.UsageError(f"{Speech.say(bad.text)}\n{remedy}") from None
        from hegui.engine.judge import reading_findings
        from hegui.reporters.text import list_findings

        click.echo(Speech.say(_BAD).format(file=file), err=True)
        told = list_findings(reading_findings(bad.problems), bad.files, Speech.language)
        click.echo(f"{told}\n{remedy}", err=True)
        raise click.exceptions.Exit(2) from None
