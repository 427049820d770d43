"""No change narrows what is governed: neither what there is, nor how grave it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hegui.findings.severity import Severity
from hegui.model.dataset import Dataset
from hegui.model.item import Item
from hegui.model.organization import Organization
from hegui.model.party import Party
from hegui.model.processing import Processing
from hegui.model.reference import Ref
from hegui.model.system import System
from hegui.model.transfer import Transfer
from hegui.model.vendor import Vendor
from hegui.model.whole import Whole
from hegui.rules.against import (
    PROBLEM,
    base_of,
    based,
    before,
    changed,
    distinct,
    gone,
    lost,
    moved,
    of,
    removed,
    stood,
    written,
)
from hegui.rules.context import Context
from hegui.rules.rule import Fault, rule
from hegui.source.bilingual import Text, both

_KINDS: tuple[type[Item], ...] = (Dataset, System, Processing, Vendor, Party, Transfer)
_ORGANIZATION = both("本组织 organization ", "The organisation")
_GRADES = {
    Dataset: ("classification", both("数据级别", "the classification")),
    System: ("level", both("等级保护级别", "the protection grade")),
}
_FLAGS = {
    Dataset: ("sensitive", both("敏感个人信息标记", "the mark as sensitive")),
    Processing: ("cross_border", both("出境标记", "the mark as leaving the country")),
}
_LISTS: Mapping[type[Item], tuple[str, Text]] = {
    Dataset: ("categories", both("信息类别", "the list of categories")),
    Processing: ("datasets", both("数据集", "the list of datasets")),
    Organization: ("bound_as", both("受法律约束的身份", "the list of capacities")),
}


@rule(
    "authority/scope",
    *_KINDS,
    Organization,
    Whole,
    severity=Severity.CRITICAL,
    title=both("缩小了治理范围", "A scope that was narrowed"),
    message=PROBLEM,
    remedy=both(
        "恢复原样：退出的第三方、停用的系统、销毁的数据写明日期和状态，不要删去；"
        "级别确需调低的，单独提出，由数据责任部门审阅。",
        "Put it back. Vendors that left, systems that stopped and data that was destroyed get their "
        "dates and are not deleted; a lower grade is proposed by itself and reviewed by the owner.",
    ),
    why=both(
        "删去一个数据集，与它有关的要求也一并消失，得分反而上升；范围变小只有与基准相比才看得出来。",
        "With a dataset go the requirements about it, and the score rises; that a scope has shrunk "
        "shows only against a base.",
    ),
    where=based,
)
def check(subject: Item, context: Context) -> Iterator[Fault]:
    if isinstance(subject, Whole):
        yield from _whole(subject, context)
        return
    olds = before(subject, context)
    yield from distinct(
        fault
        for old in olds
        for compare in (_grade, _flag, _list, _legs)
        for fault in compare(old, subject, context)
    )


def _whole(subject: Whole, context: Context) -> Iterator[Fault]:
    was, now = base_of(context).settings.organization, context.repository.settings.organization
    successor = context.repository.items.get("organization", {}).get(now)
    if was != now and (successor is None or was not in successor.formerly):
        yield written(subject, ("organization",), moved(_ORGANIZATION, was, now))
    for cls in _KINDS:
        yield from (removed(old, context) for old in gone(cls, context))


def _grade(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    if type(new) in _GRADES:
        field, what = _GRADES[type(new)]
        was, now = getattr(old, field), getattr(new, field)
        if was is not None and (now is None or now < was):
            yield Fault((field,), {"problem": changed(new, what, was, now, context)})


def _flag(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    if type(new) in _FLAGS:
        field, what = _FLAGS[type(new)]
        if getattr(old, field) is True and getattr(new, field) is not True:
            problem = changed(new, what, True, getattr(new, field), context)
            yield Fault((field,), {"problem": problem})


def _list(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    if type(new) in _LISTS:
        field, what = _LISTS[type(new)]
        was, now = getattr(old, field), getattr(new, field)
        kept = _names(now, context)
        narrower = any(_name(one) not in kept for one in was)
        if isinstance(new, Organization):  # nothing written means every capacity
            narrower = bool(now) and (narrower or not was)
        if narrower:
            problem = changed(new, what, _told(was), _told(now), context)
            yield Fault((field,), {"problem": problem})


def _legs(old: Item, new: Item, context: Context) -> Iterator[Fault]:
    """A leg that is gone, or one that takes fewer datasets along."""
    if not (isinstance(old, Transfer) and isinstance(new, Transfer)):
        return
    now = {leg.id: (leg, at) for at, leg in enumerate(new.legs)}
    for at, leg in enumerate(old.legs):
        what = both(f"交易分支 {leg.id}", f"the leg {leg.id}")
        if leg.id not in now:
            problem = lost(of(new, what, context), stood(old, "legs", at))
            yield Fault(("legs",), {"problem": problem}, leg.id)
            continue
        other, here = now[leg.id]
        kept = _names(other.datasets, context)
        if any(_name(one) not in kept for one in leg.datasets):
            datasets = both(f"{what.zh} 的数据集", f"the list of datasets of {what.en}")
            problem = changed(new, datasets, _told(leg.datasets), _told(other.datasets), context)
            yield Fault(("legs", here, "datasets"), {"problem": problem})


def _names(values: tuple[Any, ...], context: Context) -> frozenset[str]:
    """What a list names, by the names of now and by those that the items had before."""
    names = {_name(one) for one in values}
    for one in values:
        found = context.repository.find(one) if isinstance(one, Ref) else None
        if isinstance(found, Item):
            names |= {f"{found.kind}/{old.id}" for old in before(found, context)}
    return frozenset(names)


def _name(value: Ref | str) -> str:
    return str(value)


def _told(values: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(one.id if isinstance(one, Ref) else one for one in values)
