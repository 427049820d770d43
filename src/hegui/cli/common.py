"""What the commands share: the repository, the instant, the options that all of them have."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hegui.cli.language import Speech, root_above
from hegui.cli.speaking import F, option
from hegui.source.bilingual import LANGUAGES, Text, both

if TYPE_CHECKING:
    from hegui.api import Loaded

PATH = (
    "PATH",
    both(
        "仓库根目录，默认当前目录；写其中的文件夹或文件，则只显示该处，判定不变",
        "the repository's root, here by default; a folder or file in it limits what is shown, "
        "never what is judged",
    ),
)
_NO_SETTINGS = both(
    "{path} 及其上级文件夹里都没有 hegui.yaml，这里不是治理仓库。",
    "There is no hegui.yaml in {path} or above it: this is not a governance repository.",
)
_NO_PATH = both("没有 {path}。", "There is no {path}.")
_BAD_SETTINGS = both("hegui.yaml 有误，无法判定：", "hegui.yaml is wrong; nothing can be judged:")
_WRITTEN = both("已写出 {file}", "Wrote {file}")
_CANNOT_WRITE = both("无法写出 {file}：{reason}", "Cannot write {file}: {reason}")
_NOT_A_MOMENT = both(
    "应为日期（2026-11-23）或带时区的时刻（2026-11-23T16:40+08:00）",
    "write a date (2026-11-23) or an instant with zone (2026-11-23T16:40+08:00)",
)


@dataclass(frozen=True, slots=True)
class Place:
    """The repository that a command was pointed to, and the part of it that is to be shown."""

    root: Path
    below: str


def locate(path: str) -> Place:
    """The repository around ``path``; a usage error where there is none."""
    target = Path(path).absolute()
    if not target.exists():
        raise click.UsageError(Speech.say(_NO_PATH).format(path=path))
    root = root_above(target)
    if root is None:
        raise click.UsageError(Speech.say(_NO_SETTINGS).format(path=path))
    below = os.path.relpath(target, root).replace(os.sep, "/")
    return Place(root, "" if below == "." else below)


def open_repository(root: Path) -> Loaded:
    """The loaded repository. With settings that cannot be used, says why and exits with 2."""
    from hegui.api import BadSettings, load

    try:
        loaded = load(root)
    except BadSettings as bad:
        from hegui.engine.judge import reading_findings
        from hegui.reporters.text import list_findings

        click.echo(Speech.say(_BAD_SETTINGS), err=True)
        told = list_findings(reading_findings(bad.problems), bad.files, Speech.language)
        click.echo(told, err=True)
        raise click.exceptions.Exit(2) from None
    Speech.language = Speech.asked or loaded.repository.settings.languages[0]
    return loaded


def option_moment(value: str) -> date | datetime:
    """The type of an option that takes a date or an instant."""
    from hegui.model.moment import parse_moment

    moment = parse_moment(value)
    if moment is None:
        raise click.BadParameter(f"{value!r}: {Speech.say(_NOT_A_MOMENT)}")
    return moment


def as_of_option(function: F) -> F:
    """``--as-of``, the same for every command that judges."""
    return option(
        "--as-of",
        type=option_moment,
        metavar="DATE",
        words=both(
            "判定时点，日期指当日终了；默认取设置中的固定时点，否则为现在",
            "the instant of judgement, a date means its end; by default the one the settings "
            "pin, else now",
        ),
    )(function)


def repository_option(function: F) -> F:
    """``--repository``, for commands whose argument is not a path."""
    return option(
        "--repository",
        "path",
        default=".",
        metavar="PATH",
        words=both("仓库根目录，默认当前目录", "the repository's root, here by default"),
    )(function)


def lang_option(function: F) -> F:
    """``--lang``, the same for every command."""
    return option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        words=both("界面语言，默认取设置中的第一种", "language; by default the settings' first"),
    )(function)


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format``; the first of ``formats`` is the default."""
    return option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        words=both(f"输出格式，默认 {formats[0]}", f"output format, {formats[0]} by default"),
    )


def emit(text: str) -> None:
    """Write a result to standard output."""
    click.echo(text, nl=not text.endswith("\n"))


def narrate(text: Text, **values: object) -> None:
    """Tell what goes on, on standard error."""
    click.echo(Speech.say(text).format(**values), err=True)


def write(file: Path, text: str) -> None:
    """Write a file, making its folders; a usage error where that cannot be done."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(
            Speech.say(_CANNOT_WRITE).format(file=file, reason=error.strerror)
        ) from None
    narrate(_WRITTEN, file=file)


def width() -> int:
    """The columns of the terminal; 80 where there is none."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80


def colored() -> bool:
    """Whether to colour: only on a terminal, and not under NO_COLOR (no-color.org)."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
