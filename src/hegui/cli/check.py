"""``hegui check``: hold the repository against the rules."""

from __future__ import annotations

from pathlib import Path

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
    write,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.findings.severity import WORDS, Severity
from hegui.reporters import FORMATS, reporter
from hegui.reporters.options import Options
from hegui.source.bilingual import both

_BAD_OUTPUT = both(
    "--output 应写成 格式=文件，格式为 {formats} 之一",
    "--output is written FORMAT=FILE, FORMAT one of {formats}",
)


@command(
    "check",
    both(
        "检查治理仓库，达到 --fail-on 的缺口即以 1 退出",
        "Check the governance repository; exit with 1 on a gap at or above --fail-on",
    ),
    arguments=[PATH],
    example="hegui check\nhegui check --fail-on medium --output sarif=build/hegui.sarif",
)
@click.argument("path", default=".")
@as_of_option
@option(
    "--fail-on",
    type=click.Choice(WORDS),
    words=both(
        "达到此严重程度即不通过，默认取设置", "fail at this severity; by default the settings'"
    ),
)
@format_option(*FORMATS)
@option(
    "--output",
    multiple=True,
    metavar="FORMAT=FILE",
    words=both("另把结果写成文件，可重复", "write the result to a file as well; may be repeated"),
)
@option(
    "--all",
    "outcomes",
    is_flag=True,
    words=both("连同通过的结果一并列出（json）", "list every outcome, passes too (json)"),
)
@lang_option
def run(
    path: str,
    as_of: object,
    fail_on: str | None,
    format_: str,
    output: tuple[str, ...],
    outcomes: bool,
) -> int:
    targets = [_target(one) for one in output]
    place = locate(path)
    loaded = open_repository(place.root)
    from hegui.api import instant, judge

    settings = loaded.repository.settings
    result = judge(loaded, instant(settings, as_of))  # type: ignore[arg-type]
    options = Options(
        language=Speech.language,
        fail_on=Severity.of(fail_on or settings.fail_on),
        below=place.below,
        color=colored(),
        width=width(),
        outcomes=outcomes,
    )
    for format, file in targets:
        plain = Options(options.language, options.fail_on, options.below, outcomes=outcomes)
        write(Path(file), reporter(format)(result, plain))
    emit(reporter(format_)(result, options))
    return int(result.exit(options.fail_on))


def _target(output: str) -> tuple[str, str]:
    format, sign, file = output.partition("=")
    if not (sign and file and format in FORMATS):
        raise click.UsageError(Speech.say(_BAD_OUTPUT).format(formats=", ".join(FORMATS)))
    return format, file
