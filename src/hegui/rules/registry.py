"""All rules, found by looking: a rule's file needs to be named nowhere else."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from hegui.rules.rule import Rule

_HOME = Path(__file__).parent


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by id, sorted. A file that does not hold the rule of its path raises at once."""
    found = {}
    for category in sorted(path.parent.name for path in _HOME.glob("*/__init__.py")):
        for file in pkgutil.iter_modules([str(_HOME / category)]):
            module = import_module(f"hegui.rules.{category}.{file.name}")
            rules = {rule.id: rule for rule in vars(module).values() if isinstance(rule, Rule)}
            name = f"{category}/{file.name.replace('_', '-')}"
            found[name] = rules[name]
    return dict(sorted(found.items()))


def cases_path(rule: Rule) -> Path:
    """The file with the good and bad cases of a rule."""
    category, _, name = rule.id.partition("/")
    return _HOME / category / f"{name.replace('-', '_')}.yaml"
