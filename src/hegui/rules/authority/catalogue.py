"""No change asks for less proof, or for less law, than the base does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hegui.findings.severity import Severity
from hegui.model.catalogue import Catalogue
from hegui.model.evidence_type import EvidenceType
from hegui.model.fact import Fact as NamedFact
from hegui.model.item import Item, Part
from hegui.model.naming import kind_title
from hegui.model.regulation import Regulation
from hegui.model.whole import Whole
from hegui.rules.against import (
    PROBLEM,
    REMEDY,
    base_of,
    based,
    before,
    distinct,
    gone,
    lost,
    plain,
    removed,
    stood,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_KINDS: tuple[type[Item], ...] = (Catalogue, Regulation, EvidenceType, NamedFact)
_ITEMS: Mapping[str, tuple[str, ...]] = {
    "evidence-type": ("shape", "facts", "artefact"),
    "fact": ("yes_if", "no_if"),
    "regulation": ("force", "binds", "applies_when", "effective", "ends"),
}
_PARTS: Mapping[str, tuple[str, ...]] = {
    "objective": ("applies_when", "due"),
    "requirement": (
        "evidence", "every", "for_each", "due", "where", "applies_when", "test", "after", "weight",
    ),
    "obligation": ("nature", "force", "binds", "applies_when", "effective", "ends", "deadlines"),
}  # fmt: skip
"""The fields that decide what binds and what must be proved, by whom and when."""
_MAY_GROW = ("facts", "deadlines")
"""What may be added to without asking for less."""


@rule(
    "authority/catalogue",
    *_KINDS,
    Whole,
    severity=Severity.CRITICAL,
    title=both(
        "放低了自有目录或法规的要求", "A catalogue or regulation of our own that asks for less"
    ),
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
def check(subject: Item, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        for cls in _KINDS:
            yield from (removed(old, context) for old in gone(cls, context))
        return
    olds = before(subject, context)
    yield from distinct(
        fault
        for old in olds
        for compare in (_fields, _parts)
        for fault in compare(old, subject, context)
    )


def _fields(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    """The fields of an item that were rewritten."""
    for field in _ITEMS.get(new.kind, ()):
        if _differs(field, old.document.data, new.document.data):
            yield _rewritten(new.kind, new.id, (), field)


def _parts(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    """The parts of an item that are gone, or that were rewritten."""
    for kind, fields in _PARTS.items():
        now = {_key(part): part for part in _of(new, kind, context.repository.parts)}
        for part in _of(old, kind, base_of(context).parts):
            other = now.get(_key(part))
            if other is None:
                problem = lost(_named(kind, part.id), stood(old, *part.path))
                yield Fault(part.path[:1], {"problem": problem}, part.id)
                continue
            for field in fields:
                if _differs(field, _raw(part), _raw(other)):
                    yield _rewritten(kind, other.id, other.path, field)


def _differs(field: str, old: Any, new: Any) -> bool:
    was, now = plain(old.get(field)), plain(new.get(field))
    if field in _MAY_GROW and isinstance(was, dict) and isinstance(now, dict):
        return any(now.get(name) != value for name, value in was.items())
    if field in _MAY_GROW and isinstance(was, list) and isinstance(now, list):
        return any(one not in now for one in was)
    return bool(was != now) and not (field in _MAY_GROW and was is None)


def _of(item: Item, kind: str, parts: Any) -> Iterator[Part]:
    return (part for part in parts.get(kind, {}).values() if part.holder is item)


def _key(part: Part) -> str:
    """The name of a part within its item, which may have been renamed."""
    return part.id.partition("#")[2]


def _raw(part: Part) -> Any:
    data: Any = part.document.data
    for step in part.path:
        data = data[step]
    return data


def _named(kind: str, name: str) -> Text:
    title = kind_title(kind)
    return both(f"{title.get('zh')} {name} ", f"the {title.get('en')} {name}")


def _rewritten(kind: str, name: str, path: tuple[str | int, ...], field: str) -> Fault:
    what = _named(kind, name)
    problem = both(
        f"改动了{what.get('zh')}的 {field}，无法断定没有放低要求",
        f"In {what.get('en')}, {field} was changed: nobody can say that it asks for no less",
    )
    return Fault((*path, field), {"problem": problem})
