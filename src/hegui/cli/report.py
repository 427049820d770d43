"""``hegui report``: the page for management."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from hegui.cli.baseline import baseline_option, open_baseline
from hegui.cli.common import PATH, as_of_option, lang_option, locate, open_repository, write
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.findings.severity import Severity
from hegui.source.bilingual import both


@command(
    "report",
    both(
        "生成管理层页面：结论、按严重程度与领域的发现、谁该做什么",
        "Render the page for management: verdict, findings by severity and area, who must do what",
    ),
    arguments=[PATH],
    example="hegui report\nhegui report --out public",
)
@click.argument("path", default=".")
@as_of_option
@option(
    "--out",
    metavar="DIR",
    words=both(
        "输出文件夹，默认为仓库的 build/", "folder to write to; build/ of the repository by default"
    ),
)
@baseline_option
@lang_option
def run(path: str, as_of: object, out: str | None, baseline: str | None) -> int:
    place = locate(path)
    loaded = open_repository(place.root)
    known = None if baseline is None else open_baseline(baseline)
    from hegui.api import instant, judge
    from hegui.reports.render import render

    settings = loaded.repository.settings
    result = judge(loaded, instant(settings, as_of))  # type: ignore[arg-type]
    result = replace(result, baseline=known)
    languages = (Speech.asked,) if Speech.asked else settings.languages
    page = render(result, Severity.of(settings.fail_on), languages)
    write(Path(out or place.root / "build") / "management.html", page)
    return 0
