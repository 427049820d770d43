"""The rules that hold in a repository: the program's, and those that it or its packs declare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from hegui.cli.language import Speech, root_above
from hegui.source.bilingual import both

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hegui.api import Loaded
    from hegui.rules.rule import Rule

PROGRAM, REPOSITORY = "program", "repository"
ORIGINS = {PROGRAM: both("", ""), REPOSITORY: both("本仓库", "our own")}
"""How a table marks where a rule comes from; a pack goes by its name, as ``pack:customer-information``."""

_UNUSABLE = both(
    "{place} 的规则 {id} 不可用，没有说明可看；用 hegui check 查看原因。",
    "The rule {id} at {place} cannot be used, and so cannot be explained; hegui check says why.",
)


class Sourced(NamedTuple):
    """A rule, and where it comes from."""

    rule: Rule
    source: str


def rules_at(path: str) -> list[Sourced]:
    """All rules by id. Where there is no repository, or none that can be used, the program's."""
    from hegui.rules.registry import all_rules

    loaded = _loaded(path)
    rules = all_rules() if loaded is None else _rules(loaded)
    return [Sourced(rule, _source(rule)) for _, rule in sorted(rules.items())]


def declared_at(path: str, id: str) -> Rule | None:
    """The rule that the repository declares under ``id``; a usage error where it is not sound."""
    loaded = _loaded(path)
    declared = None if loaded is None else loaded.repository.items.get("rule", {}).get(id)
    if loaded is None or declared is None:
        return None
    Speech.language = Speech.asked or loaded.repository.settings.languages[0]
    rule = _rules(loaded).get(id)
    if rule is None:
        told = Speech.say(_UNUSABLE).format(id=id, place=declared.place())
        raise click.UsageError(told)
    return rule


def _loaded(path: str) -> Loaded | None:
    from hegui.api import BadSettings, load

    root = root_above(Path(path).absolute())
    if root is None:
        return None
    try:
        return load(root)
    except (
        BadSettings
    ):  # rules of the program are told all the same; hegui check says what is wrong
        return None


def _rules(loaded: Loaded) -> Mapping[str, Rule]:
    from hegui.api import instant
    from hegui.derive.grounds import Grounds
    from hegui.engine.judge import clock_of, rules_of
    from hegui.rules.context import Context

    repository = loaded.repository
    clock = clock_of(repository, instant(repository.settings))
    return rules_of(Context(Grounds(repository, clock, loaded.tree)))


def _source(rule: Rule) -> str:
    from hegui.rules.registry import all_rules

    known = all_rules().get(rule.id)
    if rule.declared is None or (known is not None and known.declared is rule.declared):
        return PROGRAM
    place = rule.declared.place().path
    return place.partition("/")[0] if place.startswith("pack:") else REPOSITORY
