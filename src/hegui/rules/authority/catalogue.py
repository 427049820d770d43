"""No change asks for less proof than the base does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hegui.findings.severity import Severity
from hegui.model.catalogue import Catalogue
from hegui.model.fact import Fact as NamedFact
from hegui.model.item import Item, Part
from hegui.model.naming import kind_title
from hegui.model.whole import Whole
from hegui.rules.against import (
    PROBLEM,
    REMEDY,
    base_of,
    based,
    before,
    gone,
    lost,
    plain,
    removed,
    same,
    stood,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import both

_MEANING = {
    "objective": ("applies_when", "due"),
    "requirement": (
        "evidence", "every", "for_each", "due", "where", "applies_when", "test", "after", "weight",
    ),
}  # fmt: skip
"""The fields that decide what must be proved, by whom and when."""
_QUESTION = ("yes_if", "no_if")


@rule(
    "authority/catalogue",
    Catalogue,
    NamedFact,
    Whole,
    severity=Severity.CRITICAL,
    title=both("放低了自有目录的要求", "A catalogue of our own that asks for less"),
    message=PROBLEM,
    remedy=REMEDY,
    why=both(
        "要证明什么，由目录的负责人定；证明不了就改要求，得分便没有意义。",
        "What must be proved is for those who answer for the catalogue to say; a score means nothing "
        "where the requirement yields to the lack of proof.",
    ),
    packs=False,
    where=based,
)
def check(subject: Catalogue | NamedFact | Whole, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        for cls in (Catalogue, NamedFact):
            yield from (removed(old, context) for old in gone(cls, context))
        return
    for old in before(subject, context):
        if isinstance(subject, NamedFact):
            for field in _QUESTION:
                if not same(old, subject, field):
                    yield _rewritten(subject, subject.identity.id, (), field)
        else:
            yield from _parts(old, subject, context)


def _parts(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    """Objectives and requirements that are gone, or that were rewritten."""
    for kind, fields in _MEANING.items():
        now = {_key(part): part for part in _of(new, kind, context.repository.parts)}
        for part in _of(old, kind, base_of(context).parts):
            other = now.get(_key(part))
            if other is None:
                title = kind_title(kind)
                what = both(f"{title.get('zh')} {part.id}", f"the {title.get('en')} {part.id}")
                problem = lost(what, stood(old, *part.path))
                yield Fault(("objectives",), {"problem": problem}, part.id)
                continue
            for field in fields:
                if plain(_raw(part).get(field)) != plain(_raw(other).get(field)):
                    yield _rewritten(new, other.id, other.path, field)


def _of(item: Item, kind: str, parts: Any) -> Iterator[Part]:
    return (part for part in parts.get(kind, {}).values() if part.holder is item)


def _key(part: Part) -> str:
    """The name of a part within its catalogue, which may have been renamed."""
    return part.id.partition("#")[2]


def _raw(part: Part) -> Any:
    data: Any = part.document.data
    for step in part.path:
        data = data[step]
    return data


def _rewritten(item: Item, name: str, path: tuple[str | int, ...], field: str) -> Fault:
    problem = both(
        f"改动了 {name} 的 {field}，无法断定没有放低要求",
        f"In {name}, {field} was changed: nobody can say that it asks for no less",
    )
    return Fault((*path, field), {"problem": problem}, f"{name}/{field}")
