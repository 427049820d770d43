"""All rules, found by looking: a rule's file needs to be named nowhere else.

A rule is a Python file with its cases in YAML beside it, or one YAML document that declares it with
its cases inside. Other distributions add coded rules by entry points of the group ``hegui.rules``:
each names a module with a `Rule`, as a file here does.
"""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from hegui.loading.compiled import kept
from hegui.loading.decode import decode
from hegui.model.rule import DeclaredRule
from hegui.rules.rule import Rule
from hegui.rules.written import rule_of
from hegui.source.file import File
from hegui.source.parse import parse_all

GROUP = "hegui.rules"
"""The group of entry points under which other distributions register coded rules."""
_HOME = Path(__file__).parent
MARK = b"kind: rule\n"
"""How a file begins that declares a rule."""


class BadRule(Exception):
    """A rule of the program, or one registered by an entry point, cannot be used."""


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by id, sorted. A file that does not hold the rule of its path raises at once."""
    found: dict[str, Rule] = {}
    for one in (*_coded(), *_declared(), *_registered()):
        if one.id in found:
            raise BadRule(f"{one.id}: more than one rule has this id")
        found[one.id] = one
    return dict(sorted(found.items()))


def _coded() -> Iterator[Rule]:
    for category in sorted(path.parent.name for path in _HOME.glob("*/__init__.py")):
        for file in pkgutil.iter_modules([str(_HOME / category)]):
            module = import_module(f"hegui.rules.{category}.{file.name}")
            rules = {rule.id: rule for rule in vars(module).values() if isinstance(rule, Rule)}
            yield rules[f"{category}/{file.name.replace('_', '-')}"]


def _declared() -> Iterator[Rule]:
    for path, declared in kept(_HOME, _read, bool, write=not sys.dont_write_bytecode):
        if path != _path(declared.id):
            raise BadRule(f"{path}: declares {declared.id}")
        yield rule_of(declared)


def _read() -> list[tuple[str, DeclaredRule]]:
    """The rules that YAML files here declare, with the path of each."""
    paths = [path for path in sorted(_HOME.glob("*/*.yaml")) if path.read_bytes().startswith(MARK)]
    names = [path.relative_to(_HOME).as_posix() for path in paths]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    parsed = parse_all([File(name, text) for name, text in zip(names, texts, strict=True)])
    found = []
    for name, one in zip(names, parsed, strict=True):
        if one.problems or len(one.documents) != 1:
            raise BadRule(f"{name}: {one.problems or 'not one document'}")
        item, problems, _ = decode(one.documents[0])
        if problems or not isinstance(item, DeclaredRule):
            raise BadRule(f"{name}: {problems}")
        found.append((name, item))
    return found


def _registered() -> Iterator[Rule]:
    for point in entry_points(group=GROUP):
        rule = point.load()
        if not isinstance(rule, Rule) or rule.id != point.name:
            raise BadRule(f"{point.value}: is not the rule {point.name}")
        yield rule


def cases_path(rule: Rule) -> Path:
    """The file with the good and bad cases of a coded rule: beside its module, under its name."""
    if rule.check is not None and rule.declared is None:
        module = sys.modules[rule.check.__module__]
        if module.__file__ is not None and not module.__name__.startswith("hegui."):
            return Path(module.__file__).with_suffix(".yaml")
    return _HOME / _path(rule.id)


def _path(id: str) -> str:
    return f"{id.replace('-', '_')}.yaml"
