"""``hegui pack verify``: a pack is what was sealed, reads, and its tests do what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.common import emit, format_option, lang_option
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.engine.verify import Verified

_NO_PACK = both("没有规则包“{name}”。{hint}", "There is no pack “{name}”. {hint}")
_SOUND = both(
    "{id} 版本 {version}：完好。文件 {files}，法规 {regulations}，条款 {obligations}"
    "（其中未核原文 {unverified}），控制目标 {objectives}，证明要求 {requirements}，"
    "可执行检验 {tests}，证据类型 {types}",
    "{id} version {version}: sound. {files} files, {regulations} regulations, {obligations} "
    "clauses ({unverified} not verified in the primary text), {objectives} objectives, "
    "{requirements} requirements, {tests} tests, {types} evidence types",
)
_BAD = both("{id} 版本 {version}：有 {count} 处问题", "{id} version {version}: {count} problems")
_DIFFERS = both("与登记的摘要不符：{path}", "not as its digest records: {path}")


@command(
    "verify",
    both(
        "核对规则包：摘要、引用、双语、每一项检验与其正反例",
        "Verify packs: digests, references, both languages, every test with its examples",
    ),
    arguments=[("ID", both("规则包，默认全部", "a pack; all of them by default"))],
    example="hegui pack verify\nhegui pack verify customer-information --format json",
)
@click.argument("names", metavar="[ID]…", nargs=-1)
@format_option("text", "json")
@lang_option
def run(names: tuple[str, ...], format_: str) -> int:
    from hegui.engine.verify import verify
    from hegui.loading.packs import folder, shipped

    for name in names:
        if name not in shipped():
            from hegui.loading.suggest import did_you_mean

            hint = Speech.say(did_you_mean(name, shipped()))
            raise click.UsageError(Speech.say(_NO_PACK).format(name=name, hint=hint))
    found = [verify(folder(name)) for name in names or shipped()]
    if format_ == "json":
        emit(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        emit("\n".join(_told(one) for one in found))
    return 0 if all(one.sound for one in found) else 1


def _told(one: Verified) -> str:
    from hegui.reporters.layout import wrap
    from hegui.reporters.text import list_findings

    say = Speech.say
    named = {"id": one.id, "version": one.version}
    if one.sound:
        lines = wrap(say(_SOUND).format(**named, **one.counts), 80)
        return "\n".join([*lines, f"  sha256:{one.digest}"])
    lines = [say(_BAD).format(**named, count=len(one.changed) + len(one.findings))]
    lines += [f"  {say(_DIFFERS).format(path=path)}" for path in one.changed]
    if one.findings:
        lines.append(list_findings(one.findings, one.files, Speech.language))
    return "\n".join(lines)


def _data(one: Verified) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "sound": one.sound,
        "digest": f"sha256:{one.digest}",
        "counts": dict(one.counts),
        "changed": list(one.changed),
        "findings": [
            {
                "rule": finding.rule,
                "subject": str(finding.subject),
                "path": finding.place.path,
                "line": finding.place.line,
                "column": finding.place.column,
                "message": {"zh": finding.message.get("zh"), "en": finding.message.get("en")},
            }
            for finding in one.findings
        ],
    }
