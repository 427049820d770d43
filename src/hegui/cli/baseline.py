"""The baseline that ``--baseline`` names: it can be used, or nothing is judged."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from hegui.cli.language import Speech
from hegui.cli.speaking import F, option
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.api import Loaded
    from hegui.model.baseline import Baseline

T = TypeVar("T")

_BAD = both(
    "基线文件 {file} 有误，无法判定：", "The baseline file {file} is wrong; nothing is judged:"
)
_WRITE = both(
    "写出基线：hegui check --output baseline=FILE",
    "To write one: hegui check --output baseline=FILE",
)


def baseline_option(function: F) -> F:
    """``--baseline``, the same for every command that gives a verdict."""
    return option(
        "--baseline",
        metavar="FILE",
        words=both(
            "已知发现的基线：其中的发现照常显示，但不致不通过；已整改的须移出。"
            "由 check --output baseline=FILE 写出",
            "findings that are known: they are shown and do not fail, and what is mended must "
            "leave; check --output baseline=FILE writes it",
        ),
    )(function)


def renewal(file: str, path: str, as_of: object, base: str | None) -> str:
    """The command that renews a baseline: as this one was given, so that it finds the same."""
    words = ["hegui", "check", *([path] if path != "." else [])]
    if isinstance(as_of, date):
        words += ["--as-of", as_of.isoformat()]
    if base is not None:
        words += ["--base", base]
    return shlex.join([*words, "--baseline", file, "--output", f"baseline={file}"])


def open_baseline(file: str) -> Baseline:
    """The baseline in ``file``. Where it cannot be used, says why and exits with 2."""
    from hegui.loading.baseline import read_baseline

    return _opened(file, lambda: read_baseline(file))


def open_agreed(base: Loaded, root: Path, file: str) -> Baseline | None:
    """The baseline as the base has it; ``None`` where it has none, or ``file`` lies outside."""
    from hegui.loading.baseline import baseline_of

    path = _below(root, file)
    return None if path is None else _opened(file, lambda: baseline_of(base.tree, path))


def _below(root: Path, file: str) -> str | None:
    """The path of ``file`` below ``root``, as it is written before as links lead.

    A change under review may put a link in its way, to a file that the base does not have.
    """
    for one, top in ((os.path.abspath(file), root), (os.path.realpath(file), root.resolve())):  # noqa: PTH100
        path = os.path.relpath(one, top).replace(os.sep, "/")
        if not path.startswith("../"):
            return path
    return None


def _opened(file: str, read: Callable[[], T]) -> T:
    from hegui.loading.baseline import BadBaseline

    try:
        return read()
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
