"""A repository against its base: what an item was, what is gone, and how that is said.

An item is the same under its id; under an id that it had formerly where that is gone and nobody
else claims it. Where a document stands makes no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from hegui.findings.message import say
from hegui.model.item import Item
from hegui.model.naming import kind_title
from hegui.model.repository import Repository
from hegui.model.types import Path
from hegui.model.whole import Whole
from hegui.rules.context import Context
from hegui.rules.rule import Fault
from hegui.source.bilingual import Text, both
from hegui.source.place import Place

I = TypeVar("I", bound=Item)  # noqa: E741

PROBLEM = both("{problem}", "{problem}")
"""The message of the rules that say each thing in its own words."""
REMEDY = both(
    "从本次变更中撤出这处改动；确需放宽的，单独提出，由该文件的负责人审阅后越过本检查合并。",
    "Take this out of the change. If it is wanted, propose it by itself, and have those who own the "
    "file review it and merge it over this check.",
)
NOTHING = both("未写", "not stated")


def based(_: Item, context: Context) -> bool:
    """Whether there is a base to hold the change against: else the rules do not apply."""
    return context.base is not None


def base_of(context: Context) -> Repository:
    """The base; a rule that asks for it applies only where there is one."""
    assert context.base is not None, "no base is named"
    return context.base


def before(item: I, context: Context) -> tuple[I, ...]:
    """What an item was in the base; several where it takes up others, none where it is new."""
    known: Any = base_of(context).items.get(item.kind, {})
    own = [known[item.id]] if item.id in known else []
    return (*own, *(known[name] for name in _renamed(item, context) if name in known))


def gone(cls: type[I], context: Context) -> Iterator[I]:
    """The base's own items of a kind that are here no more, under any name.

    Raises `Unassessable` where a document of the kind was not understood: it may be there.
    """
    base, now = base_of(context), context.repository
    renamed = {name for item in now.all(cls) for name in _renamed(item, context)}
    for item in base.all(cls):
        if ours(item) and item.id not in now.items.get(item.kind, {}) and item.id not in renamed:
            now.complete(item.kind)
            yield item


def distinct(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Each fault once: an item that takes up several may fall short of all of them."""
    seen: set[tuple[Path, str]] = set()
    for fault in faults:
        if (fault.at, fault.discriminator) not in seen:
            seen.add((fault.at, fault.discriminator))
            yield fault


def ours(item: Item) -> bool:
    """Whether an item stands in the repository and not in a pack."""
    return not item.document.file.path.startswith("pack:")


def _renamed(item: Item, context: Context) -> Iterator[str]:
    """The former ids of an item that nothing else bears or claims."""
    now: Any = context.repository.items.get(item.kind, {})
    for name in item.formerly:
        claims = sum(name in other.formerly for other in now.values())
        if name not in now and claims == 1:
            yield name


def same(old: Item, new: Item, field: str) -> bool:
    """Whether a field says the same in both: the order of its lists and its white space aside."""
    was, now = (plain(item.document.data.get(field)) for item in (old, new))
    return bool(was == now)


def plain(value: Any) -> Any:
    """What YAML holds, without the order of lists and the white space of texts."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return sorted(map(plain, value), key=_order)
    return " ".join(value.split()) if isinstance(value, str) else value


def _order(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


# How it is said


def moved(what: Text, old: object, new: object) -> Text:
    """That something was one thing in the base and is another now."""
    was, now = said(old), said(new)
    return both(
        f"{what.get('zh')}由{was.get('zh')}改为{now.get('zh')}",
        begun(f"{what.get('en')} was {was.get('en')} and is {now.get('en')}"),
    )


def lost(what: Text, was: Text) -> Text:
    """That something is here no more, and where it stood."""
    zh, en = what.get("zh").rstrip(), what.get("en")
    return both(f"删去了{zh}{was.get('zh')}", begun(f"{en} was removed{was.get('en')}"))


def begun(sentence: str) -> str:
    """An English sentence with a capital."""
    return sentence[:1].upper() + sentence[1:]


def changed(item: Item, what: Text, old: object, new: object, context: Context) -> Text:
    """That a field of an item was one thing in the base and is another now."""
    return moved(of(item, what, context), old, new)


def of(item: Item, what: Text, context: Context) -> Text:
    """A field of an item, or whatever else it has, by name."""
    name = context.name(item)
    return both(
        f"{name.get('zh')} 的{what.get('zh')}".replace("） 的", "）的"),
        f"{what.get('en')} of {name.get('en')}",
    )


def removed(item: Item, context: Context) -> Fault:
    """That an item of the base is here no more; it stands at line 1 of the settings."""
    title, name = kind_title(item.kind), context.name(item)
    what = both(f"{title.get('zh')}{name.get('zh')}", f"the {title.get('en')} {name.get('en')}")
    problem = lost(what, stood(item))
    return absent(problem, f"{item.kind}/{item.id}", context)


def stood(item: Item, *path: str | int) -> Text:
    """Where something stands in the base."""
    place = item.place(*path)
    return both(
        f"（基准中在 {place.path} 第 {place.line} 行）",
        f" (in the base at {place.path}:{place.line})",
    )


def absent(problem: Text, name: str, context: Context) -> Fault:
    """A fault about what is here no more, told apart from others by ``name``."""
    return Fault(values={"problem": problem}, discriminator=name, place=_top(context))


def written(subject: Item, path: Path, problem: Text, name: str = "") -> Fault:
    """A fault at a field, or at the nearest that is written; of a setting, else at line 1."""
    told = name or ".".join(map(str, path))
    if isinstance(subject, Whole):
        document = subject.document
        place = document.place(path) if path[0] in document.data else document.file.place(0, 0)
        return Fault(path[:1], {"problem": problem}, told, place=place)
    return Fault(path, {"problem": problem}, told)


def _top(context: Context) -> Place:
    return context.repository.settings.document.file.place(0, 0)


def said(value: object) -> Text:
    """A value as people read it, in quotes; or that there is none."""
    if value is None or value == () or value == []:
        return NOTHING
    return both(f"“{say(value, 'zh')}”", f"“{say(value, 'en')}”")
