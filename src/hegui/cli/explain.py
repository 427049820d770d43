"""``hegui explain``: a rule, or a figure derived step by step with the places."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import click

from hegui.cli.common import (
    as_of_option,
    colored,
    emit,
    format_option,
    lang_option,
    locate,
    open_repository,
    repository_option,
    width,
)
from hegui.cli.language import Speech
from hegui.cli.speaking import command
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from hegui.engine.result import Result
    from hegui.model.item import Entity
    from hegui.reporters.derivation.step import Step

SCORE, GATE = "score", "gate"
_GROUPS = ("area", "regulation", "department", "phase")
_NO_RULE = both(
    "没有规则“{rule}”。{hint}用 hegui list rule 查看全部规则。",
    "There is no rule “{rule}”. {hint} See them all with hegui list rule.",
)
_NOTHING = both(
    "{name} 没有可推导的数字；可解释规则、目标、证明要求、风险、里程碑（放行）、score（得分）及领域、"
    "法规、部门、阶段的得分。用 hegui show {name} 查看它本身。",
    "Nothing is derived for {name}; explain takes rules, objectives, requirements, risks, milestones "
    "(their gates), score, and the scores of areas, regulations, departments and phases. "
    "See the item itself with hegui show {name}.",
)
_NO_GATE = both("里程碑“{name}”没有放行条件。", "The milestone “{name}” has no gate.")
_NO_FINDING = both(
    "没有指纹为“{name}”的发现：可能已经改好，也可能判定时点不同。用 hegui check --format json 查看指纹。",
    "There is no finding with the fingerprint “{name}”: it may be mended, or the instant another. "
    "hegui check --format json shows them.",
)
_SEVERAL_FINDINGS = both(
    "指纹以“{name}”开头的发现不止一条，请多写几位。",
    "More than one finding has a fingerprint that begins with “{name}”; write more of it.",
)
_FINGERPRINT = re.compile(r"[0-9a-f]{8,32}")
"""A fingerprint, or so much of its beginning that no id of an item looks like it by chance."""
_INDENT = 2


@command(
    "explain",
    both(
        "说明一条规则，或逐步推导一条发现，目标、要求、风险、得分、放行的结论\n\n"
        "口径与手算的例子见 docs/proof.zh.md。",
        "Explain a rule, or derive a finding, objective, requirement, risk, score or gate step by step\n\n"
        "How they are counted, with an example by hand: docs/proof.md.",
    ),
    arguments=[
        (
            "ID",
            both(
                "规则、发现的指纹、目标、证明要求、risk/风险、score、gate/里程碑等",
                "a rule, a finding's fingerprint, an objective, a requirement, risk/ID, score, "
                "gate/MILESTONE and the like",
            ),
        )
    ],
    example="hegui explain agreement/expired\nhegui explain cip#04.2:restored\n"
    "hegui explain score\nhegui explain gate/cut-over\nhegui explain risk/contractor-misuse",
)
@click.argument("name", metavar="ID")
@repository_option
@as_of_option
@format_option("text", "json")
@lang_option
def run(name: str, path: str, as_of: object, format_: str) -> int:
    if _rule(name, format_, path):
        return 0
    loaded = open_repository(locate(path).root)
    from hegui.api import instant, judge

    result = judge(loaded, instant(loaded.repository.settings, as_of))  # type: ignore[arg-type]
    step = _derivation(name, result)
    if format_ == "json":
        from hegui.reporters.derivation.step import data

        told = {"id": name, "as_of": result.as_of.isoformat(timespec="seconds")}
        emit(json.dumps(told | data(step, Speech.language), ensure_ascii=False, indent=2))
    else:
        emit(_text(step))
    return 0


def _rule(name: str, format_: str, path: str) -> bool:
    """Tell a rule's page; whether there is such a rule."""
    from hegui.rules.registry import all_rules

    rule = all_rules().get(name)
    if rule is None and name.count("/") == 1:
        from hegui.cli.rules import declared_at

        rule = declared_at(path, name)
    if rule is None:
        return False
    from hegui.rules.page import page

    told = page(rule, Speech.language)
    emit(json.dumps({"id": name, "page": told}, ensure_ascii=False) if format_ == "json" else told)
    return True


def _derivation(name: str, result: Result) -> Step:
    from hegui.cli.finding import find
    from hegui.reporters.derivation import gates, proofs, risks, scores

    kind, _, rest = name.partition("/")
    if name == SCORE:
        return scores.whole(result)
    if _FINGERPRINT.fullmatch(name):
        return _finding(name, result)
    if rest and rest not in result.repository.items.get(kind, {}):
        _misspelt_rule(name, result)
    entity = find(result.repository, _full(kind, rest, name))
    match entity.kind:
        case "requirement":
            return proofs.requirement(entity, result)  # type: ignore[arg-type]
        case "objective":
            return proofs.objective(entity, result)  # type: ignore[arg-type]
        case "risk":
            return risks.risk(entity, result)  # type: ignore[arg-type]
        case "milestone":
            if entity.id not in result.gates:
                raise click.UsageError(Speech.say(_NO_GATE).format(name=entity.id))
            return gates.gate(entity, result)  # type: ignore[arg-type]
    return _group(entity, name, result)


def _finding(name: str, result: Result) -> Step:
    """The finding of a fingerprint, or of the beginning of one."""
    from hegui.reporters.derivation.findings import finding

    found = {one.fingerprint: one for one in result.findings if one.fingerprint.startswith(name)}
    if len(found) != 1:
        told = _SEVERAL_FINDINGS if found else _NO_FINDING
        raise click.UsageError(Speech.say(told).format(name=name))
    return finding(next(iter(found.values())), result)


def _misspelt_rule(name: str, result: Result) -> None:
    """Say which rule is nearest, where a name looks like that of a rule and of nothing else."""
    from hegui.loading.suggest import did_you_mean
    from hegui.model.kinds import KINDS

    rules = result.rules
    parts = {part.kind for kind in KINDS.values() for part in kind.parts} | {"requirement"}
    kind = name.partition("/")[0]
    hint = Speech.say(did_you_mean(name, rules))
    if hint and kind in {one.category for one in rules.values()} - parts:
        raise click.UsageError(Speech.say(_NO_RULE).format(rule=name, hint=hint))


def _full(kind: str, rest: str, name: str) -> str:
    """The name of the item that is meant: ``gate/cut-over`` is ``milestone/cut-over``."""
    if kind == GATE:
        return f"milestone/{rest}"
    return rest if kind == SCORE else name


def _group(entity: Entity, name: str, result: Result) -> Step:
    from hegui.reporters.derivation.scores import of_group

    found = of_group(entity, entity.kind, result) if entity.kind in _GROUPS else None
    if found is None:
        raise click.UsageError(Speech.say(_NOTHING).format(name=name))
    return found


def _text(step: Step) -> str:
    """The steps for a terminal, each below what it follows from, with its place."""
    from hegui.reporters.derivation.step import flat
    from hegui.reporters.harmless import harmless, one_line
    from hegui.reporters.ink import BOLD, DIM, Ink
    from hegui.reporters.layout import wrap

    ink, cells, lines = Ink(colored()), width(), []
    for depth, one in flat(step):
        indent = " " * (_INDENT * depth)
        for position, line in enumerate(
            wrap(one_line(Speech.say(one.text)), cells - len(indent) - 2)
        ):
            lines.append(indent + ("  " if position else "") + (line if depth else ink(line, BOLD)))
        if one.place is not None:
            lines.append(f"{indent}  {ink(harmless(str(one.place)), DIM)}")
    return "\n".join(lines)
