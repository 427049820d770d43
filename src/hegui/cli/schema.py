"""``hegui schema``: the JSON Schema of a kind of document."""

from __future__ import annotations

import json

import click

from hegui.cli.common import emit, lang_option
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

_NO_KIND = both("没有类别“{kind}”。{hint}", "There is no kind “{kind}”. {hint}")


@command(
    "schema",
    both(
        "打印 JSON Schema（2020-12），供编辑器补全与校验",
        "Print JSON Schema 2020-12, for editors to complete and check",
    ),
    arguments=[
        (
            "KIND",
            both(
                "类别，如 control；settings 为 hegui.yaml，result 为 check 的 JSON，"
                "baseline 为基线文件；不写则为所有类别",
                "a kind as control; settings for hegui.yaml, result for the JSON of check, "
                "baseline for a baseline file; all kinds when left out",
            ),
        )
    ],
    example="hegui schema control\nhegui schema > .vscode/hegui.schema.json",
)
@click.argument("kind", required=False)
@lang_option
def run(kind: str | None) -> int:
    from hegui.loading.suggest import did_you_mean
    from hegui.model.kinds import KINDS
    from hegui.model.schema import (
        baseline_schema,
        document_schema,
        kind_schema,
        settings_schema,
    )

    if kind is None:
        schema = document_schema()
    elif kind == "settings":
        schema = settings_schema()
    elif kind == "baseline":
        schema = baseline_schema()
    elif kind == "result":
        from hegui.reporters.json import result_schema

        schema = result_schema()
    elif kind in KINDS:
        schema = kind_schema(kind)
    else:
        hint = Speech.say(did_you_mean(kind, [*KINDS, "settings", "result", "baseline"]))
        raise click.UsageError(Speech.say(_NO_KIND).format(kind=kind, hint=hint))
    emit(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0
