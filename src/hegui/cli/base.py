"""The base that a change is held against, as ``--base`` names it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hegui.cli.language import Speech
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.api import Loaded

_BAD_BASE = both(
    "基准 {ref} 的 hegui.yaml 有误，没有可依据的权限与限值：",
    "The hegui.yaml of the base {ref} is wrong, so there are no powers and limits to go by:",
)


def open_base(root: Path, ref: str, beside: Loaded) -> Loaded:
    """The repository as a commit has it. Where it cannot be had, says why and exits with 2."""
    from hegui.api import BadSettings, NoTree, base_of

    try:
        return base_of(root, ref, beside)
    except NoTree as refused:
        raise click.UsageError(Speech.say(refused.text)) from None
    except BadSettings as bad:
        from hegui.engine.judge import reading_findings
        from hegui.reporters.text import list_findings

        click.echo(Speech.say(_BAD_BASE).format(ref=ref), err=True)
        told = list_findings(reading_findings(bad.problems), bad.files, Speech.language)
        click.echo(told, err=True)
        raise click.exceptions.Exit(2) from None
