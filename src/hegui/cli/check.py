"""``hegui check``: hold the repository against the rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hegui.cli.base import open_base
from hegui.cli.baseline import baseline_option, open_agreed, open_baseline, renewal
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
from hegui.reporters import FILES, FORMATS, reporter
from hegui.reporters.options import Options
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.engine.result import Result

_BAD_OUTPUT = both(
    "--output 应写成 格式=文件，格式为 {formats} 之一",
    "--output is written FORMAT=FILE, FORMAT one of {formats}",
)
_NO_GATE = both(
    "没有可放行的里程碑“{name}”。{hint}", "There is no milestone “{name}” with a gate. {hint}"
)
_NO_CONDITIONS = both(
    "里程碑“{name}”没有写放行条件，无从判断能否放行；在 transfer 的 gate 里写明。",
    "The milestone “{name}” asks for nothing, so nobody can say go; write its gate in the transfer.",
)
_SEVERAL = both(
    "里程碑“{name}”不止一个，请写全名：{names}",
    "There is more than one milestone “{name}”; name one in full: {names}",
)


@command(
    "check",
    both(
        "检查治理仓库，达到 --fail-on 的缺口即以 1 退出",
        "Check the governance repository; exit with 1 on a gap at or above --fail-on",
    ),
    arguments=[PATH],
    example="hegui check\nhegui check --fail-on medium --output sarif=build/hegui.sarif\n"
    "hegui check --gate cut-over\nhegui check --output baseline=baseline.yaml\n"
    "hegui check --baseline baseline.yaml\nhegui check --base origin/main",
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
    "--base",
    metavar="REF",
    words=both(
        "基准：分支、标签或提交。权限、限值和固定的时点以它为准，放宽它们的改动是严重发现",
        "hold the change against this branch, tag or commit: powers, limits and the pinned instant "
        "are its own, and whatever loosens them is a critical finding",
    ),
)
@baseline_option
@option(
    "--all",
    "outcomes",
    is_flag=True,
    words=both("连同通过的结果一并列出（json）", "list every outcome, passes too (json)"),
)
@option(
    "--gate",
    metavar="MILESTONE",
    words=both(
        "回答该里程碑能否放行：可以、附条件、不得；缺什么、谁负责、何时前；不得放行即以 1 退出",
        "answer whether the milestone may be passed: go, go with conditions or no-go; what is "
        "missing, who owes it and by when; no-go exits with 1",
    ),
)
@lang_option
def run(
    path: str,
    as_of: object,
    fail_on: str | None,
    format_: str,
    output: tuple[str, ...],
    base: str | None,
    baseline: str | None,
    outcomes: bool,
    gate: str | None,
) -> int:
    targets = [_target(one) for one in output]
    place = locate(path)
    loaded = open_repository(place.root)
    held = None if base is None else open_base(place.root, base, loaded)
    known = None if baseline is None else open_baseline(baseline)
    from hegui.api import instant, judge

    settings = (held or loaded).repository.settings
    result = judge(loaded, instant(settings, as_of), held)  # type: ignore[arg-type]
    agreed = None if held is None or baseline is None else open_agreed(held, place.root, baseline)
    result = replace(result, baseline=known, agreed=agreed)
    asked = None if gate is None else _gate(gate, result)
    options = Options(
        language=Speech.language,
        fail_on=Severity.of(fail_on or settings.fail_on),
        below=place.below,
        color=colored(),
        width=width(),
        outcomes=outcomes,
        gate=asked,
        renewal="" if baseline is None else renewal(baseline, path, as_of, base),
    )
    for format, file in targets:
        plain = replace(options, color=False, width=80)
        write(Path(file), reporter(format)(result, plain))
    emit(reporter(format_)(result, options))
    return int(result.exit(options.fail_on, asked))


def _gate(name: str, result: Result) -> str:
    """The full name of the milestone whose gate is asked; a usage error where there is none."""
    names = result.repository.short.get(("milestone", name), (name,))
    found = [one for one in names if one in result.gates]
    if len(found) == 1:
        return found[0]
    short = [one.partition("#")[2] for one in result.gates]
    if found:
        raise click.UsageError(Speech.say(_SEVERAL).format(name=name, names=", ".join(found)))
    if any(one in result.repository.parts.get("milestone", {}) for one in names):
        raise click.UsageError(Speech.say(_NO_CONDITIONS).format(name=name))
    from hegui.loading.suggest import did_you_mean

    hint = Speech.say(did_you_mean(name, short))
    raise click.UsageError(Speech.say(_NO_GATE).format(name=name, hint=hint))


def _target(output: str) -> tuple[str, str]:
    format, sign, file = output.partition("=")
    if not (sign and file and format in FILES):
        raise click.UsageError(Speech.say(_BAD_OUTPUT).format(formats=", ".join(FILES)))
    return format, file
