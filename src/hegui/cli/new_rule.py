"""``hegui new rule``: write a rule of one's own to begin from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

import click

from hegui.cli.common import lang_option, locate, open_repository, repository_option, write
from hegui.cli.language import Speech
from hegui.cli.speaking import command, option
from hegui.source.bilingual import Text, both

if TYPE_CHECKING:
    from hegui.model.table import PartOf

_FOLDER = "checks/rules"
_NOT_AN_ID = both(
    "“{id}”不是规则编号：应写成 类别/名称，用小写字母、数字和连字符，如 vendor/no-exit-plan。",
    "“{id}” is no id of a rule: write category/name in small letters, digits and hyphens, "
    "as vendor/no-exit-plan.",
)
_BUILT_IN = both(
    "{id} 已是内置规则的编号，请换一个名称。",
    "{id} is the id of a rule of the program; choose another name.",
)
_DECLARED = both(
    "仓库里已有规则 {id}，见 {place}。", "The repository has a rule {id} already, at {place}."
)
_THERE = both(
    "已有 {path}，不会覆盖；请换一个名称。",
    "{path} exists and is not overwritten; choose another name.",
)
_NO_KIND = both(
    "没有类别“{kind}”。{hint}用 --for 写明规则适用的类别；用 hegui list 查看有哪些。",
    "There is no kind “{kind}”. {hint} Name the kind that the rule is for with --for; hegui list "
    "shows them.",
)
_NO_DOCUMENT = both(
    "{kind} 没有自己的文档，写不出案例。"
    "先用 --for {holder} 写出规则，再把 for 改成 {kind}，并相应改动条件和案例。",
    "A {kind} has no document of its own to write cases with. Begin with --for {holder}, then make it "
    "for: {kind} and change its condition and cases.",
)


@command(
    "rule",
    both(
        "新写一条自定义规则（checks/rules/名称.yaml），带注释和两个通过的案例",
        "Write a rule of our own (checks/rules/NAME.yaml), commented, with two cases that pass",
    ),
    arguments=[
        (
            "CATEGORY/NAME",
            both("规则编号，如 vendor/no-exit-plan", "its id, as vendor/no-exit-plan"),
        )
    ],
    example="hegui new rule vendor/no-exit-plan\nhegui new rule third-party/unnamed --for agreement",
)
@click.argument("id", metavar="CATEGORY/NAME")
@option(
    "--for",
    "kind",
    metavar="KIND",
    words=both("适用的类别，默认取编号的前半", "the kind it is for; by default its category"),
)
@repository_option
@lang_option
def run(id: str, kind: str | None, path: str) -> int:
    from hegui.model.rule import RULE_ID
    from hegui.rules.registry import all_rules

    if not re.fullmatch(RULE_ID.pattern or "", id):
        _refuse(_NOT_AN_ID, id=id)
    kind = _kind(kind or id.partition("/")[0])
    if id in all_rules():
        _refuse(_BUILT_IN, id=id)
    root = locate(path).root
    declared = open_repository(root).repository.items.get("rule", {}).get(id)
    if declared is not None:
        _refuse(_DECLARED, id=id, place=declared.place())
    name = f"{_FOLDER}/{id.partition('/')[2]}.yaml"
    if (root / name).exists() or (root / name).is_symlink():
        _refuse(_THERE, path=name)
    from hegui.scaffold.rule import rule_file

    write(root / name, rule_file(id, kind, Speech.language))
    return 0


def _kind(word: str) -> str:
    from hegui.expr import scope
    from hegui.loading.suggest import did_you_mean
    from hegui.model.kinds import KINDS

    if word in KINDS:
        return word
    if scope.known(word):
        holders = (one.name for one in KINDS.values() if word in _parts(one.parts))
        _refuse(_NO_DOCUMENT, kind=word, holder=next(holders, "organization"))
    _refuse(_NO_KIND, kind=word, hint=Speech.say(did_you_mean(word, KINDS)))


def _parts(parts: tuple[PartOf, ...]) -> set[str]:
    return {part.kind for part in parts} | {name for part in parts for name in _parts(part.parts)}


def _refuse(text: Text, **values: object) -> NoReturn:
    raise click.UsageError(Speech.say(text).format(**values))
